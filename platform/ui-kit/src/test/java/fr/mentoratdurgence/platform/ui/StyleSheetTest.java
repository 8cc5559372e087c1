package fr.mentoratdurgence.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one sheet promises: colours from tokens, legible by day and by night, and a page that weighs little. */
class StyleSheetTest {
    private static final Path UI = Path.of("src/main/resources/static/ui");
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): (#[0-9a-f]{3,6});");
    private static final Pattern SIZE_BY_HAND = Pattern.compile("font-size: [.\\d]+rem");
    private static final int MOST_BYTES = 60_000;
    private static final int MOST_FONT_BYTES = 40_000;
    /** WCAG 1.4.3 for text, 1.4.11 for edges and marks that are no text. */
    private static final double TEXT = 4.5;

    private static final double EDGE = 3;

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "ink, field",
        "ink, row",
        "soft, paper",
        "soft, card",
        "soft, field",
        "heading, paper",
        "heading, card",
        "heading, blue-pale",
        "heading, row",
        "blue, paper",
        "blue, card",
        "blue, blue-pale",
        "blue, row",
        "ink, blue-pale",
        "ink, ochre-pale",
        "ink, red-pale",
        "ink, green-pale",
        "blue, green-pale",
        "blue, ochre-pale",
        "green-dark, green-pale",
        "red, card",
        "red, paper",
        "ochre-dark, paper",
        "ochre-dark, ochre-pale",
        "on-act, act",
        "on-act, act-deep",
        "on-band, band",
        "band-title, band",
        "band-promise, band",
        "on-mark, mark",
        "on-info, mark-info",
        "on-ok, mark-ok",
        "on-warning, mark-warning",
        "on-urgent, mark-urgent",
        "on-priority, mark-priority",
    })
    void words_can_be_read_by_day_and_by_night(String words, String ground) throws IOException {
        assertThat(contrast(day(), words, ground)).as("by day").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(night(), words, ground)).as("by night").isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "edge, field",
        "edge, card",
        "edge, paper",
        "focus, paper",
        "focus, card",
        "blue, card",
        "red, field",
        "ochre, card",
        "ochre, band",
        "green, green-pale"
    })
    void edges_and_marks_can_be_seen_by_day_and_by_night(String edge, String ground) throws IOException {
        assertThat(contrast(day(), edge, ground)).as("by day").isGreaterThanOrEqualTo(EDGE);
        assertThat(contrast(night(), edge, ground)).as("by night").isGreaterThanOrEqualTo(EDGE);
    }

    @Test
    void colours_and_sizes_of_text_are_tokens() throws IOException {
        String rules = sheet();
        rules = rules.substring(rules.indexOf("*, ::before"), rules.indexOf("@media print"));
        assertThat(Pattern.compile("#[0-9a-f]{3,6}\\b").matcher(rules).results().map(found -> found.group()))
                .isEmpty();
        assertThat(SIZE_BY_HAND.matcher(rules).results().map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void a_page_with_all_that_it_loads_weighs_little() throws IOException {
        byte[] page = new Pages()
                .render("ui/accessibilite", "/ui/accessibilite.html", null, Map.of())
                .getBytes(StandardCharsets.UTF_8);
        byte[] htmx;
        try (var file = Objects.requireNonNull(StyleSheetTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"))) {
            htmx = file.readAllBytes();
        }
        byte[] font = Files.readAllBytes(UI.resolve("atkinson-hyperlegible-next.woff2"));
        assertThat(font.length).isLessThan(MOST_FONT_BYTES);
        int all = font.length
                + List.of(page, htmx, Files.readAllBytes(UI.resolve("ui.css")), Files.readAllBytes(UI.resolve("ui.js")))
                        .stream()
                        .mapToInt(StyleSheetTest::compressed)
                        .sum();
        assertThat(all).isLessThan(MOST_BYTES);
    }

    private static int compressed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.size();
    }

    private static String sheet() throws IOException {
        return Files.readString(UI.resolve("ui.css"));
    }

    private static Map<String, String> day() throws IOException {
        String sheet = sheet();
        return tokens(sheet.substring(sheet.indexOf(":root"), sheet.indexOf("@media (prefers-color-scheme: dark)")));
    }

    /** What the night says, over what it leaves as by day. */
    private static Map<String, String> night() throws IOException {
        String sheet = sheet();
        Map<String, String> tokens = day();
        tokens.putAll(tokens(
                sheet.substring(sheet.indexOf("@media (prefers-color-scheme: dark)"), sheet.indexOf("*, ::before"))));
        return tokens;
    }

    private static Map<String, String> tokens(String block) {
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(block).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double first = luminance(Objects.requireNonNull(tokens.get(one), one));
        double second = luminance(Objects.requireNonNull(tokens.get(other), other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.substring(1);
        if (hex.length() == 3) {
            hex = hex.replaceAll("(.)", "$1$1");
        }
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
