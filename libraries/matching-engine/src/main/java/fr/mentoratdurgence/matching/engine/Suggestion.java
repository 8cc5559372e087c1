package fr.mentoratdurgence.matching.engine;

/** One seat of a line for one mentor. */
public record Suggestion(String need, int line, String mentor, int score, Explanation explanation) {

    /** Which line. */
    public LineId id() {
        return new LineId(need, line);
    }
}
