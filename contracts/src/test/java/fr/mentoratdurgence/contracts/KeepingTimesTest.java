package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of keeping times says what the code does: each time with its value, each table that holds somebody sealed. */
class KeepingTimesTest {
    private static final String TABLE = "docs/privacy/conservation.md";

    /** A constant that keeps something of somebody for a time. What only paces a machine is no keeping time. */
    private static final Pattern CONSTANT = Pattern.compile("static final (?:Duration|int)"
            + " (KEPT|KEPT_DAYS|IDLE|ABSOLUTE|VALIDITY)\\s*=\\s*(?:Duration\\.of(Minutes|Hours|Days)\\()?(\\d+)\\)?;");

    /** Figures and pages that are kept in memory for speed, of nobody. */
    private static final Set<String> OF_NOBODY = Set.of("BilanFiles.KEPT");

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\|[^|\\n]*\\|[^|\\n]*\\| (\\d+) (minute|heure|jour)s?[^|\\n]*\\| `([A-Za-z._]+)` \\|$");
    private static final Pattern SEALED = Pattern.compile(
            "create table (\\w+) \\((?:(?!\\n\\);).)*?\\w+_sealed(?:(?!\\n\\);).)*\\n\\);", Pattern.DOTALL);
    private static final Pattern LINKS =
            Pattern.compile("(?m)^\\| (?:structures|mentors) \\| (\\d+) jours \\| `(\\w+)` \\|$");
    private static final Pattern LINK = Pattern.compile("(?m)^ {4}[A-Z_]+\\((\\d+), \"");

    @Test
    void each_time_that_something_of_somebody_is_kept_stands_in_the_table_with_its_value() {
        Map<String, Long> inTheCode = new TreeMap<>();
        Sources.main(".java")
                .forEach((file, text) -> CONSTANT.matcher(text)
                        .results()
                        .forEach(m -> inTheCode.put(
                                Sources.type(file) + "." + m.group(1), minutes(Long.parseLong(m.group(3)), unit(m)))));
        inTheCode.keySet().removeAll(OF_NOBODY);
        inTheCode.put(
                "ErasureReceipts.LONGEST",
                minutes(number("ErasureReceipts", "LONGEST = Duration.ofDays\\((\\d+)\\)"), "Days"));
        inTheCode.put(
                "SafeguardingPolicy.keepDays",
                minutes(number("SafeguardingPolicy", "\"(\\d+)\"\\) int keepDays"), "Days"));
        inTheCode.put("mentorat.links.session", minutes(inTheSettings("session: (\\d+)m"), "Minutes"));
        inTheCode.put("mentorat.jobs.keep", minutes(inTheSettings("JOBS_KEEP:(\\d+)h"), "Hours"));
        inTheCode.put("mentorat.keeping.commands", minutes(inTheSettings("KEEP_COMMANDS:(\\d+)d"), "Days"));
        inTheCode.put("mentorat.keeping.heard", minutes(inTheSettings("KEEP_HEARD:(\\d+)d"), "Days"));

        Map<String, Long> inTheTable = new TreeMap<>();
        ROW.matcher(Sources.read(TABLE))
                .results()
                .forEach(m -> inTheTable.put(m.group(3), minutes(Long.parseLong(m.group(1)), m.group(2))));
        assertThat(inTheTable).isEqualTo(inTheCode);
    }

    @Test
    void the_longest_life_of_a_letters_link_stands_there_too() {
        Map<String, Integer> said = new LinkedHashMap<>();
        LINKS.matcher(Sources.read(TABLE)).results().forEach(m -> said.put(m.group(2), days(m)));
        assertThat(said)
                .containsOnlyKeys("NeedLink", "MentorLink")
                .allSatisfy((type, days) -> assertThat(LINK.matcher(Sources.ofType(type))
                                .results()
                                .mapToInt(KeepingTimesTest::days)
                                .max())
                        .as(type)
                        .hasValue(days));
    }

    @Test
    void each_table_that_holds_somebody_sealed_has_its_row() {
        Set<String> sealed = Sources.main(".sql").values().stream()
                .flatMap(text -> SEALED.matcher(text).results())
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String table = Sources.read(TABLE);
        assertThat(sealed)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    private static int days(MatchResult row) {
        return Integer.parseInt(row.group(1));
    }

    private static String unit(MatchResult constant) {
        String unit = constant.group(2);
        return unit == null ? "Days" : unit;
    }

    private static long minutes(long number, String unit) {
        return switch (unit) {
            case "Minutes", "minute" -> number;
            case "Hours", "heure" -> number * 60;
            case "Days", "jour" -> number * 24 * 60;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static long number(String type, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Sources.ofType(type))
                .results()
                .mapToLong(m -> Long.parseLong(m.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " in " + type));
    }

    private static long inTheSettings(String pattern) {
        return Pattern.compile(pattern)
                .matcher(Sources.read("platform/starter/src/main/resources/platform.yml"))
                .results()
                .mapToLong(m -> Long.parseLong(m.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
