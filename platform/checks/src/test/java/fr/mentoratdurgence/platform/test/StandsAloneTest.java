package fr.mentoratdurgence.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each method of a service's tests runs alone and in any order: a story is told in chapters, and each chapter brings what
 * it begins with. Database and broker are shared, what a chapter did is not. Scenario tests, which play one day across all
 * processes, are not looked at.
 */
class StandsAloneTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> SERVICES = List.of(
            "needs-service",
            "mentor-service",
            "matching-service",
            "followup-service",
            "reporting-service",
            "infra/tools",
            "gateway");

    /** An order of methods, one instance for all of them, or a variable that outlives a method. */
    private static final Pattern HANGS_TOGETHER = Pattern.compile(
            "@Order\\(|@TestMethodOrder|Lifecycle\\.PER_CLASS"
                    + "|^ {4,8}(?:private |protected |public )?(?:volatile )?static (?:volatile )?"
                    + "(?!final |class |record |enum |interface |abstract |sealed |void )[\\w<>@.,?\\[\\] ]+ \\w+(?: =|;)",
            Pattern.MULTILINE);

    private static final String MANY_ROWS = "fills tables with tens of thousands of rows once; its methods only read";

    private static final Map<String, String> REASONS = Map.of(
            "followup-service/LongWaitTest.java",
            MANY_ROWS,
            "followup-service/LongWatchTest.java",
            MANY_ROWS,
            "mentor-service/LongPoolTest.java",
            MANY_ROWS,
            "needs-service/LongListTest.java",
            MANY_ROWS,
            "matching-service/LongListsTest.java",
            MANY_ROWS,
            "reporting-service/BucketTest.java",
            "the object store is a process of its own, started once; each method has a place of its own in it",
            "infra/tools/KillTest.java",
            "the folder of the import is known to the system before it starts",
            "infra/tools/SealedReplayTest.java",
            "the season is sealed once; its methods only read",
            "gateway/SealedSessionsTest.java",
            "migrates one database; each method begins with an empty table",
            "reporting-service/ReportingStoryTest.java",
            "the season is told once, to whoever comes first; each chapter waits for all of it");

    @Test
    void a_method_needs_no_other_one() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String service : SERVICES) {
            Path tests = ROOT.resolve(service).resolve("src/test/java");
            assertThat(tests).isDirectory();
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var together = HANGS_TOGETHER.matcher(Files.readString(file, UTF_8));
                    if (together.find()) {
                        found.put(
                                service + "/" + file.getFileName(),
                                together.group().strip());
                    }
                }
            }
        }
        Set<String> unexplained = new TreeSet<>(found.keySet());
        unexplained.removeAll(REASONS.keySet());
        assertThat(unexplained).as("%s", found).isEmpty();
        assertThat(found.keySet()).as("a reason that nothing needs any more").containsAll(REASONS.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@TestMethodOrder(MethodOrderer.OrderAnnotation.class)",
                "    @Order(2)",
                "@TestInstance(TestInstance.Lifecycle.PER_CLASS)",
                "    private static String need = \"\";",
                "    static volatile boolean told;"
            })
    void what_hangs_together_is_found(String line) {
        assertThat(HANGS_TOGETHER.matcher("class A {\n" + line + "\n").find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    private static final String NEED = \"\";",
                "    private static String need() {",
                "    static class MovableTime {",
                "    private final String need = \"\";"
            })
    void what_stands_alone_is_let_be(String line) {
        assertThat(HANGS_TOGETHER.matcher("class A {\n" + line + "\n").find()).isFalse();
    }
}
