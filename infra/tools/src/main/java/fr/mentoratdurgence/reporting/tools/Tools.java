package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.reporting.bench.ReplayBench;
import fr.mentoratdurgence.reporting.segments.Analysis;
import fr.mentoratdurgence.reporting.segments.BucketSettings;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import fr.mentoratdurgence.reporting.segments.SegmentFault;
import fr.mentoratdurgence.reporting.segments.Witness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;

/**
 * The command line on the history, in a process of its own: it needs libraries that ordinary commands do not wait for.
 * Its surroundings come from the environment, as those of the service do.
 */
public final class Tools {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    /** How SQL states begin where the server does not answer. */
    private static final String CONNECTION_LOST = "08";

    private static final String NO_SUCH_TABLE = "42P01";

    /** For facts that the topics hold already: the service hears them in a moment. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final PrintStream out;

    private Tools(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // what the libraries say of themselves is not for who reads the answer
        LoggingSystem.get(Tools.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Tools(System.getenv(), out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            return command(arguments);
        } catch (SegmentFault fault) {
            out.println(Told.say("faute." + fault.fault(), fault.inFull().toArray()));
            return FAILED;
        } catch (DataAccessException | KafkaException _) {
            out.println(Told.say("echec.parties"));
            return FAILED;
        } catch (SQLException e) {
            out.println(words(e));
            return FAILED;
        } catch (IOException e) {
            out.println(Told.say("echec", String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    private static String words(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith(CONNECTION_LOST)) {
            return Told.say("echec.parties");
        }
        return state.equals(NO_SUCH_TABLE)
                ? Told.say("echec.jamais")
                : Told.say("echec", String.valueOf(failure.getMessage()));
    }

    private int command(List<String> arguments) throws SQLException, IOException {
        String name = String.join(" ", arguments.subList(0, Math.min(2, arguments.size())));
        if (name.equals("verify --personal-data")) {
            return new PersonalDataSearch(environment, sealed(), this::tell).run() ? 0 : FAILED;
        }
        if (name.equals("verify")) {
            return new Verification(environment, database(), sealed(), ON_THE_WAY, this::tell).run() ? 0 : FAILED;
        }
        if (name.equals("history export") && arguments.size() == 3) {
            new Move(sealed(), database(), this::tell).export(Path.of(arguments.get(2)));
            return 0;
        }
        if (name.equals("history import") && arguments.size() == 3) {
            new Move(sealed(), database(), this::tell)
                    .restore(Path.of(arguments.get(2)), environment.getOrDefault("OPERATION", OPERATION));
            return 0;
        }
        if (arguments.size() == 6 && arguments.getFirst().equals("replay")) {
            SealedReplay.Asked asked = new SealedReplay.Asked(
                    Path.of(arguments.get(1)), arguments.get(2), arguments.get(3), arguments.get(4), arguments.get(5));
            return new SealedReplay(this::tell).run(asked) ? 0 : FAILED;
        }
        if (name.equals("bench replay")) {
            bench(arguments.subList(2, arguments.size()));
            return 0;
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("sql")) {
            return sql(
                    arguments.size() > 1
                            ? arguments.get(1)
                            : new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        out.println(Told.say("usage"));
        return MISUSED;
    }

    private static final String OPERATION = "mentorat-durgence";

    private void bench(List<String> events) throws SQLException, IOException {
        Path folder = Files.createTempDirectory(Path.of(needed("SEGMENTS")), "bench-");
        ReplayBench bench = new ReplayBench(database(), folder, out);
        for (String number : events.isEmpty() ? List.of("100000", "1000000", "10000000") : events) {
            bench.run(Long.parseLong(number));
        }
    }

    private int sql(String query) throws SQLException {
        try (Analysis analysis = Analysis.open(sealed(), 2, "1GB")) {
            return answer(analysis, query);
        }
    }

    private int answer(Analysis analysis, String query) {
        try (PreparedStatement question = analysis.question(query);
                ResultSet rows = question.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            String[] cells = new String[columns.getColumnCount()];
            Arrays.setAll(cells, i -> label(columns, i + 1));
            out.println(String.join("\t", cells));
            while (rows.next()) {
                for (int i = 0; i < cells.length; i++) {
                    String cell = rows.getString(i + 1);
                    cells[i] = cell == null ? "" : cell.replace('\t', ' ').replace('\n', ' ');
                }
                out.println(String.join("\t", cells));
            }
        } catch (Analysis.NotAQuestion _) {
            out.println(Told.say("sql.pas.une.question"));
            return FAILED;
        } catch (SQLException e) {
            out.println(Told.say(
                    "sql.refuse",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
            return FAILED;
        }
        return 0;
    }

    private static String label(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnLabel(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private SealedHistory sealed() {
        Path folder = Path.of(needed("SEGMENTS"));
        String operation = environment.getOrDefault("OPERATION", OPERATION);
        return SealedHistory.in(
                BucketSettings.in(environment),
                folder,
                operation,
                environment.containsKey("DB_URL") ? new Witness(database()) : null);
    }

    private DataSource database() {
        return ServiceStore.REPORTING.in(environment);
    }

    private String needed(String name) {
        return ServiceStore.needed(environment, name);
    }

    private void tell(String key, Object... arguments) {
        out.println(Told.say(key, arguments));
    }
}
