/**
 * The tables that people bring: CSV of any spreadsheet and XLSX, read in one way for structures, needs, mentors, matching
 * and the demonstration. Plain Java, no framework; memory stays flat whatever is sent.
 */
@NullMarked
package fr.mentoratdurgence.files;

import org.jspecify.annotations.NullMarked;
