/**
 * The outside parts that the system needs (PostgreSQL, Kafka, Keycloak), started on this machine
 * without Docker. Used by the launcher and by the tests of every service.
 */
@NullMarked
package fr.mentoratdurgence.local.parts;

import org.jspecify.annotations.NullMarked;
