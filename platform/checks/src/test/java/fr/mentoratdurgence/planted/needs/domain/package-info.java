/** Planted: code that the architecture rules must catch, and code that they must leave alone. */
@NullMarked
package fr.mentoratdurgence.planted.needs.domain;

import org.jspecify.annotations.NullMarked;
