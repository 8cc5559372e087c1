package fr.mentoratdurgence.matching.hearing;

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
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
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
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.FreeSeat;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProtectMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReopenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoMatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.QualifiedNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Contracts become commands. Codes that this version does not know are left out, as long as the fact stays true without
 * them: a mentor offers less than the fact says, a line asks for what is known of it. Where a line has no known level,
 * or where nothing known is left and nothing means anything at all, the fact waits among the dead letters for a version
 * that knows the code: half a need would never be completed.
 */
@Component
class MatchingInbox implements Inbox {
    private final Hearing hearing;

    @Autowired
    MatchingInbox(Commands commands) {
        this((command, event) -> {
            var _ = commands.send(command, CommandContext.causedBy(event, "matching"));
        });
    }

    MatchingInbox(BiConsumer<MatchingCommand, ReceivedEvent> act) {
        this.hearing = Hearing.of(
                ContractTypes.all(),
                when(NeedQualified.class, (e, event) -> act.accept(opening(e), event)),
                when(
                        NeedLineCountRevised.class,
                        (e, event) -> act.accept(new ReviseNeedLine(e.need(), e.line(), e.toCount()), event)),
                when(
                        NeedReferentAssigned.class,
                        (e, event) -> act.accept(new PassNeedOn(e.need(), e.referent()), event)),
                when(NeedReleased.class, (e, event) -> act.accept(new PassNeedOn(e.need(), null), event)),
                when(NeedHandedOver.class, (e, event) -> act.accept(new PassNeedOn(e.need(), e.to()), event)),
                when(NeedWithdrawn.class, (e, event) -> act.accept(new WithdrawNeed(e.need()), event)),
                when(NeedQualificationUndone.class, (e, event) -> act.accept(new WithdrawNeed(e.need()), event)),
                when(
                        NeedWithdrawalUndone.class,
                        (e, event) -> act.accept(new ReopenNeed(e.need(), event.actor(), event.time()), event)),
                when(MentorActivated.class, (e, event) -> act.accept(opening(e), event)),
                when(MentorWithdrew.class, (e, event) -> act.accept(new WithdrawMentor(e.mentor()), event)),
                when(
                        GoodStandingProofExpired.class,
                        (e, event) -> act.accept(new ExpireProof(e.mentor(), e.expiredOn()), event)),
                when(
                        GoodStandingProofRenewed.class,
                        (e, event) -> act.accept(new RenewProof(e.mentor(), e.renewedOn()), event)),
                when(
                        MentorHeldForReview.class,
                        (e, event) -> act.accept(new HoldForReview(e.mentor(), e.heldOn()), event)),
                when(MentorReviewEnded.class, (e, event) -> act.accept(new EndReview(e.mentor(), e.endedOn()), event)),
                when(InterventionStepTaken.class, (e, event) -> {
                    switch (e.step()) {
                        case "PROBATION" -> act.accept(new BeginProbation(e.mentor(), e.pair(), e.takenOn()), event);
                        case "PROBATION_ENDED" ->
                            act.accept(new EndProbation(e.mentor(), e.pair(), e.takenOn()), event);
                        default -> {
                            // a call or a warning keeps nobody from being proposed
                        }
                    }
                }),
                when(PairInterrupted.class, (e, event) -> act.accept(interruption(e, event), event)),
                when(MentorProtected.class, (e, event) -> {
                    if (e.pair() == null) { // the interruption of a pair says it itself
                        act.accept(new ProtectMentor(e.mentor(), e.concern(), event.actor(), event.time()), event);
                    }
                }),
                when(
                        PairHandedOver.class,
                        (e, event) -> act.accept(
                                new PassPairOn(e.pair(), e.mentor(), e.to(), event.actor(), event.time()), event)),
                when(
                        PairOpeningUndone.class,
                        (e, event) ->
                                act.accept(new UndoMatch(e.proposal(), e.pair(), event.actor(), event.time()), event)),
                when(
                        PairEndUndone.class,
                        (e, event) -> act.accept(
                                new RestorePair(e.pair(), e.proposal(), e.terms(), event.actor(), event.time()),
                                event)),
                when(
                        PairHandOverUndone.class,
                        (e, event) -> act.accept(
                                new PassPairOn(e.pair(), e.mentor(), e.to(), event.actor(), event.time()), event)),
                when(PairClosed.class, (e, event) -> act.accept(new EndPair(e.pair(), e.mentor()), event)),
                when(SeatDecided.class, (e, event) -> {
                    if (e.afterwards().equals("REPLACE")) {
                        act.accept(new FreeSeat(e.pair(), e.need()), event);
                    }
                }),
                leave(
                        StructureRegistered.class,
                        PriorityStatusRecorded.class,
                        StructureVerified.class,
                        NeedDeclared.class,
                        ContactAttempted.class,
                        ContactAttemptUndone.class,
                        ContactErased.class,
                        NeedContactOverdue.class),
                leave(
                        MentorApplied.class,
                        ScreeningPassed.class,
                        ScreeningFailed.class,
                        CharterAccepted.class,
                        TrainingCompleted.class),
                leave(
                        PairOpened.class,
                        PairPaused.class,
                        SeatDecisionDue.class,
                        PairResumed.class,
                        SessionPlanned.class,
                        SessionPlanCancelled.class,
                        FirstContactConfirmed.class,
                        FirstContactOverdue.class,
                        ResourceShared.class,
                        ContinuationAsked.class,
                        ContinuationAnswered.class,
                        CheckInScheduled.class,
                        CheckInCompleted.class,
                        CheckInUndone.class),
                leave(ContractTypes.WEEKS_OF_PAIRS));
    }

    @Override
    public Hearing hearing() {
        return hearing;
    }

    private static InterruptPair interruption(PairInterrupted e, ReceivedEvent event) {
        // a reason that this version does not know holds nobody back
        HoldReason hold = Code.known(HoldReason.class, e.reason()).orElse(null);
        return new InterruptPair(e.pair(), e.need(), e.mentor(), e.replaces(), hold, event.actor(), event.time());
    }

    private static OpenNeed opening(NeedQualified e) {
        return new OpenNeed(
                e.need(),
                new QualifiedNeed(
                        e.structure(),
                        e.referent(),
                        e.departement(),
                        e.academie(),
                        Code.known(PriorityAudience.class, e.priorityAudience()).orElse(PriorityAudience.NONE),
                        e.lines().stream().map(MatchingInbox::line).toList(),
                        e.declaredOn()));
    }

    private static SeatLine line(NeedLine l) {
        return new SeatLine(
                l.line(),
                l.count(),
                new PlaceProfile(
                        some(LevelBand.class, List.of(l.levelBand())).getFirst(),
                        some(SupportKind.class, l.supports()),
                        some(Subject.class, l.subjects()),
                        some(Channel.class, l.channels()),
                        some(
                                l.slots().stream()
                                        .flatMap(s -> slot(s.day(), s.startMinute(), s.endMinute()))
                                        .toList(),
                                l.slots()),
                        null,
                        null,
                        l.familyLink()));
    }

    private static OpenMentor opening(MentorActivated e) {
        List<Skill> skills = e.skills().stream().flatMap(s -> skill(s).stream()).toList();
        return new OpenMentor(
                e.mentor(),
                new MentorProfile(
                        e.adult(),
                        e.departement(),
                        e.anywhere(),
                        skills,
                        some(SupportKind.class, e.supports()),
                        some(Channel.class, e.channels()),
                        some(
                                e.slots().stream()
                                        .flatMap(s -> slot(s.day(), s.startMinute(), s.endMinute()))
                                        .toList(),
                                e.slots()),
                        null,
                        e.activatedOn()),
                e.capacity());
    }

    /** Without one of its codes a skill says nothing; without any skill the mentor helps without a subject. */
    private static Optional<Skill> skill(fr.mentoratdurgence.contracts.mentors.v1.Skill s) {
        return Code.known(Subject.class, s.subject())
                .flatMap(subject -> Code.known(LevelBand.class, s.fromBand())
                        .flatMap(from ->
                                Code.known(LevelBand.class, s.toBand()).map(to -> new Skill(subject, from, to))));
    }

    private static Stream<WeeklySlot> slot(String day, int startMinute, int endMinute) {
        return Code.known(DayOfWeek.class, day).stream().map(known -> new WeeklySlot(known, startMinute, endMinute));
    }

    private static <E extends Enum<E>> List<E> some(Class<E> codes, List<String> names) {
        return some(known(codes, names), names);
    }

    /** What is known of what was told; none means anything at all, so none must not come of some. */
    private static <T> List<T> some(List<T> known, List<?> told) {
        if (known.isEmpty() && !told.isEmpty()) {
            throw new IllegalArgumentException("this version knows no code of " + told);
        }
        return known;
    }

    private static <E extends Enum<E>> List<E> known(Class<E> codes, List<String> names) {
        return names.stream().flatMap(name -> Code.known(codes, name).stream()).toList();
    }
}
