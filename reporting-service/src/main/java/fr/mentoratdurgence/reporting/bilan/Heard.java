package fr.mentoratdurgence.reporting.bilan;

import java.time.LocalDate;
import java.util.List;

/**
 * What the folds read of a public event. The components are named as in the contracts; what no figure uses is left
 * out and is not even decoded. Codes that this build does not know are welcome, as long as they are codes.
 */
public sealed interface Heard {

    record Line(int line, String levelBand, int count) {
        public Line {
            Codes.check(levelBand);
            Codes.checkNotNegative(count);
        }
    }

    record NeedDeclared(String need, String departement, String priorityAudience, List<Line> lines) implements Heard {
        public NeedDeclared {
            Codes.check(departement);
            Codes.check(priorityAudience);
            lines = List.copyOf(lines);
        }
    }

    record NeedQualified(String need, String departement, String priorityAudience, List<Line> lines) implements Heard {
        public NeedQualified {
            Codes.check(departement);
            Codes.check(priorityAudience);
            lines = List.copyOf(lines);
        }
    }

    record NeedLineCountRevised(String need, int line, int toCount) implements Heard {
        public NeedLineCountRevised {
            Codes.checkNotNegative(toCount);
        }
    }

    record NeedWithdrawn(String need, String reason) implements Heard {
        public NeedWithdrawn {
            Codes.check(reason);
        }
    }

    record MentorApplied(String mentor, String departement) implements Heard {
        public MentorApplied {
            Codes.check(departement);
        }
    }

    record ScreeningPassed(String mentor) implements Heard {}

    record ScreeningFailed(String mentor) implements Heard {}

    record MentorActivated(String mentor, String departement) implements Heard {
        public MentorActivated {
            Codes.check(departement);
        }
    }

    record MentorWithdrew(String mentor, String reason) implements Heard {
        public MentorWithdrew {
            Codes.check(reason);
        }
    }

    record MatchProposed(String proposal, String origin) implements Heard {
        public MatchProposed {
            Codes.check(origin);
        }
    }

    record ProposalAcceptedByMentor(String proposal) implements Heard {}

    record ProposalDeclined(String proposal, String side, String reason) implements Heard {
        public ProposalDeclined {
            Codes.check(side);
            Codes.check(reason);
        }
    }

    record ProposalExpired(String proposal) implements Heard {}

    record MatchConfirmed(
            String need, int line, int seat, String departement, String levelBand, String priorityAudience)
            implements Heard {
        public MatchConfirmed {
            Codes.check(departement);
            Codes.check(levelBand);
            Codes.check(priorityAudience);
        }
    }

    record PairOpened(
            String pair,
            String departement,
            String levelBand,
            String priorityAudience,
            LocalDate needDeclaredOn,
            LocalDate openedOn)
            implements Heard {
        public PairOpened {
            Codes.check(departement);
            Codes.check(levelBand);
            Codes.check(priorityAudience);
        }
    }

    record FirstContactConfirmed(String pair) implements Heard {}

    record FirstContactOverdue(String pair) implements Heard {}

    record SessionHeld(String pair, int minutes, String channel) implements Heard {
        public SessionHeld {
            Codes.checkNotNegative(minutes);
            Codes.check(channel);
        }
    }

    record SessionMissed(String pair, String missedBy) implements Heard {
        public SessionMissed {
            Codes.check(missedBy);
        }
    }

    record PairInterrupted(String pair, String side, String reason) implements Heard {
        public PairInterrupted {
            Codes.check(side);
            Codes.check(reason);
        }
    }

    record PairClosed(String pair, boolean planned) implements Heard {}

    /** Facts without a body for the folds: they are counted, nothing more. */
    enum Uncounted implements Heard {
        /** A public event that no figure reads. */
        UNREAD,
        /** A type, or a newer version of a type, that this build does not know. */
        UNKNOWN,
        /** A known type whose body is not as its contract says. */
        UNREADABLE
    }
}
