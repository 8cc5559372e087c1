package fr.mentoratdurgence.cli;

import java.time.Instant;

/**
 * What became of a part that ended by itself.
 *
 * @param falls how often it ended in a row
 * @param at when that was done, or when it will be tried
 */
public record Fate(Next next, int falls, Instant at) {
    /** What comes after a fall. */
    public enum Next {
        /** It answers again. */
        BACK,
        /** It is started again at that time. */
        WAITS,
        /** It fell too often: somebody has to look, and to ask for it. */
        GIVEN_UP
    }

    /** The one that {@link #toString} wrote. */
    static Fate parse(String text) {
        String[] words = text.split(" ", -1);
        return new Fate(Next.valueOf(words[0]), Integer.parseInt(words[1]), Instant.parse(words[2]));
    }

    @Override
    public String toString() {
        return next + " " + falls + " " + at;
    }
}
