/**
 * What is known of needs, places, mentors, proposals and pairs, folded from public facts: plain Java on primitive
 * columns, the same for the dashboard, a past instant, a rebuild and a bilan.
 */
@NullMarked
package fr.mentoratdurgence.reporting.ledger;

import org.jspecify.annotations.NullMarked;
