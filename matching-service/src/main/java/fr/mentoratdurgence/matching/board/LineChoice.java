package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import org.jspecify.annotations.Nullable;

/** Which waiting lines, and in which order; null = any. */
public record LineChoice(
        @Nullable String departement,
        @Nullable PriorityAudience audience,
        @Nullable LevelBand level,
        Order order) {
    /** All of them, the longest wait first. */
    public static final LineChoice ALL = new LineChoice(null, null, null, Order.ATTENTE);

    /** How the lines are ordered; the name is in the address of the page. */
    public enum Order {
        /** The longest wait first. */
        ATTENTE(""),
        /** Priority audiences first, then the longest wait. */
        PRIORITE("priority_audience = 'NONE', "),
        /** Most seats first, then the longest wait. */
        PLACES("free desc, ");

        private final String first;

        Order(String first) {
            this.first = first;
        }

        String sql() {
            return first + "declared_on, need, line";
        }
    }
}
