@NullMarked
package fr.mentoratdurgence.typed;

import org.jspecify.annotations.NullMarked;
