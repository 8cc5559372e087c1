package fr.mentoratdurgence.mentor.pool;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAgreed;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationDeclined;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationProposed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.NoticeRequested;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
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
    private final Hearing hearing;

    MentorInbox(CompanionBook companions, SetAsideWatch setAside) {
        this.companions = companions;
        this.setAside = setAside;
        this.hearing = Hearing.of(
                ContractTypes.all(),
                when(MatchProposed.class, companions::proposed),
                when(TrialBegun.class, companions::tried),
                when(MatchConfirmed.class, e -> companions.ended(e.proposal())),
                when(ProposalDeclined.class, e -> ended(e.proposal(), e.mentor())),
                when(ProposalExpired.class, e -> ended(e.proposal(), e.mentor())),
                when(MentorReleased.class, setAside::released),
                when(PairOpened.class, companions::opened),
                when(PairInterrupted.class, this::interrupted),
                when(PairClosed.class, e -> ended(e.pair(), e.mentor())),
                leave(
                        MatchingRunCompleted.class,
                        ProposalAcceptedByMentor.class,
                        NoticeRequested.class,
                        PolicyPublished.class,
                        PolicyActivated.class),
                leave(
                        FirstContactConfirmed.class,
                        FirstContactOverdue.class,
                        SessionHeld.class,
                        SessionMissed.class,
                        ContinuationProposed.class,
                        ContinuationAgreed.class,
                        ContinuationDeclined.class));
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    private void interrupted(PairInterrupted pair, ReceivedEvent event) {
        companions.ended(pair.pair());
        setAside.interrupted(pair, event);
    }

    private void ended(String pairOrProposal, String mentor) {
        companions.ended(pairOrProposal);
        setAside.ended(mentor);
    }
}
