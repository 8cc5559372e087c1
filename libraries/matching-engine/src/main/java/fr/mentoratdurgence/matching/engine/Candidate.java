package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.profile.MentorProfile;

/**
 * An active mentor.
 *
 * @param capacity   pairs that may still begin, 0 or more
 * @param activeDays days since the activation, 0 where it is not known
 */
public record Candidate(String mentor, MentorProfile profile, int capacity, int activeDays) {

    /** A mentor whose wait counts for nothing. */
    public Candidate(String mentor, MentorProfile profile, int capacity) {
        this(mentor, profile, capacity, 0);
    }
}
