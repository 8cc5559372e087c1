package fr.mentoratdurgence.matching.hearing;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.matching.profile.Channel;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.profile.Skill;
import fr.mentoratdurgence.matching.profile.Subject;
import fr.mentoratdurgence.matching.profile.SupportKind;
import fr.mentoratdurgence.matching.profile.WeeklySlot;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Contracts become commands. Codes that this version does not know are left out, as long as the fact stays true without
 * them: a mentor offers less than the fact says, a line asks for what is known of it. Where a line has no known level,
 * or where nothing known is left and nothing means anything at all, the fact waits among the dead letters for a version
 * that knows the code: half a need would never be completed.
 */
@Component
class MatchingInbox implements Inbox {
    private final Commands commands;

    MatchingInbox(Commands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> topics() {
        return List.of("needs.v1", "mentors.v1", "followup.v1");
    }

    @Override
    public void on(ReceivedEvent event) {
        command(event).ifPresent(command -> {
            var _ = commands.send(command, CommandContext.causedBy(event, "matching"));
        });
    }

    static Optional<MatchingCommand> command(ReceivedEvent event) {
        return Optional.ofNullable(
                switch (event.type()) {
                    case "needs.need-qualified.v1" -> opening(event.as(NeedQualified.class));
                    case "needs.need-line-count-revised.v1" -> {
                        NeedLineCountRevised e = event.as(NeedLineCountRevised.class);
                        yield new ReviseNeedLine(e.need(), e.line(), e.toCount());
                    }
                    case "needs.need-withdrawn.v1" ->
                        new WithdrawNeed(event.as(NeedWithdrawn.class).need());
                    case "mentors.mentor-activated.v1" -> opening(event.as(MentorActivated.class));
                    case "mentors.mentor-withdrew.v1" ->
                        new WithdrawMentor(event.as(MentorWithdrew.class).mentor());
                    case "mentors.good-standing-proof-expired.v1" -> {
                        GoodStandingProofExpired e = event.as(GoodStandingProofExpired.class);
                        yield new ExpireProof(e.mentor(), e.expiredOn());
                    }
                    case "mentors.good-standing-proof-renewed.v1" -> {
                        GoodStandingProofRenewed e = event.as(GoodStandingProofRenewed.class);
                        yield new RenewProof(e.mentor(), e.renewedOn());
                    }
                    case "followup.pair-interrupted.v1" -> {
                        PairInterrupted e = event.as(PairInterrupted.class);
                        // a reason that this version does not know holds nobody back
                        HoldReason hold = known(HoldReason.class, List.of(e.reason())).stream()
                                .findFirst()
                                .orElse(null);
                        yield new InterruptPair(e.pair(), e.need(), e.mentor(), hold, event.actor(), event.time());
                    }
                    case "followup.pair-closed.v1" -> {
                        PairClosed e = event.as(PairClosed.class);
                        yield new EndPair(e.pair(), e.mentor());
                    }
                    default -> null;
                });
    }

    private static OpenNeed opening(NeedQualified e) {
        return new OpenNeed(
                e.need(),
                e.structure(),
                e.referent(),
                e.departement(),
                e.academie(),
                known(PriorityAudience.class, List.of(e.priorityAudience())).stream()
                        .findFirst()
                        .orElse(PriorityAudience.NONE),
                e.lines().stream().map(MatchingInbox::line).toList(),
                e.declaredOn());
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
        List<Subject> subject = known(Subject.class, List.of(s.subject()));
        List<LevelBand> from = known(LevelBand.class, List.of(s.fromBand()));
        List<LevelBand> to = known(LevelBand.class, List.of(s.toBand()));
        return subject.isEmpty() || from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Skill(subject.getFirst(), from.getFirst(), to.getFirst()));
    }

    private static Stream<WeeklySlot> slot(String day, int startMinute, int endMinute) {
        return known(DayOfWeek.class, List.of(day)).stream()
                .map(known -> new WeeklySlot(known, startMinute, endMinute));
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
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> names.contains(code.name()))
                .toList();
    }
}
