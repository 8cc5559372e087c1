/** What people and programs read when something does not work: French pages, or problem+json (RFC 9457). */
@NullMarked
package fr.mentoratdurgence.gateway.errors;

import org.jspecify.annotations.NullMarked;
