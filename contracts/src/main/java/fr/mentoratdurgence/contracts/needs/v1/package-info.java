/**
 * Facts of topic {@code needs.v1}, version 1. Plain values only: a consumer must accept codes and fields it does not know.
 */
@NullMarked
package fr.mentoratdurgence.contracts.needs.v1;

import org.jspecify.annotations.NullMarked;
