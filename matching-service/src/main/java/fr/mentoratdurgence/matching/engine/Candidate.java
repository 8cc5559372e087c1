package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.profile.MentorProfile;

/**
 * An active mentor.
 *
 * @param capacity pairs that may still begin, 0 or more
 */
public record Candidate(String mentor, MentorProfile profile, int capacity) {}
