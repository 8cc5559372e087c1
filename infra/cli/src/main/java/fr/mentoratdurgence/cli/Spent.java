package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processes of a run have spent since they began, as Linux counts it: milliseconds of CPU by the name of each.
 * The sessions of PostgreSQL are counted for whose database they work in, {@code postgres/needs}, since that is who asked.
 */
public record Spent(Map<String, Long> cpu) {
    private static final String POSTGRES = Part.POSTGRES.id();
    /** {@code postgres: needs needs 127.0.0.1(40112) idle}: the role, then the database. */
    private static final Pattern SESSION = Pattern.compile("^postgres: (\\S+) (\\S+) \\S+\\(\\d+\\).*");

    private static final int TICKS_TO_MILLIS = 10;

    /** Of the run in this directory, now. */
    public static Spent now(Path directory) {
        Map<String, Long> cpu = new TreeMap<>();
        for (PartInstance instance : RunRecord.instances(directory)) {
            RunRecord.process(directory, instance).ifPresent(process -> {
                if (instance.part() == Part.POSTGRES) {
                    // what has ended stands in the count of who started it
                    cpu.merge(POSTGRES, cpu(process.pid(), true), Long::sum);
                    process.children()
                            .forEach(child -> cpu.merge(asker(child.pid()), cpu(child.pid(), false), Long::sum));
                } else {
                    cpu.merge(instance.id(), cpu(process.pid(), false), Long::sum);
                }
            });
        }
        return new Spent(cpu);
    }

    /** What was spent from an earlier look to this one; of who began anew between them, what it has spent since. */
    public Spent since(Spent before) {
        Map<String, Long> between = new LinkedHashMap<>();
        cpu.forEach((name, millis) -> {
            long earlier = before.cpu.getOrDefault(name, 0L);
            between.put(name, millis >= earlier ? millis - earlier : millis);
        });
        return new Spent(between);
    }

    /** By this one and its like: of {@code needs}, {@code needs-2} too. */
    public long of(String name) {
        return cpu.entrySet().stream()
                .filter(one -> one.getKey().equals(name) || one.getKey().startsWith(name + "-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** By all. */
    public long total() {
        return cpu.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Memory that each holds, what is shared by several divided among them; in bytes. */
    public static Map<String, Long> memory(Path directory) {
        Map<String, Long> memory = new TreeMap<>();
        for (PartInstance instance : RunRecord.instances(directory)) {
            RunRecord.process(directory, instance).ifPresent(process -> {
                memory.merge(instance.id(), memory(process.pid()), Long::sum);
                process.descendants().forEach(child -> memory.merge(instance.id(), memory(child.pid()), Long::sum));
            });
        }
        return memory;
    }

    private static String asker(long pid) {
        Matcher session = SESSION.matcher(read(pid, "cmdline").replace('\0', ' '));
        return session.matches() ? POSTGRES + "/" + session.group(2) : POSTGRES;
    }

    private static long cpu(long pid, boolean withEnded) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // the second field is a name in brackets, which may hold anything
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        if (withEnded) {
            ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        }
        return ticks * TICKS_TO_MILLIS;
    }

    private static long memory(long pid) {
        return read(pid, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** Empty of who has just ended. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException _) {
            return "";
        }
    }

    /** How much of all processors was at work since the machine started, and how much there was, in ticks. */
    public static long[] machine() {
        try {
            String[] fields = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" +", -1);
            long all = 0;
            for (int i = 1; i <= 8; i++) {
                all += Long.parseLong(fields[i]);
            }
            long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
            return new long[] {all - idle, all};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who spent most, and which share of it all. */
    public Optional<Map.Entry<String, Long>> most() {
        return cpu.entrySet().stream().max(Map.Entry.comparingByValue());
    }
}
