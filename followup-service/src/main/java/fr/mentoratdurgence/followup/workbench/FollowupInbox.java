package fr.mentoratdurgence.followup.workbench;

import static fr.mentoratdurgence.platform.Hearing.leave;
import static fr.mentoratdurgence.platform.Hearing.when;

import fr.mentoratdurgence.contracts.ContractTypes;
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
import fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed;
import fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed;
import fr.mentoratdurgence.contracts.mentors.v1.TrainingCompleted;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttemptUndone;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.ContactErased;
import fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedReleased;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.contracts.needs.v1.PriorityStatusRecorded;
import fr.mentoratdurgence.contracts.needs.v1.StructureRegistered;
import fr.mentoratdurgence.contracts.needs.v1.StructureVerified;
import fr.mentoratdurgence.followup.attestations.AttestationBook;
import fr.mentoratdurgence.followup.notes.TeamNotes;
import fr.mentoratdurgence.followup.pairs.OpenPairsPolicy;
import fr.mentoratdurgence.followup.safeguarding.ErasedPeople;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import org.springframework.stereotype.Component;

/** What follow-up hears, and who reacts to it. */
@Component
class FollowupInbox implements Inbox {
    private final Hearing hearing;
    private final CallsElsewhere elsewhere;

    FollowupInbox(
            HeardFacts facts,
            OpenPairsPolicy openPairs,
            UrgentAlerts alerts,
            ErasedPeople erased,
            AttestationBook attestations,
            TeamNotes notes,
            CallsElsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.hearing = Hearing.of(
                ContractTypes.all(),
                when(StructureRegistered.class, facts::structure),
                when(StructureVerified.class, facts::verified),
                when(NeedDeclared.class, facts::declared),
                when(NeedReferentAssigned.class, facts::assigned),
                when(NeedReleased.class, facts::released),
                when(NeedHandedOver.class, fact -> {
                    facts.handedOver(fact);
                    alerts.handedOver(fact);
                }),
                when(ContactAttempted.class, (fact, event) -> facts.attempted(fact, event.id())),
                when(ContactAttemptUndone.class, facts::notAttempted),
                when(NeedQualificationUndone.class, facts::notQualified),
                when(NeedWithdrawalUndone.class, facts::notWithdrawn),
                when(ContactErased.class, (fact, event) -> {
                    erased.contact(fact, event);
                    notes.eraseNeed(fact.need());
                }),
                when(NeedLineCountRevised.class, facts::revised),
                when(NeedQualified.class, facts::qualified),
                when(NeedWithdrawn.class, facts::withdrawn),
                when(MatchProposed.class, facts::proposed),
                when(ProposalAcceptedByMentor.class, (fact, event) -> facts.accepted(fact, event.time())),
                when(ProposalDeclined.class, fact -> facts.ended(fact.proposal(), "DECLINED")),
                when(ProposalDeclineUndone.class, facts::notDeclined),
                when(MatchUndone.class, fact -> facts.ended(fact.proposal(), "ACCEPTED")),
                when(ProposalExpired.class, fact -> facts.ended(fact.proposal(), "EXPIRED")),
                when(MatchConfirmed.class, (fact, event) -> {
                    openPairs.on(fact, event);
                    facts.ended(fact.proposal(), "CONFIRMED");
                }),
                when(MentorApplied.class, facts::applied),
                when(MentorWithdrew.class, (fact, event) -> {
                    facts.withdrew(fact);
                    erased.on(fact, event);
                    if (fact.reason().equals("ERASURE")) {
                        attestations.erase(fact.mentor());
                        notes.eraseMentor(fact.mentor());
                    }
                }),
                when(MentorHeld.class, (fact, event) -> {
                    facts.held(fact.mentor(), OperationDay.of(fact.heldAt()));
                    alerts.heldForReview(fact.mentor(), event.id());
                }),
                when(MentorReleased.class, fact -> {
                    facts.held(fact.mentor(), null);
                    alerts.reviewEnded(fact.mentor());
                }),
                when(MentorExcluded.class, facts::excluded),
                when(GoodStandingProofExpired.class, fact -> facts.proof(fact.mentor(), fact.expiredOn())),
                when(GoodStandingProofRenewed.class, fact -> facts.proof(fact.mentor(), null)),
                when(MentorHeldForReview.class, (fact, event) -> {
                    facts.inReview(fact.mentor(), fact.heldOn());
                    alerts.heldForReview(fact.mentor(), event.id());
                }),
                when(MentorReviewEnded.class, fact -> {
                    facts.inReview(fact.mentor(), null);
                    alerts.reviewEnded(fact.mentor());
                }),
                when(NeedContactOverdue.class, (fact, event) -> {
                    facts.overdue(fact);
                    alerts.callOverdue(fact, event.time());
                }),
                leave(PriorityStatusRecorded.class),
                leave(
                        ScreeningPassed.class,
                        ScreeningFailed.class,
                        CharterAccepted.class,
                        TrainingCompleted.class,
                        MentorActivated.class),
                leave(
                        MatchingRunCompleted.class,
                        TrialBegun.class,
                        NoticeRequested.class,
                        PolicyPublished.class,
                        PolicyActivated.class));
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    @Override
    public void heard(String source, CallsWaiting calls) {
        elsewhere.heard(source, calls);
    }
}
