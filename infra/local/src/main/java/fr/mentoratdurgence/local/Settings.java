package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalClock;
import fr.mentoratdurgence.cli.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings that somebody may give to all applications of a run: in a file, or in the environment, which goes before.
 * infra/README.md says what each does. Addresses and secrets are the launcher's. Values are never shown.
 */
final class Settings {
    /** In the folder of the run, where no other file is named. */
    static final String FILE = "settings.properties";
    /** Read by the launcher itself: at what hour of Paris it looks for personal data. */
    static final String VERIFY_AT = "VERIFY_AT";

    static final SortedSet<String> NAMES = new TreeSet<>(Set.of(
            LocalClock.START,
            LocalClock.ORIGIN,
            LocalClock.SPEED,
            VERIFY_AT,
            "ACCOUNTS_CHANGE_PASSWORD",
            "ADDRESS_MEMORY",
            "BODY_LIMIT",
            "CONTACT_ADDRESS",
            "DB_POOL",
            "FORM_WITHIN",
            "FRONT_ENDS",
            "GALLERY",
            "IMPORT_BODY_LIMIT",
            "LETTERS_NIGHTS",
            "LETTERS_UNDO_WAIT",
            "LOG_FORMAT",
            "LOG_LEVEL",
            "NAME_SERVER",
            "OPERATION",
            "PUBLISHER_ADDRESS",
            "PUBLISHER_DIRECTOR",
            "PUBLISHER_HOST",
            "PUBLISHER_NAME",
            "PUBLISHER_PHONE",
            "RATE_ACCOUNT_PER_MINUTE",
            "RATE_CLIENT_PER_MINUTE",
            "RATE_FORMS_PER_MINUTE",
            "RATE_LINKS_PER_MINUTE",
            "RATE_SAME_FORM_PER_MINUTE",
            "REBUILD_EVENTS_PER_SECOND",
            "DB_SHARERS",
            "DB_SOCKET_TIMEOUT",
            "LISTENERS",
            "TOPIC_PARTITIONS",
            "TOPIC_REPLICAS",
            "JOBS_ANSWER_WITHIN",
            "JOBS_KEEP",
            "KEEP_COMMANDS",
            "KEEP_HEARD",
            "RUNS_EVERY",
            "SEALING_EVERY",
            "SEGMENTS_BUCKET",
            "SEGMENTS_ENDPOINT",
            "SEGMENTS_PREFIX",
            "SEGMENTS_REGION",
            "STREAMS_PER_ACCOUNT",
            "TRACES_SHARE",
            "TRACES_TO",
            "TRUSTED_PROXIES",
            "WEBHOOKS_GIVE_UP",
            "WEBHOOKS_LOCAL"));

    /** What the launcher draws or works out for each application; letters stay on this machine. */
    static final Pattern OF_THE_LAUNCHER = Pattern.compile(
            "(?!ACCOUNTS_CHANGE_).*(_URL|_USER|_PASSWORD|_SECRET|_KEYS?|_CLIENT_ID)|OIDC_.*|SERVER_.*|MANAGEMENT_.*|SAME_PLACE|KAFKA_.*"
                    + "|MAIL_.*|SMS_.*|PUBLIC_ORIGIN|SEGMENTS|FIRST_COORDINATOR|" + LocalClock.KEPT);

    private static final Pattern LINE = Pattern.compile("\\s*([A-Z][A-Z0-9_]*)\\s*=(.*)");
    /** Words that a variable may begin with and still have nothing to do with us. */
    private static final Set<String> COMMON_WORDS =
            Set.of("ACCOUNTS", "ADDRESS", "BODY", "CONTACT", "DB", "FORM", "LOG", "NAME", "OPERATION");

    private Settings() {}

    /** @throws LocalFailure that names the line which sets nothing, and shows no value */
    static Map<String, String> of(Path file, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(read(file));
        environment.forEach((name, value) -> {
            if (NAMES.contains(name)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new HashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            Matcher setting = LINE.matcher(line);
            if (!setting.matches()) {
                throw new LocalFailure("reglage.illisible", file, Integer.toString(number));
            }
            String name = setting.group(1);
            if (!NAMES.contains(name)) {
                String why = OF_THE_LAUNCHER.matcher(name).matches() ? "reglage.lanceur" : "reglage.inconnu";
                throw new LocalFailure(why, file, Integer.toString(number), name, String.join(", ", NAMES));
            }
            values.put(name, setting.group(2).strip());
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Variables that begin as a setting does and set nothing: a slip, most likely. */
    static List<String> slips(Map<String, String> environment) {
        Set<String> words = NAMES.stream().map(Settings::firstWord).collect(Collectors.toSet());
        words.removeAll(COMMON_WORDS);
        return environment.keySet().stream()
                .filter(name -> name.contains("_") && words.contains(firstWord(name)) && !NAMES.contains(name))
                .sorted()
                .toList();
    }

    private static String firstWord(String name) {
        return name.split("_", 2)[0];
    }
}
