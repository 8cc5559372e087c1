/** Tests of what helps a mentor, a structure and a family. */
@NullMarked
package fr.mentoratdurgence.followup.resources;

import org.jspecify.annotations.NullMarked;
