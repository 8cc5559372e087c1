package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;

/** All that can be asked about going on in person. */
sealed interface WishCommand {
    String pair();

    /** Both sides are to be asked. */
    record AskWishes(String pair, String need, String mentor, LocalDate today) implements WishCommand {}

    /** A side answers. */
    record AnswerWish(String pair, Side side, boolean agrees, LocalDate today) implements WishCommand {}
}
