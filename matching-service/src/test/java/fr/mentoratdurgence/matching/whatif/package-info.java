@NullMarked
package fr.mentoratdurgence.matching.whatif;

import org.jspecify.annotations.NullMarked;
