package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which waiting lines, and in which order; null = any. */
public record LineChoice(
        @Nullable String departement,
        @Nullable PriorityAudience audience,
        @Nullable LevelBand level,
        Order order) {
    /** All of them, the longest wait first. */
    public static final LineChoice ALL = new LineChoice(null, null, null, Order.ATTENTE);

    /** All of them, as the policy in force weighs them. */
    public static final LineChoice MOST_URGENT = new LineChoice(null, null, null, Order.URGENCE);

    private static final String WAITING = "t.open and t.free > 0";

    /** Audiences that a newer version writes, as an index names them. */
    private static final String NEWER = WAITING
            + Arrays.stream(PriorityAudience.values())
                    .map(known -> "'" + known + "'")
                    .sorted()
                    .collect(Collectors.joining(", ", " and t.priority_audience not in (", ")"));

    /** How the lines are ordered; the name is in the address of the page. */
    public enum Order {
        /** The longest wait first. */
        ATTENTE("", ""),
        /** What weighs most in the policy first: points of the audience and of each day; then the longest wait. */
        URGENCE("%s, ", ""),
        /** Most seats first, then the longest wait. */
        PLACES("t.free desc, ", "t.free desc, ");

        private static final String OLDEST = "t.declared_on, t.need, t.line";

        private final String first;
        private final String firstOfCase;

        /** @param firstOfCase the same among lines of one audience and level */
        Order(String first, String firstOfCase) {
            this.first = first;
            this.firstOfCase = firstOfCase;
        }

        /** @param lightness what the policy in force makes of a line, the heaviest first */
        String sql(String lightness) {
            return first.formatted(lightness) + OLDEST;
        }

        private String ofCase() {
            return firstOfCase + OLDEST;
        }
    }

    /** The longest waits come along one index; what is chosen by, along another one, audience by audience and level by level. */
    FirstRows rows() {
        return new FirstRows("waiting_line", cases(), order.ofCase());
    }

    private List<String> cases() {
        if (audience == null && level == null && order == Order.ATTENTE) {
            return List.of(WAITING);
        }
        List<String> cases = new ArrayList<>();
        for (PriorityAudience each : PriorityAudience.values()) {
            for (LevelBand band : LevelBand.values()) {
                if ((audience == null || audience == each) && (level == null || level == band)) {
                    cases.add(WAITING + " and t.priority_audience = '" + each + "' and t.level_band = '" + band + "'");
                }
            }
        }
        if (audience == null) {
            cases.add(NEWER + (level == null ? "" : " and t.level_band = '" + level + "'"));
        }
        return cases;
    }

    /** The person, who looks at the chosen département alone where one is chosen. */
    Person narrowed(Person person) {
        return departement == null
                ? person
                : new Person(
                        person.account(),
                        person.displayName(),
                        person.roles(),
                        person.covers(departement) ? Set.of(departement) : Set.of(),
                        person.structure(),
                        person.mentor());
    }
}
