package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages of text that stand in a message bundle: {@code <page>.titre}, {@code .chapeau}, then {@code .1.titre},
 * {@code .1.texte} and so on. In a text an empty line ends a paragraph, lines that begin with "- " are a list,
 * {@code [words](address)} is a link, and {@code {editeur}} is a place for a setting. Shown by {@code ui/document}.
 */
public final class Documents {
    /** Words of a line; with an address, a link. */
    public record Words(String text, @Nullable String href) {}

    /** A paragraph of one line, or a list. */
    public record Block(boolean list, List<List<Words>> lines) {}

    /** A heading and what stands below it. */
    public record Section(String title, List<Block> blocks) {}

    /** A whole page. */
    public record Document(String title, String lead, List<Section> sections) {}

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");

    private final Texts texts;
    private final Map<String, String> settings;
    private final Map<String, List<String>> lists;

    /**
     * Pages of these texts.
     *
     * @param settings what stands in a place such as {@code {editeur}}; blank where nobody has set it
     * @param lists    what stands in the place of a line such as {@code - {associations}}, one line each
     */
    public Documents(Texts texts, Map<String, String> settings, Map<String, List<String>> lists) {
        this.texts = texts;
        this.settings = Map.copyOf(settings);
        this.lists = Map.copyOf(lists);
    }

    /** The page with this name, such as {@code aide}. */
    public Document of(String page) {
        List<Section> sections = new ArrayList<>();
        for (int n = 1; isSaid(page + "." + n + ".titre"); n++) {
            sections.add(new Section(texts.of(page + "." + n + ".titre"), blocks(texts.of(page + "." + n + ".texte"))));
        }
        return new Document(texts.of(page + ".titre"), texts.of(page + ".chapeau"), sections);
    }

    private boolean isSaid(String key) {
        return !texts.of(key).equals(key);
    }

    private List<Block> blocks(String text) {
        String whole = text;
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            whole = whole.replace("- " + list.getKey(), "- " + String.join("\n- ", list.getValue()));
        }
        return Arrays.stream(whole.split("\n\n", -1))
                .map(block -> block.startsWith("- ")
                        ? new Block(
                                true,
                                block.lines()
                                        .map(line -> words(line.substring(2)))
                                        .toList())
                        : new Block(false, List.of(words(block))))
                .toList();
    }

    private List<Words> words(String line) {
        List<Words> words = new ArrayList<>();
        Matcher link = LINK.matcher(line);
        int from = 0;
        while (link.find()) {
            words.add(new Words(filled(line.substring(from, link.start())), null));
            words.add(new Words(filled(link.group(1)), address(link.group(2))));
            from = link.end();
        }
        words.add(new Words(filled(line.substring(from)), null));
        return words.stream().filter(some -> !some.text().isEmpty()).toList();
    }

    private String filled(String text) {
        String said = text;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String value = setting.getValue().isBlank() ? texts.of("documents.a-completer") : setting.getValue();
            said = said.replace(setting.getKey(), value);
        }
        return said;
    }

    /** Nothing where a setting that it needs is empty: then the words are no link. */
    private @Nullable String address(String written) {
        boolean unknown = settings.entrySet().stream()
                .anyMatch(setting -> setting.getValue().isBlank() && written.contains(setting.getKey()));
        if (unknown) {
            return null;
        }
        String said = filled(written);
        return said.startsWith("tel:") ? said.replaceAll("[^+0-9:a-z]", "") : said;
    }
}
