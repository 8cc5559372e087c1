/**
 * Accounts of the people who speak for a structure: who was invited, who can log in, who left. Who they are stands sealed
 * beside the facts.
 */
@NullMarked
package fr.mentoratdurgence.needs.accounts;

import org.jspecify.annotations.NullMarked;
