package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the team at once that a worry waits: the référent who follows, and the coordinators of the territory. A letter
 * names nobody and no place: it leads to the page.
 */
public final class ConcernLetters {
    /** From this level on, the coordinators of the whole operation are told. */
    private static final int EVERYBODY = 2;

    private final StaffBoard board;
    private final Letters letters;

    ConcernLetters(StaffBoard board, Letters letters) {
        this.board = board;
        this.letters = letters;
    }

    /**
     * Somebody is worried.
     *
     * @param fact        id of what was decided
     * @param referent    account of who follows; nothing = nobody does
     * @param departement nothing = not known: all coordinators
     */
    public void raised(String concern, String fact, @Nullable String referent, @Nullable String departement) {
        write(StaffLetter.CONCERN_RAISED, concern, fact, board.answering(referent, departement), waiting(concern));
    }

    /** Nobody took it in time, for the {@code level}-th time. */
    public void unanswered(
            String concern, String fact, @Nullable String referent, @Nullable String departement, int level) {
        write(
                StaffLetter.CONCERN_UNANSWERED,
                concern,
                fact,
                board.answering(referent, level >= EVERYBODY ? null : departement),
                unanswered(concern));
    }

    /** Somebody has taken it. */
    public void taken(String concern) {
        letters.settle(unanswered(concern));
    }

    /** It is settled. */
    public void closed(String concern) {
        letters.settle(waiting(concern));
        letters.settle(unanswered(concern));
    }

    private void write(StaffLetter kind, String concern, String fact, Set<String> staff, String reason) {
        staff.forEach(
                one -> letters.write(Letter.of(fact + ":" + one + ":" + kind, kind, one, Map.of("concern", concern))
                        .until(reason)));
    }

    private static String waiting(String concern) {
        return "waiting:" + concern;
    }

    private static String unanswered(String concern) {
        return "unanswered:" + concern;
    }
}
