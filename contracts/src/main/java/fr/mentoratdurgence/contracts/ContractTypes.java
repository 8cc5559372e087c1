package fr.mentoratdurgence.contracts;

import fr.mentoratdurgence.contracts.followup.v1.AbsenceCancelled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted;
import fr.mentoratdurgence.contracts.followup.v1.CheckInOverdue;
import fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled;
import fr.mentoratdurgence.contracts.followup.v1.CheckInUndone;
import fr.mentoratdurgence.contracts.followup.v1.ConcernAcknowledged;
import fr.mentoratdurgence.contracts.followup.v1.ConcernClosed;
import fr.mentoratdurgence.contracts.followup.v1.ConcernRaised;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAgreed;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAnswered;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAsked;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationDeclined;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationProposed;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertRaised;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertReopened;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertResolved;
import fr.mentoratdurgence.contracts.followup.v1.EngagementAlertSnoozed;
import fr.mentoratdurgence.contracts.followup.v1.ExitInterviewRecorded;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactChased;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactWithdrawn;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.IntroductionConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndCorrected;
import fr.mentoratdurgence.contracts.followup.v1.ResourceUsed;
import fr.mentoratdurgence.contracts.followup.v1.SessionCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.SessionCorrected;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names under which contracts travel. Frozen: a published name never changes its meaning. */
public final class ContractTypes {
    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

    /**
     * What the follow-up tells of the weeks of a pair: the bilan counts it, and who brings needs, mentors and places
     * together leaves it alone. A fact that one of them begins to hear leaves this list.
     */
    public static final List<Class<?>> WEEKS_OF_PAIRS = List.of(
            AbsenceCancelled.class,
            CheckInOverdue.class,
            ConcernAcknowledged.class,
            ConcernClosed.class,
            ConcernRaised.class,
            ContinuationAgreed.class,
            ContinuationDeclined.class,
            ContinuationProposed.class,
            EngagementAlertRaised.class,
            EngagementAlertReopened.class,
            EngagementAlertResolved.class,
            EngagementAlertSnoozed.class,
            ExitInterviewRecorded.class,
            FirstContactChased.class,
            FirstContactWithdrawn.class,
            IntroductionConfirmed.class,
            PairEndCorrected.class,
            ResourceUsed.class,
            SessionCancelled.class,
            SessionConfirmed.class,
            SessionCorrected.class,
            SessionHeld.class,
            SessionMissed.class);

    /**
     * What the follow-up tells of a pair beside it, by the streams in which it does: each has the id of the pair and numbers
     * of its own, so that whoever counts facts by stream and number keeps them apart.
     */
    public static final Map<String, List<Class<?>>> BESIDE_PAIRS = Map.of(
            "care",
            List.of(
                    CheckInCompleted.class,
                    CheckInOverdue.class,
                    CheckInScheduled.class,
                    CheckInUndone.class,
                    EngagementAlertRaised.class,
                    EngagementAlertReopened.class,
                    EngagementAlertResolved.class,
                    EngagementAlertSnoozed.class,
                    FirstContactChased.class,
                    InterventionStepTaken.class,
                    IntroductionConfirmed.class),
            "plan",
            List.of(SessionPlanCancelled.class, SessionPlanned.class),
            "wish",
            List.of(ContinuationAnswered.class, ContinuationAsked.class));

    static {
        add("needs.structure-registered.v1", fr.mentoratdurgence.contracts.needs.v1.StructureRegistered.class);
        add("needs.priority-status-recorded.v1", fr.mentoratdurgence.contracts.needs.v1.PriorityStatusRecorded.class);
        add("needs.structure-verified.v1", fr.mentoratdurgence.contracts.needs.v1.StructureVerified.class);
        add("needs.need-declared.v1", fr.mentoratdurgence.contracts.needs.v1.NeedDeclared.class);
        add("needs.need-referent-assigned.v1", fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned.class);
        add("needs.need-released.v1", fr.mentoratdurgence.contracts.needs.v1.NeedReleased.class);
        add("needs.need-handed-over.v1", fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver.class);
        add("needs.contact-attempted.v1", fr.mentoratdurgence.contracts.needs.v1.ContactAttempted.class);
        add("needs.need-contact-overdue.v1", fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue.class);
        add("needs.need-qualified.v1", fr.mentoratdurgence.contracts.needs.v1.NeedQualified.class);
        add("needs.need-line-count-revised.v1", fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised.class);
        add("needs.need-withdrawn.v1", fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn.class);
        add("needs.contact-attempt-undone.v1", fr.mentoratdurgence.contracts.needs.v1.ContactAttemptUndone.class);
        add("needs.need-qualification-undone.v1", fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone.class);
        add("needs.need-withdrawal-undone.v1", fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone.class);
        add("needs.contact-erased.v1", fr.mentoratdurgence.contracts.needs.v1.ContactErased.class);
        add("mentors.mentor-applied.v1", fr.mentoratdurgence.contracts.mentors.v1.MentorApplied.class);
        add("mentors.screening-passed.v1", fr.mentoratdurgence.contracts.mentors.v1.ScreeningPassed.class);
        add("mentors.screening-failed.v1", fr.mentoratdurgence.contracts.mentors.v1.ScreeningFailed.class);
        add("mentors.charter-accepted.v1", fr.mentoratdurgence.contracts.mentors.v1.CharterAccepted.class);
        add("mentors.training-completed.v1", fr.mentoratdurgence.contracts.mentors.v1.TrainingCompleted.class);
        add("mentors.mentor-activated.v1", fr.mentoratdurgence.contracts.mentors.v1.MentorActivated.class);
        add(
                "mentors.good-standing-proof-expired.v1",
                fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired.class);
        add(
                "mentors.good-standing-proof-renewed.v1",
                fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed.class);
        add("mentors.mentor-held-for-review.v1", fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview.class);
        add("mentors.mentor-review-ended.v1", fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded.class);
        add("mentors.mentor-withdrew.v1", fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew.class);
        add("matching.matching-run-completed.v1", fr.mentoratdurgence.contracts.matching.v1.MatchingRunCompleted.class);
        add("matching.match-proposed.v1", fr.mentoratdurgence.contracts.matching.v1.MatchProposed.class);
        add(
                "matching.proposal-accepted-by-mentor.v1",
                fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor.class);
        add("matching.trial-begun.v1", fr.mentoratdurgence.contracts.matching.v1.TrialBegun.class);
        add("matching.proposal-declined.v1", fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined.class);
        add("matching.proposal-expired.v1", fr.mentoratdurgence.contracts.matching.v1.ProposalExpired.class);
        add("matching.match-confirmed.v1", fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed.class);
        add("matching.mentor-released.v1", fr.mentoratdurgence.contracts.matching.v1.MentorReleased.class);
        add("matching.mentor-held.v1", fr.mentoratdurgence.contracts.matching.v1.MentorHeld.class);
        add("matching.mentor-excluded.v1", fr.mentoratdurgence.contracts.matching.v1.MentorExcluded.class);
        add("matching.notice-requested.v1", fr.mentoratdurgence.contracts.matching.v1.NoticeRequested.class);
        add("matching.policy-published.v1", fr.mentoratdurgence.contracts.matching.v1.PolicyPublished.class);
        add("matching.policy-activated.v1", fr.mentoratdurgence.contracts.matching.v1.PolicyActivated.class);
        add(
                "matching.proposal-decline-undone.v1",
                fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone.class);
        add("matching.match-undone.v1", fr.mentoratdurgence.contracts.matching.v1.MatchUndone.class);
        add("followup.pair-opened.v1", fr.mentoratdurgence.contracts.followup.v1.PairOpened.class);
        add(
                "followup.first-contact-confirmed.v1",
                fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed.class);
        add("followup.first-contact-overdue.v1", fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue.class);
        add("followup.session-held.v1", SessionHeld.class);
        add("followup.session-missed.v1", SessionMissed.class);
        add("followup.session-confirmed.v1", SessionConfirmed.class);
        add("followup.session-corrected.v1", SessionCorrected.class);
        add("followup.session-cancelled.v1", SessionCancelled.class);
        add("followup.absence-cancelled.v1", AbsenceCancelled.class);
        add("followup.first-contact-withdrawn.v1", FirstContactWithdrawn.class);
        add("followup.introduction-confirmed.v1", IntroductionConfirmed.class);
        add("followup.first-contact-chased.v1", FirstContactChased.class);
        add("followup.check-in-scheduled.v1", fr.mentoratdurgence.contracts.followup.v1.CheckInScheduled.class);
        add("followup.check-in-completed.v1", fr.mentoratdurgence.contracts.followup.v1.CheckInCompleted.class);
        add("followup.check-in-overdue.v1", CheckInOverdue.class);
        add("followup.engagement-alert-raised.v1", EngagementAlertRaised.class);
        add("followup.engagement-alert-snoozed.v1", EngagementAlertSnoozed.class);
        add("followup.engagement-alert-resolved.v1", EngagementAlertResolved.class);
        add(
                "followup.intervention-step-taken.v1",
                fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken.class);
        add("followup.pair-handed-over.v1", fr.mentoratdurgence.contracts.followup.v1.PairHandedOver.class);
        add("followup.pair-paused.v1", fr.mentoratdurgence.contracts.followup.v1.PairPaused.class);
        add("followup.pair-resumed.v1", fr.mentoratdurgence.contracts.followup.v1.PairResumed.class);
        add("followup.session-planned.v1", fr.mentoratdurgence.contracts.followup.v1.SessionPlanned.class);
        add("followup.session-plan-cancelled.v1", fr.mentoratdurgence.contracts.followup.v1.SessionPlanCancelled.class);
        add("followup.pair-interrupted.v1", fr.mentoratdurgence.contracts.followup.v1.PairInterrupted.class);
        add("followup.pair-closed.v1", fr.mentoratdurgence.contracts.followup.v1.PairClosed.class);
        add("followup.seat-decided.v1", fr.mentoratdurgence.contracts.followup.v1.SeatDecided.class);
        add("followup.seat-decision-due.v1", fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue.class);
        add("followup.exit-interview-recorded.v1", ExitInterviewRecorded.class);
        add("followup.continuation-proposed.v1", ContinuationProposed.class);
        add("followup.continuation-agreed.v1", ContinuationAgreed.class);
        add("followup.continuation-declined.v1", ContinuationDeclined.class);
        add("followup.concern-raised.v1", ConcernRaised.class);
        add("followup.concern-acknowledged.v1", ConcernAcknowledged.class);
        add("followup.concern-closed.v1", ConcernClosed.class);
        add("followup.mentor-protected.v1", fr.mentoratdurgence.contracts.followup.v1.MentorProtected.class);
        add("followup.resource-shared.v1", fr.mentoratdurgence.contracts.followup.v1.ResourceShared.class);
        add("followup.resource-used.v1", ResourceUsed.class);
        add("followup.continuation-asked.v1", fr.mentoratdurgence.contracts.followup.v1.ContinuationAsked.class);
        add("followup.continuation-answered.v1", fr.mentoratdurgence.contracts.followup.v1.ContinuationAnswered.class);
        add("followup.pair-opening-undone.v1", fr.mentoratdurgence.contracts.followup.v1.PairOpeningUndone.class);
        add("followup.pair-end-undone.v1", fr.mentoratdurgence.contracts.followup.v1.PairEndUndone.class);
        add("followup.pair-hand-over-undone.v1", fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone.class);
        add(
                "followup.engagement-alert-reopened.v1",
                fr.mentoratdurgence.contracts.followup.v1.EngagementAlertReopened.class);
        add("followup.pair-end-corrected.v1", PairEndCorrected.class);
        add("followup.check-in-undone.v1", fr.mentoratdurgence.contracts.followup.v1.CheckInUndone.class);
    }

    private ContractTypes() {}

    private static void add(String name, Class<?> contract) {
        BY_NAME.put(name, contract);
        BY_CLASS.put(contract, name);
    }

    /**
     * The name of a contract, such as {@code needs.need-declared.v1}.
     *
     * @throws IllegalArgumentException where the class is no contract
     */
    public static String nameOf(Class<?> contract) {
        String name = BY_CLASS.get(contract);
        if (name == null) {
            throw new IllegalArgumentException("not a contract: " + contract.getName());
        }
        return name;
    }

    /** All contracts by name, in a fixed order. */
    public static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }
}
