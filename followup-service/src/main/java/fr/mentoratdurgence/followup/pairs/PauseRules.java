package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ALREADY_PAUSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_NOT_PAUSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAUSE_OVER;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAUSE_TOO_LONG;

import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairPaused;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairResumed;
import fr.mentoratdurgence.followup.pairs.PauseCommand.PausePair;
import fr.mentoratdurgence.followup.pairs.PauseCommand.ResumePair;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rules of a pause: it has a first and a last day, is over by itself, and may be ended earlier. Its place stays
 * taken. Pure.
 */
final class PauseRules {
    static final int LONGEST_DAYS = 92;

    private PauseRules() {}

    static List<PairEvent> decide(Live live, PauseCommand command) {
        return switch (command) {
            case PausePair c -> pause(live, c);
            case ResumePair c -> {
                if (live.pauses().latest(c.today()).isEmpty()) {
                    throw new Rejection(PAIR_NOT_PAUSED);
                }
                yield List.of(new PairResumed(c.pair(), c.side(), c.today()));
            }
        };
    }

    private static List<PairEvent> pause(Live live, PausePair c) {
        LocalDate openedOn = live.opening().openedOn();
        if (c.from().isBefore(openedOn)) {
            throw new Rejection(DATE_BEFORE_OPENING, Map.of("openedOn", openedOn.toString()));
        }
        if (c.until().isBefore(c.today()) || c.until().isBefore(c.from())) {
            throw new Rejection(PAUSE_OVER);
        }
        if (c.until().isAfter(c.today().plusDays(LONGEST_DAYS))) {
            throw new Rejection(PAUSE_TOO_LONG, Map.of("most", String.valueOf(LONGEST_DAYS)));
        }
        live.pauses()
                .latest(c.today())
                .filter(before -> !before.until().isBefore(c.from()))
                .ifPresent(before -> {
                    throw new Rejection(
                            PAIR_ALREADY_PAUSED, Map.of("until", before.until().toString()));
                });
        return List.of(new PairPaused(c.pair(), c.side(), c.reason(), c.from(), c.until()));
    }
}
