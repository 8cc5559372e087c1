/**
 * What helps a mentor, a structure and a family: the library and its links, guides, packs for a line and a pair, sheets to
 * print.
 */
@NullMarked
package fr.mentoratdurgence.followup.resources;

import org.jspecify.annotations.NullMarked;
