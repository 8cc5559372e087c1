package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is claimed of safety and of failures names the test that shows it, or says that nothing does yet. */
class ProvenTest {
    private static final Map<String, String> TESTS = Sources.tests();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9][0-9.]*) \\|.*\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|Bench))`");
    private static final Pattern CALLED = Pattern.compile("void (\\w+)\\(");
    private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/reliability.md",
                "docs/security/asvs.md",
                "docs/security/threat-model.md",
                "docs/dependencies.md"
            })
    void each_test_that_is_named_exists(String page) {
        Set<String> tests = TESTS.keySet().stream().map(Sources::type).collect(Collectors.toSet());
        String text = Sources.read(page);
        assertThat(NAME.matcher(text).results().map(m -> m.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tests).contains(name));
        assertThat(METHOD.matcher(text).results())
                .allSatisfy(m -> assertThat(TESTS.entrySet().stream()
                                .filter(file -> Sources.type(file.getKey()).equals(m.group(1)))
                                .flatMap(file -> CALLED.matcher(file.getValue()).results())
                                .map(found -> found.group(1)))
                        .as(m.group())
                        .contains(m.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/reliability.md", "docs/security/asvs.md"})
    void each_row_has_a_test_or_says_what_is_missing(String page) {
        List<String> rows = rows(page);
        assertThat(rows)
                .isNotEmpty()
                .allMatch(
                        row -> NAME.matcher(row).find()
                                || METHOD.matcher(row).find()
                                || row.contains("not yet")
                                || row.contains("by design:")
                                || row.contains("operator:"),
                        "a test, « not yet », « by design: » or « operator: »");
    }

    @Test
    void all_cases_of_failure_have_their_row() {
        assertThat(rows("docs/reliability.md").stream().map(row -> row.split("\\|", -1)[1].strip()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 35).mapToObj(Integer::toString).toList());
    }

    /** So that they run by one command, without the rest of the gate. */
    @Test
    void each_test_of_a_failure_bears_the_tag_of_its_profile() {
        Set<String> named = Stream.of(NAME, METHOD)
                .flatMap(name -> name.matcher(String.join("\n", rows("docs/reliability.md")))
                        .results())
                .map(m -> m.group(1))
                .filter(name -> name.endsWith("Test"))
                .collect(Collectors.toSet());
        assertThat(TESTS.entrySet().stream()
                        .filter(file -> named.contains(Sources.type(file.getKey())))
                        .filter(file -> !file.getValue().contains("@Tag(\"reliability\")"))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static List<String> rows(String page) {
        return ROW.matcher(Sources.read(page)).results().map(m -> m.group()).toList();
    }
}
