/**
 * A mentor from application to leaving: what is asked, what is remembered, what is refused, and how all conditions
 * together make a mentor active. Nothing here knows a name; identity is kept apart, erasable.
 */
@NullMarked
package fr.mentoratdurgence.mentor.onboarding;

import org.jspecify.annotations.NullMarked;
