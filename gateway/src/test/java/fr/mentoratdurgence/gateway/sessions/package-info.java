/** Tests of the sessions, on a real PostgreSQL. */
@NullMarked
package fr.mentoratdurgence.gateway.sessions;

import org.jspecify.annotations.NullMarked;
