package fr.mentoratdurgence.matching.hearing;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
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
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
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
import org.springframework.stereotype.Component;

/** Contracts become commands. Codes that this version does not know are left out. */
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

    private static Optional<MatchingCommand> command(ReceivedEvent event) {
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
                    case "followup.pair-interrupted.v1" -> {
                        PairInterrupted e = event.as(PairInterrupted.class);
                        yield new InterruptPair(e.pair(), e.need(), e.mentor());
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
        List<WeeklySlot> slots = l.slots().stream()
                .map(s -> new WeeklySlot(DayOfWeek.valueOf(s.day()), s.startMinute(), s.endMinute()))
                .toList();
        return new SeatLine(
                l.line(),
                l.count(),
                new PlaceProfile(
                        LevelBand.valueOf(l.levelBand()),
                        known(SupportKind.class, l.supports()),
                        known(Subject.class, l.subjects()),
                        known(Channel.class, l.channels()),
                        slots)); // a need is only qualified with a family link where one is needed
    }

    private static OpenMentor opening(MentorActivated e) {
        List<Skill> skills = e.skills().stream()
                .flatMap(s -> known(Subject.class, List.of(s.subject())).stream()
                        .map(subject ->
                                new Skill(subject, LevelBand.valueOf(s.fromBand()), LevelBand.valueOf(s.toBand()))))
                .toList();
        List<WeeklySlot> slots = e.slots().stream()
                .map(s -> new WeeklySlot(DayOfWeek.valueOf(s.day()), s.startMinute(), s.endMinute()))
                .toList();
        return new OpenMentor(
                e.mentor(),
                new MentorProfile(
                        e.adult(),
                        e.departement(),
                        e.anywhere(),
                        skills,
                        known(SupportKind.class, e.supports()),
                        known(Channel.class, e.channels()),
                        slots,
                        null,
                        e.activatedOn()),
                e.capacity());
    }

    private static <E extends Enum<E>> List<E> known(Class<E> codes, List<String> names) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> names.contains(code.name()))
                .toList();
    }
}
