/**
 * Where a need is worked on: by the structure that asked and the référent who follows it.
 */
@NullMarked
package fr.mentoratdurgence.needs.desk;

import org.jspecify.annotations.NullMarked;
