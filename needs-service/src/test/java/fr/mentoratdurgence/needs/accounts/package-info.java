/** Tests. */
@NullMarked
package fr.mentoratdurgence.needs.accounts;

import org.jspecify.annotations.NullMarked;
