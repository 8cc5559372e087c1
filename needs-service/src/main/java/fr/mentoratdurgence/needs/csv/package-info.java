/**
 * Reading tables that people made: their separators, their encodings, their headers.
 */
@NullMarked
package fr.mentoratdurgence.needs.csv;

import org.jspecify.annotations.NullMarked;
