/**
 * What would have happened under another policy: the recorded season, played again day by day. Plain Java; only
 * {@link fr.mentoratdurgence.matching.whatif.WhatIf} reads the store.
 */
@NullMarked
package fr.mentoratdurgence.matching.whatif;

import org.jspecify.annotations.NullMarked;
