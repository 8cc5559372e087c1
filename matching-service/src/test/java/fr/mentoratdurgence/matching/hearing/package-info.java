@NullMarked
package fr.mentoratdurgence.matching.hearing;

import org.jspecify.annotations.NullMarked;
