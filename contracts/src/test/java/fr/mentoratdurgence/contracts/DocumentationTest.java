package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation speaks of what exists: words of the glossary, links of every page. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> BUILT = Set.of("target", "var", ".git");
    private static final Pattern CODE_NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:record|class|interface|enum)\\s+([A-Z]\\w+)|\"(MentoringNeed)\"");

    @Test
    void every_contract_stands_in_the_glossary() throws IOException {
        Set<String> words = codeNames();
        assertThat(ContractTypes.all().values())
                .allSatisfy(contract -> assertThat(words).contains(contract.getSimpleName()));
    }

    @Test
    void every_code_name_of_the_glossary_exists() throws IOException {
        Set<String> types = files(".java").stream()
                .flatMap(file -> found(TYPE, read(file)))
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .collect(Collectors.toSet());
        assertThat(types).containsAll(codeNames());
    }

    @Test
    void every_link_of_every_page_leads_somewhere() throws IOException {
        List<String> dead = files(".md").stream()
                .flatMap(page -> found(LINK, read(page))
                        .map(m -> m.group(1))
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .map(link -> ROOT.relativize(page) + " -> " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    private static Set<String> codeNames() throws IOException {
        String glossary = Files.readString(ROOT.resolve("docs/glossary.md"));
        return found(CODE_NAME, glossary).map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Path> files(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return BUILT.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(suffix)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
