/**
 * At the edge: who asks, what went wrong and how to mend it, pages and APIs alike.
 */
@NullMarked
package fr.mentoratdurgence.platform.web;

import org.jspecify.annotations.NullMarked;
