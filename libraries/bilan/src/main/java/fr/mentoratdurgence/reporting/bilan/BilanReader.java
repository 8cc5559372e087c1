package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of a bilan back, line by line. */
final class BilanReader {
    /** A number of a bilan is short; a longer one would only cost time and room. */
    private static final int LONGEST_NUMBER = 40;

    private static final Map<String, Indicator> INDICATORS =
            Catalogue.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    private static final Map<String, Axis> AXES =
            Stream.of(Axis.values()).collect(Collectors.toMap(Axis::code, Function.identity()));

    private final Iterator<String> lines;
    private final List<Figure> figures = new ArrayList<>();
    private @Nullable Indicator indicator;
    private @Nullable BigDecimal value;
    private List<Breakdown> breakdowns = new ArrayList<>();
    private @Nullable Axis axis;
    private List<Part> parts = new ArrayList<>();

    BilanReader(String text) {
        this.lines = text.lines().iterator();
    }

    Bilan bilan(long events) {
        try {
            if (!next().equals(Bilan.HEAD)) {
                throw unreadable(Bilan.HEAD);
            }
            Instant asOf = Instant.parse(after("asOf ", next()));
            Territory territory = Territory.NATION;
            LocalDate happenedUntil = null;
            boolean published = false;
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.startsWith("territory ")) {
                    territory = Territory.parse(after("territory ", line)).orElseThrow(() -> unreadable(line));
                } else if (line.startsWith("happenedUntil ")) {
                    happenedUntil = LocalDate.parse(after("happenedUntil ", line));
                } else if (line.equals("published")) {
                    published = true;
                } else {
                    value(line);
                }
            }
            endFigure();
            return new Bilan(new Scope(asOf, happenedUntil, territory), published, events, figures);
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new IllegalArgumentException("not the text of a bilan", wrong);
        }
    }

    private void value(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 && words.length != 5) {
            throw unreadable(line);
        }
        Indicator named = indicator(words[0], words[1], line);
        if (words.length == 3) {
            endFigure();
            indicator = named;
            value = words[2].equals("-") ? null : number(words[2], line);
            return;
        }
        Axis of = AXES.get(words[2]);
        if (of == null || !named.equals(indicator)) {
            throw unreadable(line);
        }
        if (of != axis) {
            endBreakdown();
            axis = of;
        }
        parts.add(new Part(URLDecoder.decode(words[3], StandardCharsets.UTF_8), number(words[4], line)));
    }

    /** Of this version or of an earlier one: a bilan that was sealed under it stays readable for ever. */
    private static Indicator indicator(String code, String version, String line) {
        Indicator known = INDICATORS.get(code);
        if (known == null || !version.startsWith("v")) {
            throw unreadable(line);
        }
        int asked = Integer.parseInt(version.substring(1));
        if (asked < 1 || asked > known.version()) {
            throw unreadable(line);
        }
        return known.ofVersion(asked);
    }

    private static BigDecimal number(String word, String line) {
        if (word.length() > LONGEST_NUMBER) {
            throw unreadable(line);
        }
        BigDecimal number = new BigDecimal(word);
        if (!Figure.isShort(number)) {
            throw unreadable(line);
        }
        return number;
    }

    private void endBreakdown() {
        if (axis != null) {
            breakdowns.add(new Breakdown(axis, List.copyOf(parts)));
        }
        axis = null;
        parts = new ArrayList<>();
    }

    private void endFigure() {
        endBreakdown();
        if (indicator != null) {
            figures.add(new Figure(indicator, value, List.copyOf(breakdowns)));
        }
        indicator = null;
        breakdowns = new ArrayList<>();
    }

    private String next() {
        if (!lines.hasNext()) {
            throw unreadable("");
        }
        return lines.next();
    }

    private static String after(String start, String line) {
        if (!line.startsWith(start)) {
            throw unreadable(line);
        }
        return line.substring(start.length());
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException("not a line of a bilan: " + line);
    }
}
