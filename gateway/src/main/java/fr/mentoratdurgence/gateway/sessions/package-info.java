/**
 * Who is logged in. Sessions lie sealed in PostgreSQL, so that any number of gateways share them and a
 * copy of the table gives away neither tokens nor cookies.
 */
@NullMarked
package fr.mentoratdurgence.gateway.sessions;

import org.jspecify.annotations.NullMarked;
