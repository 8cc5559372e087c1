package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Outcome;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.RunRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Matches everything that is free with everybody who is free. Proposals go in batches: a transaction short enough not to
 * hold up a référent who acts by hand beside it, and each proposal that such an act has made impossible is left out.
 */
public final class Runs {
    private static final int BATCH = 100;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Board board;
    private final Commands commands;
    private final Policy policy;
    private final Clock clock;
    private final Ids ids;
    private final OneAtATime oneAtATime;
    private final TransactionTemplate oneMoment;

    Runs(
            Board board,
            Commands commands,
            Policy policy,
            Clock clock,
            Ids ids,
            OneAtATime oneAtATime,
            TransactionTemplate oneMoment) {
        this.board = board;
        this.commands = commands;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.oneAtATime = oneAtATime;
        this.oneMoment = oneMoment;
    }

    /** What a run brought. */
    public record Result(String run, int proposals, int refused, int waitingSeats) {}

    private record Input(long position, Problem problem) {}

    /**
     * Runs now. The same command twice gives the result of the first.
     *
     * @throws Rejection {@code RUN_IN_PROGRESS} while another run is at work
     */
    public Result run(CommandContext context) {
        return oneAtATime.run(() -> {
            String run = ids.next("run");
            Input input = input(run);
            Problem problem = input.problem();
            Instant now = clock.instant();
            int seats = problem.lines().stream().mapToInt(WaitingLine::seats).sum();
            int capacity =
                    problem.mentors().stream().mapToInt(Candidate::capacity).sum();
            String started = commands.send(
                    new StartRun(new MatchingRunStarted(
                            run, policy.version(), problem.seed(), input.position(), seats, capacity, now)),
                    context.child("start"));
            if (!started.equals(run)) {
                return result(started);
            }
            List<Suggestion> suggestions = Engine.solve(problem).suggestions();
            int accepted = propose(run, suggestions, now, context);
            var _ = commands.send(
                    new CompleteRun(run, accepted, suggestions.size() - accepted), context.child("complete"));
            return result(run);
        });
    }

    /** What an earlier run brought. */
    public Result result(String run) {
        RunRow row = row(run);
        int proposals = row.proposals() == null ? 0 : row.proposals();
        int refused = row.refused() == null ? 0 : row.refused();
        return new Result(run, proposals, refused, row.seats() - proposals);
    }

    /** All that is known of a run. */
    public RunRow row(String run) {
        return board.run(run).orElseThrow(() -> new Rejection(RunRejection.NO_SUCH_RUN));
    }

    /** Why each of these lines waits, in this moment. */
    public List<Outcome.Waiting> whyWaiting(List<LineRow> lines) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        return Engine.whyWaiting(new Problem(
                lines.stream().map(line -> line.waiting(today)).toList(),
                board.mentors(today),
                board.exclusions(),
                policy,
                0));
    }

    private Input input(String run) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        Input input = oneMoment.execute(_ -> new Input(
                board.position(),
                new Problem(
                        board.waitingLines().stream()
                                .map(line -> line.waiting(today))
                                .toList(),
                        board.mentors(today),
                        board.exclusions(),
                        policy,
                        run.hashCode())));
        if (input == null) {
            throw new IllegalStateException("no input");
        }
        return input;
    }

    private int propose(String run, List<Suggestion> suggestions, Instant now, CommandContext context) {
        Instant expiresAt = now.plus(Duration.ofHours(policy.proposalHours()));
        int accepted = 0;
        for (int from = 0; from < suggestions.size(); from += BATCH) {
            List<Propose> batch = new ArrayList<>();
            for (Suggestion s : suggestions.subList(from, Math.min(from + BATCH, suggestions.size()))) {
                batch.add(new Propose(
                        ids.next("proposal"),
                        s.need(),
                        s.line(),
                        s.mentor(),
                        Origin.RUN,
                        run,
                        null,
                        policy.version(),
                        s.score(),
                        s.explanation(),
                        context.actor().id(),
                        now,
                        expiresAt));
            }
            accepted += Integer.parseInt(
                    commands.send(new ProposeBatch(List.copyOf(batch)), context.child("batch-" + from / BATCH)));
        }
        return accepted;
    }
}
