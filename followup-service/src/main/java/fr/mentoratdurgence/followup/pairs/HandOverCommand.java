package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who follows a pair changes. */
sealed interface HandOverCommand extends PairCommand {

    /**
     * Somebody else follows it from now on.
     *
     * @param to    account of who follows it then
     * @param until last day on which that is so; null = for good
     * @param desk  what was handed over in one act has one of these
     */
    record HandOver(String pair, String to, @Nullable LocalDate until, String desk, LocalDate today)
            implements HandOverCommand {}

    /** It goes back to who lent it; {@code today} is the first day on which that is so, however late this is noticed. */
    record HandBack(String pair, LocalDate today) implements HandOverCommand {}
}
