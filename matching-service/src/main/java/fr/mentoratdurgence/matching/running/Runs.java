package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Certificate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.LivePlan;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.engine.WeightsOverflow;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.matching.proposing.RunEvent.AudienceFairness;
import fr.mentoratdurgence.matching.proposing.RunEvent.MatchingRunStarted;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.matching.proposing.RunRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.SharedLock;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.JobProgress;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Matches everything that is free with everybody who is free. Proposals go in batches: a transaction short enough not to
 * hold up a référent who acts by hand beside it, and each proposal that such an act has made impossible is left out.
 */
public final class Runs {
    private static final int BATCH = 100;

    private final LiveMatching live;
    private final RunBoard board;
    private final ProposalBoard proposals;
    private final Commands commands;
    private final PolicyVersions policies;
    private final Clock clock;
    private final Ids ids;
    private final DataSource database;
    private final KnownThen then;

    Runs(
            LiveMatching live,
            RunBoard board,
            ProposalBoard proposals,
            Commands commands,
            PolicyVersions policies,
            Clock clock,
            Ids ids,
            DataSource database,
            KnownThen then) {
        this.live = live;
        this.board = board;
        this.proposals = proposals;
        this.commands = commands;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
        this.database = database;
        this.then = then;
    }

    /** What a run brought. */
    public record Result(String run, int proposals, int refused, int waitingSeats) {}

    private record Input(long position, List<Long> gaps, List<FreeLine> lines, Problem problem, Instant at) {}

    /** A plan with its proof. */
    private record Solved(ExplainedPlan outcome, BigInteger worth, BigInteger bound, boolean certified) {
        RunOutcome stored() {
            return new RunOutcome(
                    outcome.value().floors(),
                    outcome.value().coverage(),
                    outcome.value().fit(),
                    worth,
                    bound,
                    certified,
                    Fingerprint.of(outcome.suggestions()),
                    outcome.fairness().stream()
                            .map(f -> new AudienceFairness(f.audience(), f.seats(), f.floor(), f.served()))
                            .toList());
        }
    }

    /**
     * Runs now. The same command twice gives the result of the first; where that one was cut off, it is gone on with, from
     * what it knew and not from what is known now.
     *
     * @throws Rejection {@code RUN_IN_PROGRESS} while another run is at work
     */
    public Result run(CommandContext context, JobProgress progress) {
        try (SharedLock _ = SharedLock.tryTake(database, "matching run")
                .orElseThrow(() -> new Rejection(RunRejection.RUN_IN_PROGRESS))) {
            String run = ids.next("run");
            Input input = input(run.hashCode(), policies.active());
            Problem problem = input.problem();
            Solved solved = solve(problem); // before anything is stored: a policy that cannot be followed leaves no run
            int seats = problem.lines().stream().mapToInt(WaitingLine::seats).sum();
            int capacity =
                    problem.mentors().stream().mapToInt(Candidate::capacity).sum();
            String started = commands.send(
                    new StartRun(new MatchingRunStarted(
                            run,
                            problem.policy().version(),
                            problem.seed(),
                            input.position(),
                            seats,
                            capacity,
                            input.at(),
                            input.gaps())),
                    context.child("start"));
            return started.equals(run)
                    ? bring(run, problem.policy(), solved, input.at(), context, progress)
                    : goOnWith(row(started), context, progress);
        }
    }

    private Result goOnWith(RunRow begun, CommandContext context, JobProgress progress) {
        if (begun.proposals() != null) {
            return result(begun.run());
        }
        Problem problem = then.problem(begun, _ -> {});
        return bring(begun.run(), problem.policy(), solve(problem), begun.startedAt(), context, progress);
    }

    private Result bring(
            String run, Policy policy, Solved solved, Instant at, CommandContext context, JobProgress progress) {
        List<Suggestion> suggestions = solved.outcome().suggestions();
        int accepted = propose(run, policy, suggestions, at, context, progress);
        var _ = commands.send(
                new CompleteRun(run, accepted, suggestions.size() - accepted, solved.stored()),
                context.child("complete"));
        return result(run);
    }

    /**
     * What a run would bring now, under the active policy or another published version. Stores nothing.
     *
     * @param policyVersion null = the active one
     */
    public DryRun dry(@Nullable Integer policyVersion) {
        Input input = input(0, policyVersion == null ? policies.active() : policies.version(policyVersion));
        Solved solved = solve(input.problem());
        LocalDate today = OperationDay.of(input.at());
        Map<PriorityAudience, Integer> open = proposals.openByAudience();
        Map<LineId, List<Suggestion>> suggested = new HashMap<>();
        for (Suggestion s : solved.outcome().suggestions()) {
            suggested.computeIfAbsent(s.id(), _ -> new ArrayList<>()).add(s);
        }
        Map<LineId, ExplainedPlan.Waiting> waiting = new HashMap<>();
        solved.outcome().waiting().forEach(w -> waiting.put(w.id(), w));
        List<DryRun.Gain> gains = new ArrayList<>();
        List<DryRun.Wait> waits = new ArrayList<>();
        for (FreeLine line : input.lines()) {
            int days = line.waitingDays(today);
            List<Suggestion> mentors = suggested.getOrDefault(line.id(), List.of());
            if (!mentors.isEmpty()) {
                gains.add(new DryRun.Gain(line, days, mentors.size(), List.copyOf(mentors)));
            }
            ExplainedPlan.Waiting left = waiting.get(line.id());
            if (left != null) {
                waits.add(new DryRun.Wait(line, days, left.seats(), left.why()));
            }
        }
        return new DryRun(
                input.problem().policy().version(),
                input.position(),
                open.values().stream().mapToInt(Integer::intValue).sum(),
                gains,
                waits,
                solved.outcome().fairness().stream()
                        .map(f -> DryRun.Audience.of(f, open.getOrDefault(f.audience(), 0)))
                        .toList(),
                solved.certified());
    }

    /** Mentors who would help most if they came now, the best first. */
    public List<ExplainedPlan.Hint> hints() {
        return planned(input(0, policies.active()).problem()).outcome().hints();
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
    public List<ExplainedPlan.Waiting> whyWaiting(List<FreeLine> lines) {
        LocalDate today = OperationDay.of(clock.instant());
        Policy policy = policies.active();
        return Engine.whyWaiting(live.known(known -> known.input().problem(lines, today, policy, 0)));
    }

    /** What a run would propose now; proposes nothing. */
    List<Suggestion> plan() {
        return planned(input(0, policies.active()).problem()).outcome().suggestions();
    }

    private static Solved solve(Problem problem) {
        LivePlan live = planned(problem);
        Certificate certificate = Certificate.check(problem, live.plan());
        return new Solved(live.outcome(), certificate.value(), certificate.bound(), certificate.proven());
    }

    private static LivePlan planned(Problem problem) {
        try {
            return LivePlan.once(problem);
        } catch (WeightsOverflow overflow) {
            throw new Rejection(
                    RunRejection.WEIGHTS_TOO_LARGE,
                    Map.of(
                            "seats",
                            String.valueOf(overflow.seats()),
                            "version",
                            String.valueOf(problem.policy().version())));
        }
    }

    /** All as of one moment of the store, which position and gaps name. */
    private Input input(long seed, Policy policy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = OperationDay.of(now);
        return live.known(known -> {
            List<FreeLine> lines = known.input().waiting();
            Problem problem = known.input().problem(lines, today, policy, seed);
            return new Input(known.position(), known.gaps(), lines, problem, now);
        });
    }

    private int propose(
            String run,
            Policy policy,
            List<Suggestion> suggestions,
            Instant now,
            CommandContext context,
            JobProgress progress) {
        int accepted = 0;
        for (int from = 0; from < suggestions.size(); from += BATCH) {
            progress.at(from, suggestions.size());
            List<Propose> batch = new ArrayList<>();
            for (Suggestion s : suggestions.subList(from, Math.min(from + BATCH, suggestions.size()))) {
                batch.add(Propose.of(
                                ids.next("proposal"),
                                s,
                                Origin.RUN,
                                policy,
                                context.actor().id(),
                                now)
                        .inRun(run));
            }
            accepted += Integer.parseInt(
                    commands.send(new ProposeBatch(List.copyOf(batch)), context.child("batch-" + from / BATCH)));
        }
        return accepted;
    }
}
