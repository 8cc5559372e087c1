package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.NoticeRequested;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclineUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialAnswered;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpened;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ValidationAsked;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sets and cancels the deadlines of proposals, with the facts that they follow from. */
public final class ProposalDeadlines {
    private final Deadlines deadlines;
    private final Duration reminderBefore;

    /** The mentor is reminded once, so long before the deadline. */
    public ProposalDeadlines(Deadlines deadlines, Duration reminderBefore) {
        this.deadlines = deadlines;
        this.reminderBefore = reminderBefore;
    }

    /** Reads what was decided, of a whole batch at once. */
    void follow(List<DomainEvent> decided) {
        List<Deadline> fresh = new ArrayList<>();
        for (DomainEvent event : decided) {
            if (event instanceof ProposalEvent fact) {
                follow(fact.stream(), fact, fresh);
            }
        }
        if (!fresh.isEmpty()) {
            deadlines.set(fresh.toArray(Deadline[]::new));
        }
    }

    private void follow(String proposal, ProposalEvent fact, List<Deadline> fresh) {
        switch (fact) {
            case MatchProposed e -> fresh.addAll(ProposalDeadline.of(e, reminderBefore));
            case TrialOpened e -> fresh.add(ProposalDeadline.of(e));
            case ProposalDeclineUndone e -> fresh.addAll(ProposalDeadline.again(e, reminderBefore));
            case ProposalAcceptedByMentor _, ProposalDeclined _, ProposalExpired _, MatchConfirmed _ ->
                deadlines.cancel(proposal, ProposalDeadline.ALL);
            case TrialAnswered _, NoticeRequested _, ValidationAsked _, MatchUndone _ -> {
                // the other side may still be asked
            }
        }
    }
}
