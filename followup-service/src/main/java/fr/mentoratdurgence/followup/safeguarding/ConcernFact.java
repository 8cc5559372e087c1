package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.platform.Code;
import java.time.Instant;

/**
 * Something that happened to a worry.
 *
 * @param code  what exactly, where the kind leaves that open; empty otherwise
 * @param actor pseudonymous account
 */
record ConcernFact(Code<Kind> kind, String code, String actor, String role, Instant recordedAt) {

    /** What happened. */
    enum Kind {
        RAISED,
        TAKEN,
        ESCALATED,
        STEP,
        PROTECTED,
        CLOSED,
        REOPENED,
        TEXT_ERASED
    }
}
