package fr.mentoratdurgence.matching.engine;

import java.util.List;

/** What a run found: one suggestion per seat, and for each line with seats left the reason. */
public record Outcome(List<Suggestion> suggestions, List<Waiting> waiting) {

    /** A line with seats that nobody was found for. */
    public record Waiting(String need, int line, int seats, WhyWaiting why) {}
}
