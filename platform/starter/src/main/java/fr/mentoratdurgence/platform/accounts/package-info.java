/**
 * Logins of people, made and removed in Keycloak through its administration interface. Each service speaks to it as a
 * client of its own, which may touch the people of its own groups and nobody else.
 */
@NullMarked
package fr.mentoratdurgence.platform.accounts;

import org.jspecify.annotations.NullMarked;
