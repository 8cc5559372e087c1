package fr.mentoratdurgence.followup.publishing;

import static fr.mentoratdurgence.platform.Telling.keep;
import static fr.mentoratdurgence.platform.Telling.tell;

import fr.mentoratdurgence.contracts.ContractTypes;
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
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactWithdrawn;
import fr.mentoratdurgence.contracts.followup.v1.InterventionStepTaken;
import fr.mentoratdurgence.contracts.followup.v1.IntroductionConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairEndCorrected;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandOverUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairHandedOver;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairOpeningUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairPaused;
import fr.mentoratdurgence.contracts.followup.v1.PairResumed;
import fr.mentoratdurgence.contracts.followup.v1.ResourceShared;
import fr.mentoratdurgence.contracts.followup.v1.ResourceUsed;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecided;
import fr.mentoratdurgence.contracts.followup.v1.SeatDecisionDue;
import fr.mentoratdurgence.contracts.followup.v1.SessionCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.SessionCorrected;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.followup.care.CareEvent;
import fr.mentoratdurgence.followup.pairs.PairEvent;
import fr.mentoratdurgence.followup.planning.PlanEvent;
import fr.mentoratdurgence.followup.resources.PackEvent;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent;
import fr.mentoratdurgence.followup.staff.StaffEvent;
import fr.mentoratdurgence.followup.wishes.WishEvent;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.Telling;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every fact of a pair is public: reporting counts them all, matching frees the place and the mentor on an end. */
@Component
class FollowupPublisher implements PublicEvents {
    private static final Telling TELLING = Telling.of(
            "followup.v1",
            ContractTypes::nameOf,
            tell(
                    PairEvent.PairOpened.class,
                    e -> new PairOpened(e.pair(), e.proposal(), e.terms(), e.openedOn(), e.firstContactDueAt())),
            tell(
                    PairEvent.FirstContactConfirmed.class,
                    e -> new FirstContactConfirmed(e.pair(), e.side().name(), e.contactedOn())),
            tell(PairEvent.FirstContactOverdue.class, e -> new FirstContactOverdue(e.pair(), e.dueAt())),
            tell(
                    PairEvent.SessionHeld.class,
                    e -> new SessionHeld(
                            e.pair(),
                            e.session(),
                            e.side().name(),
                            e.minutes(),
                            e.channel().name(),
                            e.heldOn(),
                            names(e.support()))),
            tell(
                    PairEvent.SessionMissed.class,
                    e -> new SessionMissed(
                            e.pair(), e.session(), e.side().name(), e.missedBy().name(), e.excused(), e.plannedOn())),
            tell(
                    PairEvent.SessionConfirmed.class,
                    e -> new SessionConfirmed(e.pair(), e.session(), e.side().name(), e.minutes())),
            tell(
                    PairEvent.SessionCorrected.class,
                    e -> new SessionCorrected(
                            e.pair(),
                            e.session(),
                            e.side().name(),
                            e.reason().name(),
                            e.wasMinutes(),
                            e.wasChannel().name(),
                            e.wasHeldOn(),
                            names(e.wasSupport()),
                            e.minutes(),
                            e.channel().name(),
                            e.heldOn(),
                            names(e.support()))),
            tell(
                    PairEvent.SessionCancelled.class,
                    e -> new SessionCancelled(
                            e.pair(),
                            e.session(),
                            e.side().name(),
                            e.reason().name(),
                            e.minutes(),
                            e.channel().name(),
                            e.heldOn(),
                            names(e.support()))),
            tell(
                    PairEvent.AbsenceCancelled.class,
                    e -> new AbsenceCancelled(
                            e.pair(),
                            e.session(),
                            e.side().name(),
                            e.reason().name(),
                            e.missedBy().name(),
                            e.excused(),
                            e.plannedOn())),
            tell(PairEvent.FirstContactWithdrawn.class, e -> new FirstContactWithdrawn(e.pair(), e.contactedOn())),
            tell(
                    PairEvent.PairHandedOver.class,
                    e -> new PairHandedOver(
                            e.pair(), e.need(), e.mentor(), e.from(), e.to(), e.until(), e.handedOverOn())),
            tell(
                    PairEvent.PairHandOverUndone.class,
                    e -> new PairHandOverUndone(e.pair(), e.need(), e.mentor(), e.from(), e.to(), e.until())),
            tell(
                    PairEvent.PairOpeningUndone.class,
                    e -> new PairOpeningUndone(e.pair(), e.proposal(), e.need(), e.line(), e.seat(), e.mentor())),
            tell(PairEvent.PairEndUndone.class, e -> new PairEndUndone(e.pair(), e.proposal(), e.terms(), e.endedOn())),
            tell(
                    PairEvent.PairEndCorrected.class,
                    e -> new PairEndCorrected(
                            e.pair(),
                            e.amendment().name(),
                            name(e.wasSide()),
                            name(e.wasReason()),
                            e.wasPlanned(),
                            e.wasEndedOn(),
                            name(e.side()),
                            name(e.reason()),
                            e.planned(),
                            e.endedOn())),
            tell(
                    PairEvent.PairPaused.class,
                    e -> new PairPaused(e.pair(), e.side().name(), e.reason().name(), e.from(), e.until())),
            tell(
                    PairEvent.PairResumed.class,
                    e -> new PairResumed(e.pair(), e.side().name(), e.resumedOn())),
            tell(
                    PairEvent.PairInterrupted.class,
                    e -> new PairInterrupted(
                            e.pair(),
                            e.need(),
                            e.line(),
                            e.seat(),
                            e.mentor(),
                            e.side().name(),
                            e.reason().name(),
                            e.afterwards().name(),
                            e.heldUntil(),
                            e.interruptedOn())),
            tell(
                    PairEvent.SeatDecided.class,
                    e -> new SeatDecided(
                            e.pair(),
                            e.need(),
                            e.line(),
                            e.seat(),
                            e.mentor(),
                            e.afterwards().name(),
                            e.heldUntil(),
                            e.decidedOn())),
            tell(
                    PairEvent.SeatDecisionDue.class,
                    e -> new SeatDecisionDue(e.pair(), e.need(), e.line(), e.seat(), e.mentor(), e.heldUntil())),
            tell(
                    PairEvent.ExitInterviewRecorded.class,
                    e -> new ExitInterviewRecorded(
                            e.pair(), e.side().name(), e.outcome().name(), e.again(), e.heldOn())),
            tell(
                    PairEvent.PairClosed.class,
                    e -> new PairClosed(e.pair(), e.need(), e.line(), e.seat(), e.mentor(), e.planned(), e.closedOn())),
            tell(
                    PairEvent.ContinuationProposed.class,
                    e -> new ContinuationProposed(e.pair(), e.association(), e.proposedOn())),
            tell(
                    PairEvent.ContinuationAgreed.class,
                    e -> new ContinuationAgreed(
                            e.pair(), e.association(), e.side().name(), e.agreedOn())),
            tell(
                    PairEvent.ContinuationDeclined.class,
                    e -> new ContinuationDeclined(
                            e.pair(), e.association(), e.side().name(), e.declinedOn())),
            tell(
                    CareEvent.IntroductionConfirmed.class,
                    e -> new IntroductionConfirmed(e.pair(), e.side().name(), e.introducedOn())),
            tell(
                    CareEvent.FirstContactChased.class,
                    e -> new FirstContactChased(e.pair(), e.step().name(), e.dueAt(), e.policy())),
            tell(
                    CareEvent.CheckInScheduled.class,
                    e -> new CheckInScheduled(
                            e.pair(),
                            e.number(),
                            e.side().name(),
                            e.need(),
                            e.mentor(),
                            e.dueOn(),
                            e.answerBy(),
                            e.policy())),
            tell(
                    CareEvent.CheckInCompleted.class,
                    e -> new CheckInCompleted(
                            e.pair(),
                            e.number(),
                            e.side().name(),
                            e.health(),
                            e.themes().stream().map(Enum::name).toList(),
                            e.via().name(),
                            e.answeredOn())),
            tell(
                    CareEvent.CheckInOverdue.class,
                    e -> new CheckInOverdue(e.pair(), e.number(), e.side().name(), e.answerBy())),
            tell(
                    CareEvent.EngagementAlertRaised.class,
                    e -> new EngagementAlertRaised(
                            e.pair(), e.kind().name(), e.measure(), e.since(), e.raisedOn(), e.policy())),
            tell(
                    CareEvent.EngagementAlertSnoozed.class,
                    e -> new EngagementAlertSnoozed(e.pair(), e.kind().name(), e.until())),
            tell(
                    CareEvent.EngagementAlertResolved.class,
                    e -> new EngagementAlertResolved(
                            e.pair(), e.kind().name(), e.outcome().name(), e.resolvedOn())),
            tell(
                    CareEvent.EngagementAlertReopened.class,
                    e -> new EngagementAlertReopened(e.pair(), e.kind().name(), e.since(), e.raisedOn())),
            tell(
                    CareEvent.CheckInUndone.class,
                    e -> new CheckInUndone(e.pair(), e.number(), e.side().name())),
            tell(
                    CareEvent.InterventionStepTaken.class,
                    e -> new InterventionStepTaken(
                            e.pair(), e.mentor(), e.step().name(), e.takenOn())),
            // whom the team called stays with the team
            keep(CareEvent.CallLogged.class),
            tell(
                    PlanEvent.SessionPlanned.class,
                    e -> new SessionPlanned(
                            e.pair(), e.side().name(), e.weekly(), e.firstOn(), e.startMinute(), e.minutes())),
            tell(
                    PlanEvent.SessionPlanCancelled.class,
                    e -> new SessionPlanCancelled(e.pair(), e.side().name(), e.cancelledOn())),
            // how many, how fast and how they ended: not whom they are about, not why, not what was done
            tell(
                    ConcernEvent.ConcernRaised.class,
                    e -> new ConcernRaised(
                            e.concern(), e.side().name(), e.about().departement(), OperationDay.of(e.raisedAt()))),
            tell(ConcernEvent.ConcernAcknowledged.class, e -> new ConcernAcknowledged(e.concern(), e.acknowledgedAt())),
            tell(
                    ConcernEvent.ConcernClosed.class,
                    e -> new ConcernClosed(e.concern(), e.reason().name(), e.closedOn())),
            tell(
                    ConcernEvent.MentorProtected.class,
                    e -> new MentorProtected(e.concern(), e.mentor(), e.pair(), e.protectedOn())),
            keep(
                    ConcernEvent.ConcernEscalated.class,
                    ConcernEvent.ConcernStepTaken.class,
                    ConcernEvent.ConcernReopened.class,
                    ConcernEvent.ConcernTextErased.class),
            tell(
                    PackEvent.ResourceShared.class,
                    e -> new ResourceShared(
                            e.pack(),
                            e.share(),
                            e.need(),
                            e.line(),
                            e.pair(),
                            e.mentor(),
                            e.resource(),
                            e.levelBand(),
                            e.support().name(),
                            e.side().name(),
                            e.sharedOn())),
            tell(
                    PackEvent.ResourceUsed.class,
                    e -> new ResourceUsed(
                            e.pack(),
                            e.need(),
                            e.line(),
                            e.pair(),
                            e.resource(),
                            e.levelBand(),
                            e.support().name(),
                            e.side().name(),
                            e.usedOn())),
            tell(
                    WishEvent.ContinuationAsked.class,
                    e -> new ContinuationAsked(e.pair(), e.need(), e.mentor(), e.askedOn())),
            tell(
                    WishEvent.ContinuationAnswered.class,
                    e -> new ContinuationAnswered(e.pair(), e.side().name(), e.agrees(), e.answeredOn())),
            // the team is nobody's business elsewhere
            keep(StaffEvent.class));

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static List<String> names(List<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }

    @Override
    public Telling telling() {
        return TELLING;
    }
}
