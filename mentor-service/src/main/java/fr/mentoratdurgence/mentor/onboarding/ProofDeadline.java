package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.util.List;

/** The first day on which a proof of good standing does not count any more. */
public final class ProofDeadline {
    /** What passes. */
    public enum Kind {
        PROOF_EXPIRY
    }

    private final Deadlines deadlines;

    ProofDeadline(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** What follows from a fact that was decided now. */
    void follows(MentorEvent fact) {
        switch (fact) {
            case MentorEvent.GoodStandingProofSeen e -> deadlines.set(of(e.mentor(), e.expiresOn()));
            case MentorEvent.MentorWithdrew e -> deadlines.cancel(e.mentor(), List.of(Kind.PROOF_EXPIRY.name()));
            default -> {
                // no proof comes or goes
            }
        }
    }

    private static Deadline of(String mentor, LocalDate expiresOn) {
        return Deadline.of(
                Kind.PROOF_EXPIRY,
                mentor,
                expiresOn,
                expiresOn.plusDays(1).atStartOfDay(OperationZone.PARIS).toInstant());
    }
}
