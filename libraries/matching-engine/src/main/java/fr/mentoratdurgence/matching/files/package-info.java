/** The engine on files, without any server: CSV and a policy in, pairs, reasons and figures out. */
@NullMarked
package fr.mentoratdurgence.matching.files;

import org.jspecify.annotations.NullMarked;
