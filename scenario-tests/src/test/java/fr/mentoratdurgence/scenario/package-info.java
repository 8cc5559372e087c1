/**
 * The whole story across all processes: real PostgreSQL, Kafka and Keycloak, the six applications, a real browser.
 */
@NullMarked
package fr.mentoratdurgence.scenario;

import org.jspecify.annotations.NullMarked;
