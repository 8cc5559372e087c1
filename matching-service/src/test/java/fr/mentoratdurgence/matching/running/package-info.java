@NullMarked
package fr.mentoratdurgence.matching.running;

import org.jspecify.annotations.NullMarked;
