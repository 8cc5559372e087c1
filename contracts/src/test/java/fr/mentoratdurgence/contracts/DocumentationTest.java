package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
    private static final Pattern CODE_NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:record|class|interface|enum)\\s+([A-Z]\\w+)|\"(MentoringNeed)\"");

    @Test
    void every_contract_stands_in_the_glossary() {
        Set<String> words = codeNames();
        assertThat(ContractTypes.all().values())
                .allSatisfy(contract -> assertThat(words).contains(contract.getSimpleName()));
    }

    @Test
    void every_code_name_of_the_glossary_exists() {
        Set<String> types = Sources.files(".java")
                .flatMap(file -> found(TYPE, Sources.read(file.toString())))
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .collect(Collectors.toSet());
        assertThat(types).containsAll(codeNames());
    }

    @Test
    void every_link_of_every_page_leads_somewhere() {
        List<String> dead = Sources.files(".md")
                .flatMap(page -> found(LINK, Sources.read(page.toString()))
                        .map(m -> m.group(1))
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .map(link -> Sources.ROOT.relativize(page) + " -> " + link))
                .toList();
        assertThat(dead).isEmpty();
    }

    private static Set<String> codeNames() {
        String glossary = Sources.read("docs/glossary.md");
        return found(CODE_NAME, glossary).map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
