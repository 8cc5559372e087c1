/**
 * The event store: Axon's JDBC engine on PostgreSQL, logical event names, one adapter for all decisions.
 */
@NullMarked
package fr.mentoratdurgence.platform.store;

import org.jspecify.annotations.NullMarked;
