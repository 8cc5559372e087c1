/**
 * Logins of mentors, made and removed in Keycloak through its administration interface.
 */
@NullMarked
package fr.mentoratdurgence.mentor.accounts;

import org.jspecify.annotations.NullMarked;
