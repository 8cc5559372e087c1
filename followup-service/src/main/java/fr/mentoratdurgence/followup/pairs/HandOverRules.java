package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.FOLLOWED_ALREADY;
import static fr.mentoratdurgence.followup.pairs.PairRejection.HAND_OVER_UNTIL;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandBack;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Lent;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a hand-over: for good, or until a day after which the pair goes back to who followed it before. Lent on, it
 * goes back to the first of them. Pure.
 */
final class HandOverRules {
    static final int LONGEST_DAYS = 92;

    private HandOverRules() {}

    static List<PairEvent> decide(Live live, HandOverCommand command) {
        PairTerms terms = live.opening().terms();
        String from = terms.referent();
        return switch (command) {
            case HandOver c -> List.of(handOver(live.opening(), c, until(c)));
            case HandBack c -> {
                Lent lent = live.lent();
                yield lent == null
                                || !lent.until().isBefore(c.today())
                                || lent.owner().equals(from)
                        ? List.of()
                        : List.of(new PairHandedOver(
                                c.pair(), terms.need(), terms.mentor(), from, lent.owner(), null, c.today()));
            }
        };
    }

    /** Of a pair that is over somebody still decides what becomes of its place; nothing comes back. */
    static List<PairEvent> decide(Ended ended, HandOverCommand command) {
        return switch (command) {
            case HandOver c -> {
                if (ended.end().heldUntil() == null) {
                    throw new Rejection(
                            PAIR_ENDED, Map.of("endedOn", ended.end().on().toString()));
                }
                yield List.of(handOver(ended.opening(), c, null));
            }
            case HandBack _ -> List.of();
        };
    }

    private static PairHandedOver handOver(PairOpened opening, HandOver c, @Nullable LocalDate until) {
        PairTerms terms = opening.terms();
        if (terms.referent().equals(c.to())) {
            throw new Rejection(FOLLOWED_ALREADY);
        }
        return new PairHandedOver(c.pair(), terms.need(), terms.mentor(), terms.referent(), c.to(), until, c.today());
    }

    private static @Nullable LocalDate until(HandOver c) {
        LocalDate until = c.until();
        if (until != null
                && (until.isBefore(c.today()) || until.isAfter(c.today().plusDays(LONGEST_DAYS)))) {
            throw new Rejection(HAND_OVER_UNTIL, Map.of("most", String.valueOf(LONGEST_DAYS)));
        }
        return until;
    }
}
