package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclineUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpened;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** By when a proposal is answered. */
public enum ProposalDeadline {
    /** The mentor is reminded. */
    PROPOSAL_REMINDER,
    /** The mentor has to say yes or no. */
    PROPOSAL_ANSWER,
    /** Both sides have to say how the trial went. */
    TRIAL_OPINION;

    static final List<String> ALL = Arrays.stream(values()).map(Enum::name).toList();

    static List<Deadline> of(MatchProposed proposed, Duration reminderBefore) {
        return List.of(
                Deadline.of(
                        PROPOSAL_REMINDER,
                        proposed.stream(),
                        proposed.expiresAt().minus(reminderBefore)),
                Deadline.of(PROPOSAL_ANSWER, proposed.stream(), proposed.expiresAt()));
    }

    /** Of one that stands again: what is still waited for. */
    static List<Deadline> again(ProposalDeclineUndone undone, Duration reminderBefore) {
        Instant trial = undone.trialDueAt();
        Instant answer = undone.expiresAt();
        return trial != null
                ? List.of(Deadline.of(TRIAL_OPINION, undone.stream(), trial))
                : answer == null
                        ? List.of()
                        : List.of(
                                Deadline.of(PROPOSAL_REMINDER, undone.stream(), answer.minus(reminderBefore)),
                                Deadline.of(PROPOSAL_ANSWER, undone.stream(), answer));
    }

    static Deadline of(TrialOpened trial) {
        return Deadline.of(TRIAL_OPINION, trial.stream(), trial.dueAt());
    }
}
