package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.Violations.Violation;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** The French sentences of the message bundles. */
public final class Texts {
    /** What a page shows of a violation. */
    public record Fault(String field, String message) {}

    private static final Pattern DATE = Pattern.compile("\\d{4}-[01]\\d-[0-3]\\d");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private final MessageSource messages;

    /** Texts from these bundles. */
    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence; a missing key shows itself as the key. */
    public String of(String key, Object... args) {
        return String.valueOf(messages.getMessage(key, args.length == 0 ? null : args, key, Locale.FRENCH));
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
        String text = of("rejet." + rejection.code().name());
        for (Map.Entry<String, String> detail : rejection.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", inWords(detail.getValue()));
        }
        return text;
    }

    private static String inWords(String detail) {
        return DATE.matcher(detail).matches() ? DAY.format(LocalDate.parse(detail)) : detail;
    }

    /** What is broken, and whom to tell. */
    public String of(SystemFault fault) {
        return of("panne." + fault.code(), fault.arguments().toArray());
    }

    /** What is to be mended, in order. */
    public List<Fault> of(InvalidInput input) {
        return input.violations().stream().map(this::fault).toList();
    }

    private Fault fault(Violation violation) {
        return new Fault(violation.field(), of(violation.key(), violation.args().toArray()));
    }
}
