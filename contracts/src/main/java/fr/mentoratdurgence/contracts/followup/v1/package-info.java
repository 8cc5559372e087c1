/**
 * Facts of topic {@code followup.v1}, version 1. Plain values only: a consumer must accept codes and fields it does not know.
 */
@NullMarked
package fr.mentoratdurgence.contracts.followup.v1;

import org.jspecify.annotations.NullMarked;
