/** What every request must pass, and what every answer carries: origin, limits, security headers. */
@NullMarked
package fr.mentoratdurgence.gateway.protection;

import org.jspecify.annotations.NullMarked;
