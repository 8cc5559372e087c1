/**
 * Webhooks: a partner's program is told, at an address of its own, what becomes of the needs that it declared. A delivery
 * is a row in the transaction of the fact that was heard; a deadline sends it. Ids, codes, numbers and dates, and of those
 * only what says nothing about a person.
 */
@NullMarked
package fr.mentoratdurgence.reporting.webhooks;

import org.jspecify.annotations.NullMarked;
