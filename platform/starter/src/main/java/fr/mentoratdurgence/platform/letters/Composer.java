package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.typed.Typed;
import java.util.ArrayList;
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
    private static final Pattern KEPT_TOGETHER = Pattern.compile(" (?=[:;?!»])|(?<=«) |(?<=\\d) (?=\\p{L})");
    /** Of a need and of a mentor, as people say them. */
    private static final Pattern NUMBER = Pattern.compile("\\b(?:MU-[0-9A-Z]{4}-[0-9A-Z]{4}|M-[0-9A-Z]{8})\\b");

    /** After the names of a kind's texts, where they are about more than one. */
    private static final String SEVERAL = ".plusieurs";

    private static final int LONGEST_SUBJECT = 120;

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final StopLinks stops;
    private final LettersSettings settings;

    Composer(MessageSource messages, ITemplateEngine templates, StopLinks stops, LettersSettings settings) {
        this.messages = messages;
        this.templates = templates;
        this.stops = stops;
        this.settings = settings;
    }

    /** @param number what is not broken at the end of a line */
    record Piece(String text, boolean number) {}

    /**
     * The parts of a letter, in the order in which they are read.
     *
     * @param act         whole address; empty where nothing is asked, like its label
     * @param stopLabel   what leads there, where a mail program shows links
     * @param stopAddress whole address; empty where the letter cannot be switched off
     */
    record Parts(
            String subject,
            String greeting,
            List<String> paragraphs,
            String label,
            String act,
            String closing,
            String why,
            String stop,
            String stopLabel,
            String stopAddress) {

        /** For the narrow page of a telephone: no line begins with a sign or the unit of a number. */
        Parts typeset() {
            return new Parts(
                    subject,
                    greeting,
                    paragraphs.stream().map(Parts::typeset).toList(),
                    label,
                    act,
                    closing,
                    typeset(why),
                    typeset(stop),
                    stopLabel,
                    stopAddress);
        }

        private static String typeset(String text) {
            return KEPT_TOGETHER.matcher(text).replaceAll("\u00a0");
        }

        /** For the template: a text cut where a number begins and ends, which stays on one line and is copied as it is. */
        public List<Piece> pieces(String text) {
            List<Piece> pieces = new ArrayList<>();
            int from = 0;
            for (Matcher number = NUMBER.matcher(text); number.find(); from = number.end()) {
                pieces.add(new Piece(text.substring(from, number.start()), false));
                pieces.add(new Piece(number.group(), true));
            }
            pieces.add(new Piece(text.substring(from), false));
            return pieces;
        }

        String plain() {
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
    }

    /** Whether several of this kind that say the same to one person are told by one letter. */
    boolean saysSeveral(LetterKind kind) {
        return !message("lettre." + kind.name() + ".texte" + SEVERAL).isEmpty();
    }

    /** @throws MissingWords where a text or a word of it is missing */
    Composed compose(LetterKind kind, String person, Correspondent to, Content content) {
        return compose(kind, person, to, content, 1);
    }

    /**
     * One letter for several of a kind.
     *
     * @param times how many: more than one only where {@link #saysSeveral}
     * @throws MissingWords where a text or a word of it is missing
     */
    Composed compose(LetterKind kind, String person, Correspondent to, Content content, int times) {
        Map<String, String> words = new TreeMap<>(content.words());
        words.putIfAbsent("nom", to.name());
        words.putIfAbsent("fois", Integer.toString(times));
        String many = times > 1 ? SEVERAL : "";
        String act = content.act().isEmpty() ? "" : settings.origin() + content.act();
        boolean optional = kind.weight() == LetterKind.Weight.ORDINARY;
        StopLinks.Ways out = optional ? stops.of(person, kind.name()) : StopLinks.Ways.NONE;
        return written(
                new Parts(
                        line(text(kind, "objet" + many, words)),
                        shared("bonjour", words),
                        Stream.of(PARAGRAPH.split(text(kind, "texte" + many, words), -1))
                                .map(String::strip)
                                .toList(),
                        act.isEmpty() ? "" : text(kind, "acte", words),
                        act,
                        shared("fin", words),
                        text(kind, "pourquoi", words),
                        shared(optional ? "arret" : "toujours", words),
                        shared("arret.lien", words),
                        out.page()),
                kind.bySms() ? Gsm.shortened(text(kind, "sms", words), act) : "",
                out.oneClick());
    }

    /** Several letters of one day in one: a line for each. */
    Composed digest(String person, Correspondent to, List<Composed> letters) {
        StopLinks.Ways out = stops.of(person, StopLinks.ALL);
        Map<String, String> words = Map.of("nom", to.name(), "nombre", Integer.toString(letters.size()));
        return written(
                new Parts(
                        line(shared("recueil.objet", words)),
                        shared("bonjour", words),
                        letters.stream().map(Composed::subject).toList(),
                        shared("recueil.acte", words),
                        settings.origin() + "/",
                        shared("fin", words),
                        shared("recueil.pourquoi", words),
                        shared("arret", words),
                        shared("arret.lien", words),
                        out.page()),
                "",
                out.oneClick());
    }

    private Composed written(Parts parts, String sms, String oneClick) {
        String html =
                templates.process("letters/letter", new Context(Locale.FRENCH, Map.of("letter", parts.typeset())));
        return new Composed(parts.subject(), parts.plain(), html, sms, oneClick);
    }

    private String shared(String name, Map<String, String> words) {
        return filled("lettre." + name, words);
    }

    private String text(LetterKind kind, String part, Map<String, String> words) {
        return filled("lettre." + kind.name() + "." + part, words);
    }

    private String filled(String key, Map<String, String> words) {
        String text = message(key);
        if (text.isEmpty()) {
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

    private String message(String key) {
        String text = messages.getMessage(key, null, "", Locale.FRENCH);
        return text == null ? "" : text;
    }

    /** A subject is one line, whatever a name brings with it. */
    private static String line(String subject) {
        String line = Typed.oneLine(subject);
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
