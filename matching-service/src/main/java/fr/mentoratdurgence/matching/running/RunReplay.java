package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a run again, from the stored events that it knew and nothing else, and compares (I16). */
public final class RunReplay {

    private final KnownThen then;
    private final Runs runs;

    RunReplay(KnownThen then, Runs runs) {
        this.then = then;
        this.runs = runs;
    }

    /** In which of the two something stands that the other one has not. */
    public enum Side {
        /** The run proposed it, the replay does not. */
        RUN_ONLY,
        /** The replay suggests it, the run did not. */
        REPLAY_ONLY
    }

    /** The first thing that differs. */
    public record Difference(Side side, String need, int line, String mentor, int score) {}

    /**
     * What the comparison found.
     *
     * @param suggestions what the replay found
     * @param proposals   what the run opened
     * @param refused     what concurrent acts made impossible in the run
     * @param equal       the same suggestions
     * @param first       where they differ; null = nowhere, or among what was refused
     */
    public record Replay(
            String run,
            int policyVersion,
            long seed,
            long inputPosition,
            int suggestions,
            int proposals,
            int refused,
            boolean equal,
            @Nullable Difference first) {}

    /** Runs it again. */
    public Replay replay(String run) {
        RunRow row = runs.row(run);
        List<Difference> opened = new ArrayList<>();
        Problem problem = then.problem(row, event -> {
            if (event instanceof MatchProposed p && run.equals(p.run())) {
                opened.add(new Difference(
                        Side.RUN_ONLY,
                        p.terms().need(),
                        p.terms().line(),
                        p.terms().mentor(),
                        p.score()));
            }
        });
        List<Suggestion> again = Engine.solve(problem).suggestions();
        return compare(row, opened, again);
    }

    private static Replay compare(RunRow row, List<Difference> opened, List<Suggestion> again) {
        List<Difference> runOnly = new ArrayList<>(opened);
        List<Difference> replayOnly = new ArrayList<>();
        for (Suggestion s : again) {
            if (!runOnly.remove(new Difference(Side.RUN_ONLY, s.need(), s.line(), s.mentor(), s.score()))) {
                replayOnly.add(new Difference(Side.REPLAY_ONLY, s.need(), s.line(), s.mentor(), s.score()));
            }
        }
        int refused = row.refused() == null ? 0 : row.refused();
        RunOutcome outcome = row.outcome();
        boolean same = runOnly.isEmpty()
                && replayOnly.size() == refused
                && (outcome == null || outcome.plan().equals(Fingerprint.of(again)));
        Difference first = null;
        if (!same) {
            first = Stream.concat(runOnly.stream(), replayOnly.stream())
                    .findFirst()
                    .orElse(null);
        }
        return new Replay(
                row.run(),
                row.policyVersion(),
                row.seed(),
                row.inputPosition(),
                again.size(),
                opened.size(),
                refused,
                same,
                first);
    }
}
