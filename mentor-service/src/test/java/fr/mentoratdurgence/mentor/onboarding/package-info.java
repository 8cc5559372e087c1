/** Tests. */
@NullMarked
package fr.mentoratdurgence.mentor.onboarding;

import org.jspecify.annotations.NullMarked;
