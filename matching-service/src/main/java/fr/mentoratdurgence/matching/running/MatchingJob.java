package fr.mentoratdurgence.matching.running;

/** What takes longer than anybody waits for. */
public enum MatchingJob {
    /** A run: proposes to everybody at once. */
    MATCHING_RUN,
    /** What a run would bring now. */
    DRY_RUN,
    /** A run again, from the events that it knew. */
    RUN_REPLAY,
    /** The recorded season under another policy. */
    WHAT_IF;

    /** @param scheduled whether the clock asked */
    public record Run(boolean scheduled) {}
}
