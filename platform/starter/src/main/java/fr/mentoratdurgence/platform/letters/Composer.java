package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.typed.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter into words: one text, as plain text, as HTML and as a short message. */
class Composer {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n{2,}");
    private static final int LONGEST_SUBJECT = 120;

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final LettersSettings settings;

    Composer(MessageSource messages, ITemplateEngine templates, LettersSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.settings = settings;
    }

    /** @throws MissingWords where a text or a word of it is missing */
    Composed compose(LetterKind kind, Correspondent to, Content content) {
        Map<String, String> words = new TreeMap<>(content.words());
        words.putIfAbsent("nom", to.name());
        String act = content.act().isEmpty() ? "" : settings.origin() + content.act();
        String label = act.isEmpty() ? "" : text(kind, "acte", words);
        String subject = line(text(kind, "objet", words));
        List<String> paragraphs = Stream.of(PARAGRAPH.split(text(kind, "texte", words), -1))
                .map(String::strip)
                .toList();
        String why = text(kind, "pourquoi", words);
        String stop = shared(kind.weight() == LetterKind.Weight.ORDINARY ? "arret" : "toujours", words);
        String stopAddress = kind.weight() == LetterKind.Weight.ORDINARY ? settings.origin() + "/courriers" : "";
        String greeting = shared("bonjour", words);
        String closing = shared("fin", words);
        return new Composed(
                subject,
                plain(greeting, paragraphs, label, act, closing, why, stop, stopAddress),
                html(subject, greeting, paragraphs, label, act, closing, why, stop, stopAddress),
                kind.bySms() ? shortMessage(text(kind, "sms", words), act) : "");
    }

    /** Several letters of one day in one: a line and a link for each. */
    Composed digest(Correspondent to, List<Composed> letters) {
        Map<String, String> words = Map.of("nom", to.name(), "nombre", Integer.toString(letters.size()));
        List<String> lines = letters.stream().map(Composed::subject).toList();
        String act = settings.origin() + "/";
        String subject = line(shared("recueil.objet", words));
        String label = shared("recueil.acte", words);
        String why = shared("recueil.pourquoi", words);
        String stop = shared("arret", words);
        return new Composed(
                subject,
                plain(
                        shared("bonjour", words),
                        lines,
                        label,
                        act,
                        shared("fin", words),
                        why,
                        stop,
                        settings.origin() + "/courriers"),
                html(
                        subject,
                        shared("bonjour", words),
                        lines,
                        label,
                        act,
                        shared("fin", words),
                        why,
                        stop,
                        settings.origin() + "/courriers"),
                "");
    }

    private String plain(
            String greeting,
            List<String> paragraphs,
            String label,
            String act,
            String closing,
            String why,
            String stop,
            String stopAddress) {
        StringBuilder text = new StringBuilder(greeting).append("\n\n").append(String.join("\n\n", paragraphs));
        if (!act.isEmpty()) {
            text.append("\n\n").append(label).append(" :\n").append(act);
        }
        text.append("\n\n")
                .append(closing)
                .append("\n\n-- \n")
                .append(why)
                .append('\n')
                .append(stop);
        if (!stopAddress.isEmpty()) {
            text.append('\n').append(stopAddress);
        }
        return text.append('\n').toString();
    }

    private String html(
            String subject,
            String greeting,
            List<String> paragraphs,
            String label,
            String act,
            String closing,
            String why,
            String stop,
            String stopAddress) {
        return templates.process(
                "letters/letter",
                new Context(
                        Locale.FRENCH,
                        Map.of(
                                "subject", subject,
                                "greeting", greeting,
                                "paragraphs", paragraphs,
                                "label", label,
                                "act", act,
                                "closing", closing,
                                "why", why,
                                "stop", stop,
                                "stopAddress", stopAddress)));
    }

    /** Short words, then the address: at most 160 signs of the alphabet of telephones. */
    private static String shortMessage(String words, String act) {
        return Gsm.shortened(words, act);
    }

    private String shared(String name, Map<String, String> words) {
        return filled("lettre." + name, words);
    }

    private String text(LetterKind kind, String part, Map<String, String> words) {
        return filled("lettre." + kind.name() + "." + part, words);
    }

    private String filled(String key, Map<String, String> words) {
        String text = messages.getMessage(key, null, "", Locale.FRENCH);
        if (text == null || text.isEmpty()) {
            throw new MissingWords(key);
        }
        return PLACE.matcher(text).replaceAll(place -> {
            String word = words.get(place.group(1));
            if (word == null) {
                throw new MissingWords(key + " {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(Typed.oneLine(word));
        });
    }

    /** A subject is one line, whatever a name brings with it. */
    private static String line(String subject) {
        String line = Typed.oneLine(subject);
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
