/**
 * Finds mentors for the places of qualified needs: reservations, proposals, confirmed matches. Does not decide who may
 * be a mentor (mentor-service), which needs are qualified (needs-service) or how pairs fare (followup-service).
 */
@NullMarked
package fr.mentoratdurgence.matching;

import org.jspecify.annotations.NullMarked;
