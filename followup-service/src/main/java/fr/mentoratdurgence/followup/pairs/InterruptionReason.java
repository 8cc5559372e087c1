package fr.mentoratdurgence.followup.pairs;

import java.util.EnumSet;
import java.util.Set;

/** Why a pair stopped before its time (FR: motif de rupture). Closed list: add, never rename. */
public enum InterruptionReason {
    /** The mentor never answers. */
    NO_CONTACT_MENTOR,
    /** The young person never answers. */
    NO_CONTACT_YOUTH,
    /** Several sessions were missed without a word. */
    REPEATED_NO_SHOW,
    /** The mentor has no more time. */
    MENTOR_NO_TIME,
    /** The mentor is ill or has exams, and comes back. */
    MENTOR_AWAY_FOR_A_TIME,
    /** The help is no longer needed. */
    YOUTH_NO_LONGER_NEEDS,
    /** The family does not wish to go on. */
    FAMILY_WITHDREW,
    /** The structure does not wish to go on. */
    STRUCTURE_WITHDREW,
    /** No common time is left. */
    SCHEDULE,
    /** No working phone, computer or network. */
    TECHNICAL_OR_EQUIPMENT,
    /** No common language. */
    LANGUAGE,
    /** The mentor cannot help with what is needed. */
    NEED_MISMATCH,
    /** The two do not get on. */
    RELATIONSHIP,
    /** A proof of good standing has run out. */
    PROOF_EXPIRED,
    /** The young person's safety comes first. */
    SAFEGUARDING,
    /** School takes over again. */
    RETURN_TO_SCHOOL,
    /** None of the others. */
    OTHER;

    private static final Set<InterruptionReason> OF_A_DEPARTURE = EnumSet.of(
            MENTOR_NO_TIME,
            MENTOR_AWAY_FOR_A_TIME,
            PROOF_EXPIRED,
            NO_CONTACT_MENTOR,
            REPEATED_NO_SHOW,
            SAFEGUARDING,
            OTHER);

    /** Whether a mentor who leaves can leave for it. */
    public boolean ofDeparture() {
        return OF_A_DEPARTURE.contains(this);
    }

    /** From which side a departure comes for it: the team says that a proof has run out, or that somebody is to be protected. */
    Side usualSide() {
        return this == PROOF_EXPIRED || this == SAFEGUARDING ? Side.OPERATION : Side.MENTOR;
    }
}
