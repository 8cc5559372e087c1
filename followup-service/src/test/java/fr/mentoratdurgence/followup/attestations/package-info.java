/** Tests of attestations. */
@NullMarked
package fr.mentoratdurgence.followup.attestations;

import org.jspecify.annotations.NullMarked;
