package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunCompleted;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;

/** The rules of a run: it starts once and ends once, and always names its policy, seed and input (I16). */
final class MatchingRunDecider {
    static final Decider<Command, Run, RunEvent> RUN =
            new Decider<>("MatchingRun", new NotStarted(), MatchingRunDecider::decide, MatchingRunDecider::evolve);

    private MatchingRunDecider() {}

    /** What can be asked of a run. */
    sealed interface Command {}

    record Start(MatchingRunStarted started) implements Command {}

    record Complete(int proposals, int refused, RunOutcome outcome) implements Command {}

    /** What a run remembers. */
    sealed interface Run {}

    record NotStarted() implements Run {}

    record AtWork(MatchingRunStarted started) implements Run {}

    record Done() implements Run {}

    private record Case(Run run, Command command) {}

    private static List<RunEvent> decide(Command command, Run run) {
        return switch (new Case(run, command)) {
            case Case(NotStarted _, Start c) -> List.of(c.started());
            case Case(AtWork(MatchingRunStarted s), Complete c) ->
                List.of(new MatchingRunCompleted(
                        s.stream(),
                        s.policyVersion(),
                        s.seed(),
                        s.seats(),
                        s.capacity(),
                        c.proposals(),
                        c.refused(),
                        c.outcome()));
            case Case(NotStarted _, Complete _) -> throw new Rejection(RunRejection.NO_SUCH_RUN);
            case Case(AtWork _, Start _), Case(Done _, Command _) -> throw new Rejection(RunRejection.RUN_EXISTS);
        };
    }

    private static Run evolve(Run run, RunEvent event) {
        return switch (event) {
            case MatchingRunStarted e -> new AtWork(e);
            case MatchingRunCompleted _ -> new Done();
        };
    }
}
