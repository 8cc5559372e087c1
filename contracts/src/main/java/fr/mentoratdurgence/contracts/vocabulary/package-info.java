/** Words that all services share: the French of the codes, and where in France a code of a territory is. */
@NullMarked
package fr.mentoratdurgence.contracts.vocabulary;

import org.jspecify.annotations.NullMarked;
