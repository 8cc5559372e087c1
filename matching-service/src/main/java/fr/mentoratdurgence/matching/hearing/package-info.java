/** What this service hears of needs, mentors and pairs. */
@NullMarked
package fr.mentoratdurgence.matching.hearing;

import org.jspecify.annotations.NullMarked;
