package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the templates of a service show is said in its message bundles: no sentence stands in a template, and each key that
 * a template names has its text. The text inside an element that a {@code th:text} fills is for who reads the template;
 * nobody is shown it.
 */
final class Templates {
    /** A comment, a tag with its attributes, or a text. */
    private static final Pattern PIECE = Pattern.compile(
            "(?si)(?<comment><!--.*?-->|<!doctype[^>]*>)|<(?<close>/)?(?<tag>[a-zA-Z][\\w:-]*)(?<attributes>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|(?<text>[^<]+)");

    private static final Pattern ATTRIBUTE = Pattern.compile("(?s)([\\w:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern LITERAL = Pattern.compile("(?s)'([^']*)'|\\|([^|]*)\\|");
    private static final Pattern EXPRESSION = Pattern.compile("(?s)[$#*@~]\\{[^}]*}|\\[\\[.*?]]");
    private static final Pattern COMPOSED_KEY = Pattern.compile("(?s)#\\{\\$\\{.*?}}");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)[}(]|#messages\\.msg\\('([\\w.-]+[\\w])'[,)]");

    /** Accented letters, an apostrophe of prose, two words, or a word that begins large. */
    private static final Pattern SENTENCE = Pattern.compile("[À-ÿœŒ’«»]|\\p{L}{2,}[ \\u00a0]\\p{L}|^ ?\\p{Lu}\\p{Ll}+");

    /** A parameter of a fragment that is shown. */
    private static final Pattern SHOWN = Pattern.compile(
            "\\b(label|title|hint|legend|text|message|suffix|unit|caption|about|definition)\\s*=\\s*'([^']*\\p{L}[^']*)'");

    /** A word that an expression of {@code th:text} shows: chosen, joined or alone, and no key of a bundle. */
    private static final Pattern WORD =
            Pattern.compile("(?:^\\$\\{|\\?(?!:)|(?<!\\?):|\\+) *'([^'.]*\\p{L}{2}[^'.]*)'|\\|([^|]*)\\|");

    private static final Pattern CLAIM = Pattern.compile("(?iu)\\b(est|sont|sera|seront|êtes|serez|a été|ont été) "
            + "(\\p{L}+ )?(prévenu|averti|informé|notifié|alerté|transmis)|\\b(recevra|recevront|vous écrirons)\\b");

    private static final Pattern DATE_PATTERN = Pattern.compile("[EdMyHm .,:'hà/-]+");
    /** Classes of the style sheet and ids of the kit. */
    private static final Pattern NAMES = Pattern.compile("--|-(aide|erreur|limite|titre)\\b");

    private static final Set<String> SHOWN_ATTRIBUTES = Set.of("aria-label", "title", "placeholder", "alt", "summary");
    private static final Set<String> NEVER_TEXT =
            Set.of("th:fragment", "th:class", "th:classappend", "th:id", "th:name");
    private static final Set<String> VOID =
            Set.of("input", "br", "hr", "img", "meta", "link", "col", "circle", "path", "rect");
    private static final Set<String> NOT_SHOWN = Set.of("title", "style", "script");
    private static final Set<String> FILLED = Set.of("th:text", "th:utext", "th:replace", "th:insert");

    private Templates() {}

    /**
     * All rules over what a module shows: no sentence in a template, a text for each key, no claim that somebody is told.
     *
     * @param resources the resources of a module, with {@code templates} and {@code messages}
     */
    static void check(Path resources) {
        Path templates = resources.resolve("templates");
        assertThat(sentences(templates)).as("sentences in templates").isEmpty();
        assertThat(keysWithoutText(templates)).as("keys without text").isEmpty();
        assertThat(claims(resources.resolve("messages")))
                .as("texts that claim that somebody is told")
                .isEmpty();
    }

    /**
     * The places where a template says a sentence itself, as {@code file:line: sentence}.
     *
     * @param folder the templates of a module, for example {@code src/main/resources/templates}
     */
    static List<String> sentences(Path folder) {
        List<String> found = new ArrayList<>();
        each(folder, (name, source) -> sentences(name, source, found));
        return found;
    }

    /** The keys that templates name and no bundle of the class path or of {@code folder}'s module has. */
    static Set<String> keysWithoutText(Path folder) {
        Properties texts = new Properties();
        Stream.of("ui", "platform", "letters", "vocabulary")
                .forEach(bundle -> load(texts, "/messages/" + bundle + ".properties"));
        Path own = folder.resolveSibling("messages");
        if (Files.isDirectory(own)) {
            try (Stream<Path> files = Files.list(own)) {
                files.forEach(file -> load(texts, "/messages/" + file.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Set<String> missing = new TreeSet<>();
        each(
                folder,
                (name, source) -> KEY.matcher(source).results().forEach(key -> {
                    String named = key.group(1) == null ? key.group(2) : key.group(1);
                    if (!texts.containsKey(named)) {
                        missing.add(name + ": " + named);
                    }
                }));
        return missing;
    }

    /**
     * The texts of the bundles in {@code messages} that claim that somebody is told, has been told or will be: no page knows
     * that. A letter makes it true, and then the sentence says that a letter leaves.
     */
    static Set<String> claims(Path messages) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(messages)) {
            for (Path file : files.toList()) {
                Properties texts = new Properties();
                try (Reader text = Files.newBufferedReader(file)) {
                    texts.load(text);
                }
                texts.forEach((key, text) -> {
                    if (CLAIM.matcher((String) text).find()) {
                        found.add(key + ": " + text);
                    }
                });
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sentences(String name, String source, List<String> found) {
        Deque<Element> open = new ArrayDeque<>();
        Matcher piece = PIECE.matcher(source);
        while (piece.find()) {
            String tag = piece.group("tag");
            String at = name + ":"
                    + (1
                            + source.substring(0, piece.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()) + ": ";
            if (piece.group("close") != null) {
                while (!open.isEmpty() && !open.pop().tag.equals(tag)) {
                    // an element that needs no closing tag
                }
            } else if (tag != null) {
                boolean filled = attributes(at, piece.group("attributes"), found) && !tag.equals("html");
                if (!VOID.contains(tag) && !piece.group("attributes").endsWith("/")) {
                    open.push(new Element(tag, filled || inFilled(open) || NOT_SHOWN.contains(tag)));
                }
            } else if (piece.group("text") != null && !inFilled(open)) {
                String text = EXPRESSION.matcher(piece.group("text")).replaceAll("");
                if (hasWord(text)) {
                    found.add(at + text.strip());
                }
            }
        }
    }

    /** Looks at one tag; true if what stands inside it is never shown. */
    private static boolean attributes(String at, String attributes, List<String> found) {
        boolean filled = false;
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            String key = attribute.group(1);
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            filled |= FILLED.contains(key);
            if (value.contains("#temporals")) {
                found.add(at + "days and hours are written by @frenchTime, not by #temporals");
            }
            if (SHOWN_ATTRIBUTES.contains(key) && value.codePoints().anyMatch(Character::isLetter)) {
                found.add(at + key + "=" + value);
            } else if (key.startsWith("th:") && !NEVER_TEXT.contains(key)) {
                Set<String> shown = new LinkedHashSet<>();
                SHOWN.matcher(value).results().forEach(parameter -> shown.add(parameter.group(2)));
                literals(LITERAL, value)
                        .filter(literal -> SENTENCE.matcher(literal).find())
                        .forEach(shown::add);
                if (key.equals("th:text") && !value.contains("#messages.msg(")) {
                    literals(WORD, COMPOSED_KEY.matcher(value).replaceAll(""))
                            .filter(Templates::hasWord)
                            .forEach(shown::add);
                }
                shown.stream()
                        .filter(literal -> !DATE_PATTERN.matcher(literal).matches()
                                && !NAMES.matcher(literal).find())
                        .forEach(literal -> found.add(at + literal));
            }
        }
        return filled;
    }

    private static Stream<String> literals(Pattern pattern, String value) {
        return pattern.matcher(value)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .map(literal -> EXPRESSION.matcher(literal).replaceAll(""));
    }

    private static boolean hasWord(String text) {
        return text.codePoints().filter(Character::isLetter).count() > 1;
    }

    private static boolean inFilled(Deque<Element> open) {
        return !open.isEmpty() && open.peek().filled;
    }

    private static void each(Path folder, Reading reading) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
            if (templates.isEmpty()) {
                throw new AssertionError("no templates in " + folder + ": nothing would be looked at");
            }
            for (Path file : templates) {
                reading.of(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(Properties texts, String resource) {
        try (var in = Templates.class.getResourceAsStream(resource)) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Element(String tag, boolean filled) {}

    private interface Reading {
        void of(String name, String source);
    }
}
