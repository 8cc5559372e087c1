package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.wishes.WishCommand.AnswerWish;
import fr.mentoratdurgence.followup.wishes.WishCommand.AskWishes;
import fr.mentoratdurgence.followup.wishes.WishEvent.ContinuationAnswered;
import fr.mentoratdurgence.followup.wishes.WishEvent.ContinuationAsked;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of who is asked once, and whose last word counts. Pure. */
final class WishDecider {
    static final Decider<WishCommand, Wishes, WishEvent> WISHES =
            new Decider<>("Wishes", new Wishes(false, Map.of()), WishDecider::decide, WishDecider::evolve);

    /** What the rules remember. */
    record Wishes(boolean asked, Map<Side, Boolean> answers) {}

    private WishDecider() {}

    private static List<WishEvent> decide(WishCommand command, Wishes wishes) {
        return switch (command) {
            case AskWishes c -> {
                if (wishes.asked()) {
                    throw new Rejection(WishRejection.WISHES_ASKED_ALREADY);
                }
                yield List.of(new ContinuationAsked(c.pair(), c.need(), c.mentor(), c.today()));
            }
            case AnswerWish c -> {
                if (!wishes.asked()) {
                    throw new Rejection(WishRejection.WISHES_NOT_ASKED);
                }
                Boolean before = wishes.answers().get(c.side());
                yield before != null && before == c.agrees()
                        ? List.of()
                        : List.of(new ContinuationAnswered(c.pair(), c.side(), c.agrees(), c.today()));
            }
        };
    }

    private static Wishes evolve(Wishes wishes, WishEvent event) {
        return switch (event) {
            case ContinuationAsked _ -> new Wishes(true, wishes.answers());
            case ContinuationAnswered e -> {
                Map<Side, Boolean> answers = new HashMap<>(wishes.answers());
                answers.put(e.side(), e.agrees());
                yield new Wishes(true, Map.copyOf(answers));
            }
        };
    }
}
