/** What a public site owes. */
@NullMarked
package fr.mentoratdurgence.needs.pages;

import org.jspecify.annotations.NullMarked;
