package fr.mentoratdurgence.matching.engine;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.files.PolicyFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the engine on generated markets, beside OR-Tools, greedy and first come, in one run. Times are CPU time of the
 * thread, medians, and OR-Tools has its turn after each of ours: on a busy machine both are held up, and the ratio stays.
 * Arguments: {@code --sizes 1000,22000}, {@code --kinds spare,scarce,short,lines,anywhere,scarce-anywhere},
 * {@code --reps 3}, {@code --oracle 25000} (largest size for OR-Tools), {@code --pairs 20000000} (most pairs for it),
 * {@code --changes 500}, {@code --floors no}, {@code --held N} (pairs of a line, before only the best are held), {@code --certify 1000000}, {@code --json FILE}.
 */
@SuppressWarnings("EnumOrdinal") // nodes of audiences
final class MatchBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Map<String, String> options = new HashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private MatchBench(String[] arguments) {
        for (int k = 0; k + 1 < arguments.length; k += 2) {
            options.put(arguments[k], arguments[k + 1]);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Loader.loadNativeLibraries();
        new MatchBench(arguments).run();
    }

    private void run() throws IOException {
        Policy policy = PolicyFile.read(1);
        if (option("--floors", "yes").equals("no")) {
            policy = new Policy(
                    policy.version(),
                    policy.proposalHours(),
                    policy.rules(),
                    policy.minimumCommonMinutes(),
                    policy.minorMentorBands(),
                    policy.audiencePoints(),
                    policy.pointsPerWaitingDay(),
                    Map.of(),
                    policy.fit(),
                    policy.commonHoursCounted(),
                    policy.mentorWeeksCounted(),
                    policy.referentLoadLimit());
        }
        for (int warm = 0; warm < 3; warm++) {
            Engine.plan(Markets.market(3000, Markets.SCARCE, 1, false, policy, warm));
        }
        for (String size : option("--sizes", "1000,5000,22000").split(",", -1)) {
            for (String kind : option("--kinds", "spare,scarce,lines,anywhere").split(",", -1)) {
                measure(Integer.parseInt(size), kind, policy);
            }
        }
        String json = option("--json", "");
        if (!json.isEmpty()) {
            Files.writeString(Path.of(json), JsonMapper.builder().build().writeValueAsString(rows));
        }
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(option(name, String.valueOf(otherwise)));
    }

    private void measure(int seats, String kind, Policy policy) {
        Problem problem = Markets.market(
                seats,
                kind.contains("short")
                        ? Markets.SHORT
                        : kind.contains("spare") || kind.equals("anywhere") ? Markets.SPARE : Markets.SCARCE,
                kind.contains("lines") ? 4 : 1,
                kind.contains("anywhere"),
                policy,
                seats);
        int reps = number("--reps", 3);
        int held = number("--held", LivePlan.mostHeld(problem));
        Problem noSeats = new Problem(
                problem.lines().stream().map(line -> line.withSeats(0)).toList(),
                problem.mentors(),
                problem.exclusions(),
                policy,
                problem.seed());
        double[] build = new double[reps];
        double[] all = new double[reps];
        double[] other = new double[reps];
        double[] certify = new double[reps];
        long pairs = 0;
        boolean equal = true;
        boolean proven = true;
        LivePlan plan = LivePlan.once(noSeats, held);
        for (int i = 0; i < plan.assignment().net().lines(); i++) {
            plan.assignment().candidates().find(i);
            pairs += plan.assignment().candidates().mentors.size();
        }
        boolean oracle = seats <= number("--oracle", 25_000) && pairs <= number("--pairs", 20_000_000);
        resetPeak();
        for (int k = 0; k < reps; k++) {
            plan = null;
            long used = CPU.getCurrentThreadCpuTime();
            LivePlan.once(noSeats, held);
            build[k] = (CPU.getCurrentThreadCpuTime() - used) / 1e6;
            used = CPU.getCurrentThreadCpuTime();
            plan = LivePlan.once(problem, held);
            all[k] = (CPU.getCurrentThreadCpuTime() - used) / 1e6;
            if (seats <= number("--certify", 1_000_000)) {
                Plan found = plan.plan();
                used = CPU.getCurrentThreadCpuTime();
                proven &= Certificate.check(problem, found).proven();
                certify[k] = (CPU.getCurrentThreadCpuTime() - used) / 1e6;
            }
            if (oracle) {
                used = CPU.getCurrentThreadCpuTime();
                BigInteger theirs = ortools(plan);
                other[k] = (CPU.getCurrentThreadCpuTime() - used) / 1e6;
                equal &= plan.assignment().levels().number(plan.value()).equals(theirs);
            }
        }
        if (plan == null) {
            return;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seats", seats);
        row.put("kind", kind);
        row.put("lines", plan.assignment().net().lines());
        row.put("groups", plan.assignment().net().mentors());
        row.put("pairs", pairs);
        row.put("held", plan.assignment().net().edges());
        row.put("build_ms", median(build));
        row.put("all_ms", median(all));
        row.put("certify_ms", median(certify));
        row.put("proven", proven);
        row.put("heap_peak_mb", peak());
        if (oracle) {
            row.put("ortools_ms", median(other));
            row.put("times_faster", median(other) / median(all));
            row.put("equal", equal);
        }
        row.put("served", served(plan));
        row.put("points", plan.value().coverage());
        greedy(plan, plan.assignment().order(), "greedy", true, row);
        greedy(plan, firstCome(plan), "first_come", false, row);
        plan = null;
        int changes = number("--changes", 500);
        if (changes > 0) {
            repair(problem, changes, kind, row);
        }
        row.put("process_peak_mb", peakMemory());
        rows.add(row);
        StringBuilder line = new StringBuilder();
        row.forEach((name, value) -> line.append(name)
                .append('=')
                .append(value instanceof Double d ? String.format(Locale.ROOT, "%.1f", d) : value)
                .append(' '));
        System.out.println(line);
    }

    /** One more line, one line less, one mentor less, one mentor more: how much CPU time until the optimum is back? */
    private static void repair(Problem problem, int changes, String kind, Map<String, Object> row) {
        LivePlan live = LivePlan.of(problem);
        int seats = problem.lines().stream().mapToInt(WaitingLine::seats).sum();
        List<WaitingLine> later = Markets.later(seats, changes, kind.contains("anywhere"), seats + 1L);
        live.addLine(later.getFirst());
        live.removeLine(later.getFirst().need(), 1);
        live.removeMentor(problem.mentors().getFirst().mentor());
        live.addMentor(problem.mentors().getFirst());
        long[] add = new long[later.size()];
        long[] remove = new long[later.size()];
        long[] leave = new long[later.size()];
        long[] join = new long[later.size()];
        for (int k = 0; k < later.size(); k++) {
            WaitingLine line = later.get(k);
            Candidate mentor = problem.mentors().get(k);
            long t = CPU.getCurrentThreadCpuTime();
            live.addLine(line);
            add[k] = CPU.getCurrentThreadCpuTime() - t;
            t = CPU.getCurrentThreadCpuTime();
            live.removeMentor(mentor.mentor());
            leave[k] = CPU.getCurrentThreadCpuTime() - t;
            t = CPU.getCurrentThreadCpuTime();
            live.addMentor(mentor);
            join[k] = CPU.getCurrentThreadCpuTime() - t;
            t = CPU.getCurrentThreadCpuTime();
            live.removeLine(later.get(k).need(), 1);
            remove[k] = CPU.getCurrentThreadCpuTime() - t;
        }
        row.put("line_in_us", percentiles(add));
        row.put("line_out_us", percentiles(remove));
        row.put("mentor_out_us", percentiles(leave));
        row.put("mentor_in_us", percentiles(join));
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT, "%.0f/%.0f", nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static int served(LivePlan plan) {
        int served = 0;
        for (int i = 0; i < plan.assignment().net().lines(); i++) {
            served += plan.assignment().net().served(i);
        }
        return served;
    }

    /** Who waits longest comes first. */
    private static List<Integer> firstCome(LivePlan plan) {
        List<Integer> order = plan.assignment().order();
        order.sort(
                Comparator.comparingInt(i -> -plan.assignment().line(i).line().waitingDays()));
        return order;
    }

    /** Line after line takes whom it fits best among those who are left, or the first who fits. */
    private static void greedy(LivePlan plan, List<Integer> order, String name, boolean best, Map<String, Object> row) {
        Transport net = plan.assignment().net();
        Candidates candidates = plan.assignment().candidates();
        int[] free = new int[net.mentors()];
        for (int j = 0; j < free.length; j++) {
            free[j] = net.capacity(j);
        }
        int served = 0;
        long points = 0;
        for (int i : order) {
            candidates.find(i);
            for (int left = net.seats(i), take = 1; left > 0 && take > 0; left -= take) {
                int chosen = -1;
                for (int k = 0; k < candidates.mentors.size() && (best || chosen < 0); k++) {
                    if (free[candidates.mentors.get(k)] > 0
                            && (chosen < 0 || candidates.worths.get(k) > candidates.worths.get(chosen))) {
                        chosen = k;
                    }
                }
                take = chosen < 0 ? 0 : Math.min(left, free[candidates.mentors.get(chosen)]);
                if (take > 0) {
                    free[candidates.mentors.get(chosen)] -= take;
                    served += take;
                    points += plan.assignment().line(i).weight() * take;
                }
            }
        }
        row.put(name, served);
        row.put(name + "_points", points);
    }

    /** The same network to OR-Tools; building its graph is not ours to blame, but its owner must do it, too. */
    private static BigInteger ortools(LivePlan plan) {
        Transport net = plan.assignment().net();
        int lines = net.lines();
        int mentors = net.mentors();
        int audiences = PriorityAudience.values().length;
        int root = lines + mentors + audiences;
        int sink = root + 1;
        MinCostFlow flow = new MinCostFlow(sink + 1, 16 * lines + mentors);
        int seats = 0;
        for (int i = 0; i < lines; i++) {
            seats += net.seats(i);
            int a = plan.assignment().line(i).line().audience().ordinal();
            flow.addArcWithCapacityAndUnitCost(lines + mentors + a, i, net.seats(i), 0);
            long base = plan.assignment().line(i).weight()
                    * plan.assignment().levels().coverage();
            plan.assignment().candidates().find(i);
            for (int k = 0; k < plan.assignment().candidates().mentors.size(); k++) {
                flow.addArcWithCapacityAndUnitCost(
                        i,
                        lines + plan.assignment().candidates().mentors.get(k),
                        net.seats(i),
                        -(base + plan.assignment().candidates().worths.get(k)));
            }
        }
        for (int j = 0; j < mentors; j++) {
            flow.addArcWithCapacityAndUnitCost(lines + j, sink, net.capacity(j), 0);
        }
        for (int a = 0; a < audiences; a++) {
            if (net.floor(a) > 0) {
                flow.addArcWithCapacityAndUnitCost(
                        root,
                        lines + mentors + a,
                        net.floor(a),
                        -plan.assignment().levels().floor());
            }
            flow.addArcWithCapacityAndUnitCost(root, lines + mentors + a, seats, 0);
        }
        flow.addArcWithCapacityAndUnitCost(root, sink, seats, 0);
        flow.setNodeSupply(root, seats);
        flow.setNodeSupply(sink, -seats);
        Status status = flow.solve();
        BigInteger value = BigInteger.ZERO;
        for (int arc = 0; status == Status.OPTIMAL && arc < flow.getNumArcs(); arc++) {
            if (flow.getFlow(arc) > 0) {
                value = value.subtract(
                        BigInteger.valueOf(flow.getUnitCost(arc)).multiply(BigInteger.valueOf(flow.getFlow(arc))));
            }
        }
        flow.delete();
        return status == Status.OPTIMAL ? value : BigInteger.valueOf(-1);
    }

    private static void resetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1 << 20);
    }

    private static long peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException _) {
            return -1;
        }
    }
}
