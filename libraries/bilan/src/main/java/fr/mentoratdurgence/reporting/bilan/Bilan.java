package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.sealing.Sha256;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the operation as they were known at an instant.
 *
 * @param scope what they are about
 * @param published whether small numbers are kept secret, so that everybody may see the rest
 * @param events how many facts were counted
 */
public record Bilan(Scope scope, boolean published, long events, List<Figure> figures) {
    /** The first line of a text: the number of the list of indicators; another list would have another. */
    static final String HEAD = "bilan 1";

    /** Figures stand in the order of the catalogue, whoever worked them out. */
    public Bilan {
        figures = Indicators.ordered(figures);
    }

    /** Facts recorded at this instant or before are counted. */
    public Instant asOf() {
        return scope.asOf();
    }

    /** The figure with this code, if the bilan has one. */
    public Optional<Figure> find(String code) {
        return figures.stream()
                .filter(figure -> figure.indicator().code().equals(code))
                .findFirst();
    }

    /** The figure with this code. */
    public Figure figure(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no indicator " + code));
    }

    /** SHA-256 of {@link #canonicalText}, in hexadecimal: equal on every machine where the figures are equal. */
    public String hash() {
        return Sha256.hex(canonicalText());
    }

    /**
     * What is hashed, one line per value: no locale, no time zone, no JSON. Anyone can write it down again from the
     * JSON output and check the hash. A published bilan has its own text and hash: from the hash of the exact figures
     * a patient reader could work out the few values that are kept secret.
     */
    public String canonicalText() {
        StringBuilder text =
                new StringBuilder(HEAD).append("\nasOf ").append(asOf()).append('\n');
        if (!scope.territory().isNation()) {
            text.append("territory ").append(scope.territory().id()).append('\n');
        }
        if (scope.happenedUntil() != null) {
            text.append("happenedUntil ").append(scope.happenedUntil()).append('\n');
        }
        if (published) {
            text.append("published\n");
        }
        for (Figure figure : figures) {
            Indicator indicator = figure.indicator();
            String name = indicator.code() + " v" + indicator.version();
            line(text, name, figure.value());
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                for (Figure.Part part : breakdown.parts()) {
                    line(text, name + ' ' + breakdown.axis().code() + ' ' + oneWord(part.key()), part.value());
                }
            }
        }
        return text.toString();
    }

    /**
     * Reads a text back; the figures have the same text and hash again.
     *
     * @throws IllegalArgumentException where it is not such a text, or speaks of an indicator that this build does not
     *     know
     */
    public static Bilan read(String text, long events) {
        return new BilanReader(text).bilan(events);
    }

    private static String oneWord(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String name, @Nullable BigDecimal value) {
        text.append(name)
                .append(' ')
                .append(value == null ? "-" : value.toPlainString())
                .append('\n');
    }
}
