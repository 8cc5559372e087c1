@NullMarked
package fr.mentoratdurgence.sealing;

import org.jspecify.annotations.NullMarked;
