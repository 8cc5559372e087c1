/**
 * One search for the team: each service answers for what it owns, from its own tables, and the browser puts the answers
 * on one page. People, who are kept sealed, are found by a keyed index.
 */
@NullMarked
package fr.mentoratdurgence.platform.search;

import org.jspecify.annotations.NullMarked;
