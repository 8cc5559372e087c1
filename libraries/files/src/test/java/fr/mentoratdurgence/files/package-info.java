@NullMarked
package fr.mentoratdurgence.files;

import org.jspecify.annotations.NullMarked;
