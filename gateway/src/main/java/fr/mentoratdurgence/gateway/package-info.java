/**
 * The one door of the platform. It logs people in, keeps their tokens out of the browser, leads each
 * address to the service that owns it, and says no politely. It knows no business rule.
 */
@NullMarked
package fr.mentoratdurgence.gateway;

import org.jspecify.annotations.NullMarked;
