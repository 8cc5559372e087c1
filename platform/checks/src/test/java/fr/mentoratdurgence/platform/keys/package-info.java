@NullMarked
package fr.mentoratdurgence.platform.keys;

import org.jspecify.annotations.NullMarked;
