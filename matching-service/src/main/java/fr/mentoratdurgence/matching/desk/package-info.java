/**
 * Where people act: APIs and pages. Decides who may see and do what with which proposal; what is none of one's business
 * does not exist (404).
 */
@NullMarked
package fr.mentoratdurgence.matching.desk;

import org.jspecify.annotations.NullMarked;
