package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactWithdrawn;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpeningUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairPaused;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairResumed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecisionDue;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.PauseCommand.PausePair;
import fr.mentoratdurgence.followup.pairs.PauseCommand.ResumePair;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CancelSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CorrectSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoEnd;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is asked in whatever order, a pair's story stays one that could have happened. */
class PairPropertiesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 4, 20);

    @Test
    void every_story_is_a_possible_one() {
        for (long seed = 0; seed < 3_000; seed++) {
            List<PairEvent> story = story(new Random(seed));
            assertThat(possible(story)).as("seed %d: %s", seed, story).isTrue();
        }
    }

    @Test
    void what_is_undone_at_once_is_as_it_was_before() {
        int undone = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Pair state = PairDecider.PAIR.initial();
            LocalDate today = FIRST_DAY;
            for (int step = 0; step < 40; step++) {
                today = today.plusDays(random.nextInt(3));
                PairCommand command = command(random, today);
                Pair before = state;
                state = after(state, command);
                if (before instanceof Pair.Live && state instanceof Pair.Ended) {
                    assertThat(after(state, new UndoEnd("pair-1"))).isEqualTo(before);
                    undone++;
                }
                if (state instanceof Pair.Live live && live.handed() == null) {
                    Pair handed = after(state, new HandOver("pair-1", "account-2", null, "desk:1", today));
                    assertThat(after(handed, new UndoHandOver("pair-1"))).isEqualTo(state);
                }
            }
        }
        assertThat(undone).isGreaterThan(500);
    }

    private static Pair after(Pair state, PairCommand command) {
        Pair after = state;
        try {
            for (PairEvent event : PairDecider.PAIR.decide().apply(command, state)) {
                after = PairDecider.PAIR.evolve().apply(after, event);
            }
            return after;
        } catch (Rejection _) {
            return state;
        }
    }

    private static List<PairEvent> story(Random random) {
        List<PairEvent> story = new ArrayList<>();
        Pair state = PairDecider.PAIR.initial();
        LocalDate today = FIRST_DAY;
        for (int step = 0; step < 40; step++) {
            today = today.plusDays(random.nextInt(3));
            try {
                for (PairEvent event : PairDecider.PAIR.decide().apply(command(random, today), state)) {
                    story.add(event);
                    state = PairDecider.PAIR.evolve().apply(state, event);
                }
            } catch (Rejection _) {
                // a refusal stores nothing
            }
        }
        return story;
    }

    private static PairCommand command(Random random, LocalDate today) {
        LocalDate day = today.plusDays(random.nextInt(8) - 5);
        String session = "session-" + random.nextInt(12);
        return switch (random.nextInt(25)) {
            case 0, 1, 2 -> open(today);
            case 3, 4 -> new ConfirmFirstContact("pair-1", Side.MENTOR, day, today);
            case 5, 6, 7 -> new NoticeSilence("pair-1", noon(today));
            case 8 -> interrupt(random, day, today);
            case 9 -> new ClosePair("pair-1", true, day, today);
            case 17 ->
                new DecideSeat(
                        "pair-1",
                        SeatAfterwards.values().length > random.nextInt(6)
                                ? SeatAfterwards.CLOSE
                                : SeatAfterwards.REPLACE,
                        null,
                        today);
            case 24 -> new NoticeSeatDue("pair-1", today);
            case 19 ->
                random.nextBoolean()
                        ? new PausePair("pair-1", side(random), PauseReason.HOLIDAYS, day, today.plusDays(3), today)
                        : new ResumePair("pair-1", side(random), today);
            case 18 -> new RecordExit("pair-1", side(random), ExitOutcome.HELPED, true, day, today);
            case 20, 21 -> new ProposeContinuation("pair-1", "AFEV", day, today);
            case 22, 23 ->
                new AnswerContinuation("pair-1", random.nextInt(3) == 0, ContinuationSide.MENTOR, day, today);
            case 10, 11, 12 ->
                new LogMissedSession(
                        "pair-1", session, side(random), new Absence(day, Side.MENTOR, false), repeat(random), today);
            case 13, 14 -> new CancelSession("pair-1", session, side(random), AmendmentReason.WRONG_PAIR, today);
            case 15, 16 ->
                new CorrectSession(
                        "pair-1",
                        session,
                        side(random),
                        AmendmentReason.WRONG_DAY,
                        new Session(day, random.nextInt(300) - 20, Channel.VIDEO, List.of()),
                        today);
            default ->
                new LogSession(
                        "pair-1",
                        session,
                        side(random),
                        new Session(day, random.nextInt(300) - 20, Channel.PHONE, List.of()),
                        repeat(random),
                        today);
        };
    }

    private static InterruptPair interrupt(Random random, LocalDate day, LocalDate today) {
        SeatAfterwards afterwards =
                List.of(SeatAfterwards.values()).get(random.nextInt(SeatAfterwards.values().length));
        return new InterruptPair(
                "pair-1",
                Side.YOUTH,
                InterruptionReason.OTHER,
                afterwards,
                today.plusDays(random.nextInt(3)),
                day,
                today);
    }

    private static Side side(Random random) {
        return List.of(Side.values()).get(random.nextInt(Side.values().length));
    }

    private static Repeat repeat(Random random) {
        return List.of(Repeat.values()).get(random.nextInt(Repeat.values().length));
    }

    private static boolean possible(List<PairEvent> story) {
        boolean contacted = false;
        boolean overdue = false;
        boolean agreed = false;
        @Nullable LocalDate proposedOn = null;
        LocalDate openedOn = LocalDate.MAX;
        LocalDate endedOn = LocalDate.MAX;
        Set<String> used = new HashSet<>();
        Map<String, String> sessions = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        Set<Side> exits = new HashSet<>();
        boolean held = false;
        for (int at = 0; at < story.size(); at++) {
            boolean fits = switch (story.get(at)) {
                case PairOpened e -> {
                    openedOn = e.openedOn();
                    yield at == 0;
                }
                case FirstContactConfirmed e -> !contacted && within(e.contactedOn(), openedOn, endedOn);
                case FirstContactWithdrawn _ -> contacted;
                case FirstContactOverdue _ -> !contacted && !overdue;
                case SessionHeld e ->
                    contacted
                            && used.add(e.session())
                            && sessions.put(e.session(), "held") == null
                            && SessionRules.lasts(e.minutes())
                            && within(e.heldOn(), openedOn, endedOn);
                case SessionMissed e ->
                    used.add(e.session())
                            && sessions.put(e.session(), "missed") == null
                            && within(e.plannedOn(), openedOn, endedOn);
                case SessionConfirmed e -> sessions.containsKey(e.session());
                case SessionCorrected e ->
                    "held".equals(sessions.get(e.session()))
                            && SessionRules.lasts(e.minutes())
                            && within(e.heldOn(), openedOn, endedOn);
                case SessionCancelled e -> "held".equals(sessions.remove(e.session()));
                case AbsenceCancelled e -> "missed".equals(sessions.remove(e.session()));
                case PairInterrupted e ->
                    latest(days, e.interruptedOn())
                            && (e.heldUntil() != null) == (e.afterwards() == SeatAfterwards.HOLD);
                case PairClosed e -> latest(days, e.closedOn());
                case PairHandedOver e -> !e.from().equals(e.to());
                case PairHandOverUndone _, PairOpeningUndone _, PairEndUndone _, PairEndCorrected _ ->
                    false; // not asked for here
                case PairPaused e -> !e.until().isBefore(e.from());
                case PairResumed _ -> true;
                case SeatDecided _, SeatDecisionDue _ -> held && !endedOn.equals(LocalDate.MAX);
                case ExitInterviewRecorded e -> exits.add(e.side()) && !endedOn.equals(LocalDate.MAX);
                case ContinuationProposed e -> {
                    boolean free = proposedOn == null && !agreed;
                    proposedOn = e.proposedOn();
                    yield free && !e.proposedOn().isBefore(openedOn);
                }
                case ContinuationAgreed e -> {
                    agreed = true;
                    yield proposedOn != null && !e.agreedOn().isBefore(proposedOn);
                }
                case ContinuationDeclined e -> {
                    boolean waited =
                            proposedOn != null && !agreed && !e.declinedOn().isBefore(proposedOn);
                    proposedOn = null;
                    yield waited;
                }
            };
            boolean onlyWhileItLives = switch (story.get(at)) {
                case PairOpened _,
                        FirstContactOverdue _,
                        PairPaused _,
                        PairResumed _,
                        PairInterrupted _,
                        PairClosed _ -> true;
                default -> false;
            };
            if ((!endedOn.equals(LocalDate.MAX) && onlyWhileItLives) || !fits || openedOn.equals(LocalDate.MAX)) {
                return false;
            }
            switch (story.get(at)) {
                case FirstContactConfirmed _ -> contacted = true;
                case FirstContactWithdrawn _ -> contacted = false;
                case FirstContactOverdue _ -> overdue = true;
                case PairInterrupted e -> {
                    endedOn = e.interruptedOn();
                    held = e.heldUntil() != null;
                }
                case SeatDecided _ -> held = false;
                case SessionHeld e -> days.put(e.session(), e.heldOn());
                case SessionMissed e -> days.put(e.session(), e.plannedOn());
                case SessionCorrected e -> days.put(e.session(), e.heldOn());
                case SessionCancelled e -> days.remove(e.session());
                case AbsenceCancelled e -> days.remove(e.session());
                case PairClosed e -> endedOn = e.closedOn();
                default -> {}
            }
        }
        return true;
    }

    private static boolean latest(Map<String, LocalDate> days, LocalDate end) {
        return days.values().stream().noneMatch(end::isBefore);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static OpenPair open(LocalDate today) {
        return new OpenPair(new PairOpened(
                "pair-1",
                "proposal-1",
                new PairTerms(
                        "need-1",
                        1,
                        1,
                        "mentor-1",
                        "structure-0940176F",
                        "account-1",
                        "94",
                        "24",
                        "A_NEW_BAND",
                        "NONE",
                        FIRST_DAY),
                today,
                noon(today.plusDays(2))));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
