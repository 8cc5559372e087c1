/** Login and logout with Keycloak, and which pages need them. Tokens stay on this side of the door. */
@NullMarked
package fr.mentoratdurgence.gateway.login;

import org.jspecify.annotations.NullMarked;
