package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What protects a young person (FR: règle qui protège): no choice by hand, no named candidate, no trial, no validation
 * and no role outweighs it. Every step that brings a place and a mentor nearer to each other asks all of them anew, of
 * the streams that it decides on: {@link MatchingUseCases}. Each one is the code of its own refusal.
 */
public enum ProtectiveRule implements RejectionCode {
    /** Held back until a coordinator, or the team that looks into the file, decides. */
    MENTOR_HELD {
        @Override
        boolean bars(MentorLoad.Active load) {
            return !load.held().isEmpty();
        }
    },
    /** The mentor's proof of good standing counts. */
    PROOF_EXPIRED {
        @Override
        boolean bars(MentorLoad.Active load) {
            return !load.proven();
        }
    },
    /** A minor mentor only helps the levels that the policy in force allows. */
    MINOR_MENTOR {
        @Override
        boolean broken(Meeting m) {
            return !m.load().adult() && !m.line().profile().within(m.minorMentorBands());
        }
    },
    /** A place of a primary school needs a family in close contact. */
    FAMILY_LINK {
        @Override
        boolean broken(Meeting m) {
            return m.line().profile().lacksFamilyLink();
        }
    },
    /** The line or the whole structure is excluded: declined, interrupted, or kept apart by somebody (I7). */
    PAIRING_EXCLUDED {
        @Override
        boolean broken(Meeting m) {
            return m.excluded();
        }
    };

    /**
     * A place and a mentor, as the streams know them at this moment.
     *
     * @param excluded         whether the two were excluded from each other
     * @param minorMentorBands levels that the policy in force leaves to minor mentors
     */
    record Meeting(NeedSeats.Line line, MentorLoad.Active load, boolean excluded, Set<LevelBand> minorMentorBands) {}

    /** Whether the mentor is barred from every place. */
    boolean bars(MentorLoad.Active load) {
        return false;
    }

    /** Whether the rule stands between the two. */
    boolean broken(Meeting meeting) {
        return bars(meeting.load());
    }

    /** The first rule that bars the mentor from every place. */
    static Optional<ProtectiveRule> barring(MentorLoad.Active load) {
        return Arrays.stream(values()).filter(rule -> rule.bars(load)).findFirst();
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    /** The first rule that stands between the two. */
    static Optional<Rejection> refusal(Meeting meeting) {
        return Arrays.stream(values())
                .filter(rule -> rule.broken(meeting))
                .findFirst()
                .map(Rejection::new);
    }
}
