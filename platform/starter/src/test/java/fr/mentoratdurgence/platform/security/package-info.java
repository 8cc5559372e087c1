/**
 * Tokens of Keycloak become roles and a person; whatever is not listed is refused.
 */
@NullMarked
package fr.mentoratdurgence.platform.security;

import org.jspecify.annotations.NullMarked;
