package fr.mentoratdurgence.platform.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * No page says that somebody is told who is not: each sentence of a page that speaks of a letter stands in
 * {@code claims.properties} with the letters that make it true, and these exist. That each of them is written when it must
 * be is tested where it is written.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern CLAIM = Pattern.compile(
            "reçoi(?:t|vent)|recevr(?:ez|a|ont)|recevez|\\by part\\b|y partir|part maintenant|\\bun courrier\\b|le courrier"
                    + "|(?:premier|dernier) courrier|vous écriv|prévenu|apprennent|vous le dit|l’invitation part|\\bun reçu\\b"
                    + "|par courrier(?! électronique)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern KIND = Pattern.compile("^    ([A-Z][A-Z_]+)\\s*[(,;{]", Pattern.MULTILINE);

    @Test
    void each_sentence_about_a_letter_names_the_letter_that_makes_it_true() throws IOException {
        Map<String, String> claims = new TreeMap<>();
        for (Path bundle : found("messages/[a-z-]+\\.properties")) {
            String name = bundle.getFileName().toString().replace(".properties", "");
            read(bundle).forEach((key, text) -> {
                if (!key.startsWith("lettre.") && CLAIM.matcher(text).find()) {
                    claims.put(name + ":" + key, text);
                }
            });
        }
        Map<String, String> ledger = read(Path.of("src/test/resources/claims.properties"));
        Set<String> kinds = kinds();

        assertThat(ledger.keySet()).containsExactlyInAnyOrderElementsOf(claims.keySet());
        ledger.forEach((claim, by) -> {
            if (!by.equals("-")) {
                assertThat(kinds).as(claim).contains(by.split(" ", -1));
            }
        });
    }

    private static Set<String> kinds() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (Path file : found("(?:Need|Mentor|Staff|Account)Letter\\.java")) {
            Matcher kind = KIND.matcher(Files.readString(file, UTF_8));
            while (kind.find()) {
                kinds.add(kind.group(1));
            }
        }
        return kinds;
    }

    /** Of services, gateway and platform: what a program of an operator says is read by who runs it. */
    private static List<Path> found(String name) throws IOException {
        Pattern wanted = Pattern.compile(".*/src/main/.*" + name);
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> module.getFileName().toString().matches("\\w+-service|gateway|platform"))
                    .flatMap(ClaimsTest::files)
                    .filter(file -> wanted.matcher(file.toString()).matches())
                    .toList();
        }
    }

    private static Stream<Path> files(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> !file.toString().contains("/target/")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        // a key ends at the first sign of equality: ours bear a colon
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            words.load(file.endsWith("claims.properties") ? escaped(reader) : reader);
        }
        Map<String, String> read = new TreeMap<>();
        words.stringPropertyNames().forEach(key -> read.put(key, words.getProperty(key)));
        return read;
    }

    private static Reader escaped(Reader reader) throws IOException {
        return new StringReader(reader.readAllAsString().replace(":", "\\:"));
    }
}
