package fr.mentoratdurgence.reporting.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.history.FactHead;
import fr.mentoratdurgence.reporting.history.FactWriter;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.segments.Analysis;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * How fast the history is replayed to every figure: generated seasons in a real PostgreSQL, read in
 * five ways in one run. All ways that give figures must give the same.
 */
public final class ReplayBench {
    private static final int ROUNDS = 3;
    private static final int THREADS = 2;
    private static final long SEED = 2020;
    private static final Instant LATER = Instant.parse("2021-01-01T00:00:00Z");
    private static final String COLUMNS = "recorded_at, sequence, event_id, source, type, subject, data";

    private final DataSource database;
    private final Path folder;
    private final PrintStream out;

    /** One way of reading, measured. */
    private record Measure(String way, double seconds, double cpuSeconds, long heapBytes) {}

    private interface Work {
        /** Reads everything; gives the hash of its figures, or nothing where it makes none. */
        String run() throws SQLException, IOException;
    }

    /** A bench in an empty database and an empty folder. */
    public ReplayBench(DataSource database, Path folder, PrintStream out) {
        this.database = database;
        this.folder = folder;
        this.out = out;
    }

    /** Measures with so many events. */
    public void run(long events) throws SQLException, IOException {
        out.printf(Locale.ROOT, "%n%,d events%n", events);
        Instant end = load(events);
        History history = new History(database, Clock.fixed(LATER, ZoneOffset.UTC));
        Path segments = folder.resolve("segments-" + events);
        SealedHistory sealed = new SealedHistory(segments, "bench");
        seal(history, sealed, end);

        List<Measure> measures = new ArrayList<>();
        measures.add(best("(a) COPY OUT, drained", this::drained));
        measures.add(best("(b) JDBC cursor", this::cursor));
        String[] hashes = new String[4];
        measures.add(best("(c) replay from PostgreSQL, 1 thread", () -> hashes[0] = replay(history, 1)));
        measures.add(best(
                "(c) replay from PostgreSQL, " + THREADS + " threads", () -> hashes[1] = replay(history, THREADS)));
        measures.add(best("(d) replay from segments, 1 thread", () -> hashes[2] = fold(sealed, 1)));
        measures.add(
                best("(d) replay from segments, " + THREADS + " threads", () -> hashes[3] = fold(sealed, THREADS)));
        Ledger ledger = history.ledger(Cut.at(LATER));
        Bilan bilan = Bilans.of(ledger, Scope.at(LATER));
        measures.add(best(
                "    of (c), (d): figures of a ledger",
                () -> Bilans.of(ledger, Scope.at(LATER)).hash()));
        Map<String, BigDecimal> folded = values(bilan);
        measures.add(best("(e) DuckDB SQL over segments, " + THREADS + " threads", () -> bySql(sealed, folded)));
        for (String hash : hashes) {
            if (!bilan.hash().equals(hash)) {
                throw new IllegalStateException("replays disagree: " + List.of(hashes));
            }
        }
        print(events, measures, bilan);
    }

    private Instant load(long events) throws SQLException, IOException {
        long[] last = {0};
        try (Connection writing = database.getConnection();
                Connection preparing = database.getConnection()) {
            try (Statement statement = preparing.createStatement();
                    InputStream schema = Objects.requireNonNull(
                            ReplayBench.class.getResourceAsStream("/db/migration/V1__history.sql"))) {
                statement.execute("drop schema public cascade; create schema public");
                statement.execute(new String(schema.readAllBytes(), UTF_8));
            }
            try (FactWriter facts = new FactWriter(writing, preparing, LATER)) {
                GeneratedSeason.tell(SEED, events, (head, data) -> {
                    last[0] = head.recordedAt();
                    try {
                        facts.write(head, ACTOR, "referent", head.id(), attributes(head), data);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                facts.finish();
            }
            try (Statement statement = preparing.createStatement()) {
                statement.execute("vacuum (freeze, analyze) history");
            }
        }
        return Moments.instant(last[0]);
    }

    private static final String ACTOR = "account-00000000-0000-4000-8000-000000000003";

    private static String attributes(FactHead head) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + head.id() + "\",\"source\":\"" + head.source() + "\",\"type\":\""
                + head.type()
                + "\",\"subject\":\"" + head.subject() + "\",\"time\":\"" + Moments.instant(head.recordedAt())
                + "\",\"datacontenttype\":\"application/json\",\"sequence\":" + head.sequence() + ",\"actor\":\""
                + ACTOR
                + "\",\"actorrole\":\"referent\",\"correlationid\":\"" + head.id() + "\",\"commandid\":\"" + head.id()
                + "\",\"data\":null}";
    }

    private void seal(History history, SealedHistory sealed, Instant end) {
        long start = System.nanoTime();
        LocalDate day = LocalDate.ofInstant(history.firstRecordedAt().orElseThrow(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            sealed.seal(day, history::read);
        }
        out.printf(Locale.ROOT, "sealed in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private String drained() throws SQLException {
        try (Connection connection = database.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + COLUMNS + " from history) to stdout (format binary)");
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
            return String.valueOf(bytes);
        }
    }

    private String cursor() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long letters = 0;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(5_000);
                try (ResultSet rows = statement.executeQuery("select " + COLUMNS + " from history")) {
                    while (rows.next()) {
                        letters += rows.getLong(2)
                                + rows.getString(3).length()
                                + rows.getString(5).length()
                                + rows.getString(6).length()
                                + rows.getString(7).length();
                    }
                }
            }
            return String.valueOf(letters);
        }
    }

    private static String replay(History history, int threads) {
        return Bilans.of(history.ledger(Cut.at(LATER), threads), Scope.at(LATER))
                .hash();
    }

    private static String fold(SealedHistory sealed, int threads) {
        return Bilans.of(sealed.ledger(Cut.at(LATER), threads), Scope.at(LATER)).hash();
    }

    private static Map<String, BigDecimal> values(Bilan bilan) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (Figure figure : bilan.figures()) {
            String code = figure.indicator().code();
            values.put(code, figure.value() == null ? BigDecimal.ZERO : figure.value());
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                for (Figure.Part part : breakdown.parts()) {
                    values.put(code + ' ' + breakdown.axis().code() + ' ' + part.key(), part.value());
                }
            }
        }
        return values;
    }

    /** SQL knows some of the figures; all that it says is compared. */
    private static String bySql(SealedHistory sealed, Map<String, BigDecimal> folded) throws SQLException {
        try (Analysis analysis = Analysis.open(sealed, THREADS, "2GB")) {
            Map<String, BigDecimal> found = analysis.figures();
            found.forEach((name, value) -> same(name, folded.get(name), value));
        }
        return "";
    }

    private static void same(String name, @Nullable BigDecimal folds, @Nullable BigDecimal sql) {
        if (Objects.requireNonNullElse(folds, BigDecimal.ZERO)
                        .compareTo(Objects.requireNonNullElse(sql, BigDecimal.ZERO))
                != 0) {
            throw new IllegalStateException(name + ": the folds say " + folds + ", SQL says " + sql);
        }
    }

    private Measure best(String way, Work work) throws SQLException, IOException {
        Measure best = new Measure(way, Double.MAX_VALUE, Double.MAX_VALUE, 0);
        for (int round = 0; round < ROUNDS; round++) {
            resetPeaks();
            double cpu = cpuSeconds();
            long start = System.nanoTime();
            String _ = work.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            best = new Measure(
                    way,
                    Math.min(best.seconds(), seconds),
                    Math.min(best.cpuSeconds(), cpuSeconds() - cpu),
                    Math.max(best.heapBytes(), peakHeap()));
        }
        return best;
    }

    private void print(long events, List<Measure> measures, Bilan bilan) {
        double drained = measures.getFirst().seconds();
        out.printf("%-42s %12s %10s %8s %10s %10s%n", "", "events/s", "seconds", "x (a)", "CPU us", "heap MB");
        for (Measure measure : measures) {
            out.printf(
                    Locale.ROOT,
                    "%-42s %,12.0f %10.2f %8.2f %10.2f %10d%n",
                    measure.way(),
                    events / measure.seconds(),
                    measure.seconds(),
                    drained / measure.seconds(),
                    measure.cpuSeconds() * 1e6 / events,
                    measure.heapBytes() >> 20);
        }
        out.println("hash " + bilan.hash());
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
