package fr.mentoratdurgence.matching.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why this mentor for this place: codes and numbers, words are the page's.
 *
 * @param terms   what earned points
 * @param checked hard rules that hold
 * @param broken  hard rules that do not hold: only where somebody matched by hand
 * @param rival   the best mentor who was not taken for this line, where there was one
 */
public record Explanation(
        List<TermPoints> terms,
        List<HardRule> checked,
        List<HardRule> broken,
        @Nullable Rival rival) {

    /** Why the rival was not taken. */
    public enum RivalReason {
        /** Has no free capacity left: more places are served with this mentor elsewhere. */
        NEEDED_ELSEWHERE,
        /** Has fewer points for this place. */
        FEWER_POINTS,
        /** Has as many points; the seed decided. */
        DRAW
    }

    /** The best refused mentor with his or her points. */
    public record Rival(String mentor, int points, RivalReason reason) {}
}
