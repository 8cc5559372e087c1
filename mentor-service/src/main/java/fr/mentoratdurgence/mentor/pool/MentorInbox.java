package fr.mentoratdurgence.mentor.pool;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInUndone;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAnswered;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAsked;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairOpeningUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.PairResumed;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchUndone;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.MentorHeld;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.contracts.matching.v1.ProposalExpired;
import fr.mentoratdurgence.contracts.matching.v1.TrialBegun;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Hears with whom mentors are proposed and paired, so that those concerned can reach them, and only these. */
@Component
class MentorInbox implements Inbox {
    private final CompanionBook companions;
    private final SetAsideWatch setAside;
    private final PairLetters letters;
    private final Hearing hearing;

    MentorInbox(CompanionBook companions, SetAsideWatch setAside, PairLetters letters) {
        this.companions = companions;
        this.setAside = setAside;
        this.letters = letters;
        this.hearing = Hearing.of(
                ContractTypes.all(),
                when(MatchProposed.class, companions::proposed),
                when(TrialBegun.class, companions::tried),
                when(NoticeRequested.class, letters::noticed),
                when(ProposalAcceptedByMentor.class, e -> letters.answered(e.proposal())),
                when(MatchConfirmed.class, this::confirmed),
                when(ProposalDeclined.class, this::declined),
                when(ProposalDeclineUndone.class, e -> {
                    companions.proposedAgain(e);
                    letters.notDeclined(e.proposal());
                }),
                when(ProposalExpired.class, this::expired),
                when(MentorReleased.class, setAside::released),
                when(PairOpened.class, this::opened),
                when(FirstContactConfirmed.class, e -> letters.met(e.pair())),
                when(FirstContactOverdue.class, letters::awaited),
                when(CheckInScheduled.class, letters::asked),
                when(CheckInCompleted.class, letters::said),
                when(CheckInUndone.class, letters::unsaid),
                when(ResourceShared.class, letters::shared),
                when(ContinuationAsked.class, letters::continuationAsked),
                when(ContinuationAnswered.class, letters::continuationAnswered),
                when(PairHandedOver.class, this::handedOver),
                when(PairHandOverUndone.class, e -> {
                    companions.handedOver(e.pair(), e.to());
                    letters.handedBack(e.pair());
                }),
                when(PairOpeningUndone.class, e -> {
                    letters.over(e.pair());
                    ended(e.pair(), e.mentor());
                }),
                when(PairEndUndone.class, e -> {
                    companions.opened(e.pair(), e.terms());
                    letters.goesOn(e.pair());
                }),
                when(PairPaused.class, letters::paused),
                when(PairResumed.class, e -> letters.resumed(e.pair())),
                when(SessionPlanned.class, letters::planned),
                when(SessionPlanCancelled.class, e -> letters.unplanned(e.pair())),
                when(PairInterrupted.class, this::interrupted),
                when(PairClosed.class, this::closed),
                leave(MatchingRunCompleted.class, PolicyPublished.class, PolicyActivated.class),
                leave(MatchUndone.class), // its pair says it itself
                leave(MentorHeld.class, MentorExcluded.class), // the marks stay as long as nobody is released
                leave(InterventionStepTaken.class, SeatDecided.class, SeatDecisionDue.class),
                when(MentorProtected.class, setAside::isProtected),
                leave(ContractTypes.WEEKS_OF_PAIRS));
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    private void confirmed(MatchConfirmed match) {
        companions.ended(match.proposal());
        letters.answered(match.proposal());
    }

    private void declined(ProposalDeclined proposal) {
        letters.answered(proposal.proposal());
        ended(proposal.proposal(), proposal.mentor());
    }

    private void expired(ProposalExpired proposal) {
        letters.lapsed(proposal);
        ended(proposal.proposal(), proposal.mentor());
    }

    private void opened(PairOpened pair) {
        companions.opened(pair.pair(), pair.terms());
        letters.opened(pair);
    }

    private void handedOver(PairHandedOver pair) {
        companions.handedOver(pair.pair(), pair.to());
        letters.handedOver(pair);
    }

    private void closed(PairClosed pair) {
        letters.closed(pair);
        ended(pair.pair(), pair.mentor());
    }

    private void interrupted(PairInterrupted pair, ReceivedEvent event) {
        letters.interrupted(pair);
        companions.ended(pair.pair());
        setAside.interrupted(pair, event);
    }

    private void ended(String pairOrProposal, String mentor) {
        companions.ended(pairOrProposal);
        setAside.ended(mentor);
    }
}
