package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.Violations.Violation;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** The French sentences of the message bundles. */
public final class Texts {
    /**
     * What a page shows of a violation.
     *
     * @param rule     id of the rule about data on persons that refused; empty for every other fault
     * @param takeOut  what a button sends to have the words that were seen taken out of the field; empty where none were
     */
    public record Fault(String field, String message, String rule, String takeOut) {
        /** A fault that only the person can mend. */
        public Fault(String field, String message) {
            this(field, message, "", "");
        }
    }

    private static final Pattern DATE = Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d");
    private static final FrenchTime FRENCH = new FrenchTime();

    private final MessageSource messages;

    /** Texts from these bundles. */
    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence; a missing key shows itself as the key. */
    public String of(String key, Object... args) {
        return String.valueOf(messages.getMessage(key, args.length == 0 ? null : args, key, Locale.FRENCH));
    }

    /** The word for a code of a list, such as {@code niveau.court}; a code that this version does not know is its own word. */
    public String word(String list, Object code) {
        return String.valueOf(messages.getMessage(list + "." + code, null, code.toString(), Locale.FRENCH));
    }

    /** Words that begin a line. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    /** How many rows a list has, as far as {@link FirstRows} counts them. */
    public String counted(int rows) {
        return rows > FirstRows.MOST ? of("ui.counted.more", FirstRows.MOST) : Integer.toString(rows);
    }

    /** Why a rule refused; named placeholders are filled from the details, dates in French. */
    public String of(Rejection rejection) {
        String text = of(rejection.sentence());
        for (Map.Entry<String, String> detail : rejection.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", inWords(detail.getValue()));
        }
        return text;
    }

    private static String inWords(String detail) {
        return DATE.matcher(detail).matches() ? FRENCH.day(LocalDate.parse(detail)) : detail;
    }

    /** What is broken, and whom to tell. */
    public String of(SystemFault fault) {
        return of("panne." + fault.code(), fault.arguments().toArray());
    }

    /** What is to be mended, in order. */
    public List<Fault> of(InvalidInput input) {
        return input.violations().stream()
                .map(violation -> fault(violation, input.violations()))
                .toList();
    }

    private Fault fault(Violation violation, List<Violation> all) {
        String message = of(violation.key(), violation.args().toArray());
        String rule = PersonalDataCheck.rule(violation);
        if (rule.isEmpty()) {
            return new Fault(violation.field(), message);
        }
        String rules = all.stream()
                .filter(other -> other.field().equals(violation.field()))
                .map(PersonalDataCheck::rule)
                .filter(other -> !other.isEmpty())
                .collect(Collectors.joining(" "));
        return new Fault(violation.field(), message, rule, violation.field() + " " + rules);
    }
}
