package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> open(today);
            case 3, 4 -> new ConfirmFirstContact("pair-1", Side.MENTOR, day, today);
            case 5, 6, 7 -> new NoticeSilence("pair-1", noon(today));
            case 8 -> new InterruptPair("pair-1", Side.YOUTH, InterruptionReason.OTHER, today);
            case 9 -> new ClosePair("pair-1", true, today);
            case 20, 21 -> new ProposeContinuation("pair-1", "AFEV", day, today);
            case 22, 23 ->
                new AnswerContinuation("pair-1", random.nextInt(3) == 0, ContinuationSide.MENTOR, day, today);
            case 10, 11, 12 -> new LogMissedSession("pair-1", session, Side.MENTOR, false, day, today);
            default ->
                new LogSession("pair-1", session, Side.MENTOR, random.nextInt(300) - 20, Channel.PHONE, day, today);
        };
    }

    private static boolean possible(List<PairEvent> story) {
        boolean contacted = false;
        boolean overdue = false;
        boolean ended = false;
        boolean agreed = false;
        @Nullable LocalDate proposedOn = null;
        LocalDate openedOn = LocalDate.MAX;
        Set<String> sessions = new HashSet<>();
        for (int at = 0; at < story.size(); at++) {
            boolean fits = switch (story.get(at)) {
                case PairOpened e -> {
                    openedOn = e.openedOn();
                    yield at == 0;
                }
                case FirstContactConfirmed e -> !contacted && !e.contactedOn().isBefore(openedOn);
                case FirstContactOverdue _ -> !contacted && !overdue;
                case SessionHeld e ->
                    contacted
                            && sessions.add(e.session())
                            && e.minutes() >= 1
                            && e.minutes() <= 240
                            && !e.heldOn().isBefore(openedOn);
                case SessionMissed e ->
                    sessions.add(e.session()) && !e.plannedOn().isBefore(openedOn);
                case PairInterrupted _, PairClosed _ -> true;
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
            boolean afterwards = story.get(at) instanceof ContinuationProposed
                    || story.get(at) instanceof ContinuationAgreed
                    || story.get(at) instanceof ContinuationDeclined;
            if ((ended && !afterwards) || !fits || openedOn.equals(LocalDate.MAX)) {
                return false;
            }
            contacted |= story.get(at) instanceof FirstContactConfirmed;
            overdue |= story.get(at) instanceof FirstContactOverdue;
            ended |= story.get(at) instanceof PairClosed || story.get(at) instanceof PairInterrupted;
        }
        return true;
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
