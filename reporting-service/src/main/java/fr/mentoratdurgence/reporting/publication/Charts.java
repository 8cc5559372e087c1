package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Academies;
import fr.mentoratdurgence.reporting.bilan.Academies.Academie;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Charts as SVG, drawn here so that page and PDF show the same one. Colours are attributes, not styles: the content
 * policy of the pages allows no inline style; a class beside each lets the stylesheet of the pages follow the reader's
 * colours, also by night. Each chart says in words what it shows, and a table beside it holds the
 * numbers.
 */
final class Charts {
    private static final String INK = "#1a2433";
    private static final String SOFT = "#4d5768";
    private static final String LINE = "#ddd6c8";
    private static final String BLUE = "#1b3b6f";
    private static final String BAND = "#c9d6ec";
    private static final String EMPTY = "#ffffff";
    private static final String FONT = "font-family=\"DejaVu Sans, system-ui, sans-serif\"";

    /** From pale to deep; the text on the last three is white. */
    private static final List<String> SHADES =
            List.of("#eef2f9", "#c9d6ec", "#8fabd6", "#4a6fa9", "#27508f", "#122a52");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FIRST_WHITE = 3;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int RIGHT = 350;
    private static final int TOP = 14;
    private static final int BOTTOM = 180;
    private static final int TILE = 44;

    private final Wording wording;

    Charts(Wording wording) {
        this.wording = wording;
    }

    /** The share that still goes on, day by day, with its bounds. */
    @Nullable
    String curve(Figure figure) {
        List<Part> points = figure.parts(Axis.STILL);
        if (points.isEmpty()) {
            return null;
        }
        int last = Math.max(1, Integer.parseInt(points.getLast().key()));
        int lastShown = (int) (last * 1.1) + 1;
        StringBuilder svg = start(WIDTH, HEIGHT, wording.text("graphique.courbe", wording.label(figure.indicator())));
        for (int share = 0; share <= 100; share += 25) {
            double y = y(share / 100.0);
            svg.append(line(LEFT, y, RIGHT, y, LINE)).append(text(LEFT - 6, y + 4, "end", SOFT, share + "\u00a0%"));
        }
        for (int day : ticks(lastShown)) {
            double x = x(day, lastShown);
            svg.append(line(x, BOTTOM, x, BOTTOM + 4, SOFT))
                    .append(text(x, BOTTOM + 18, "middle", SOFT, String.valueOf(day)));
        }
        svg.append(text((LEFT + RIGHT) / 2.0, HEIGHT - 6, "middle", SOFT, wording.text("graphique.jours")));
        List<Part> low = figure.parts(Axis.STILL_LOW);
        List<Part> high = figure.parts(Axis.STILL_HIGH);
        if (low.size() == points.size() && high.size() == points.size()) {
            svg.append("<path ")
                    .append(fill(BAND, "band"))
                    .append(" d=\"")
                    .append(band(low, high, lastShown))
                    .append("\"/>");
        }
        svg.append("<path fill=\"none\" class=\"chart-curve\" stroke=\"")
                .append(BLUE)
                .append("\" stroke-width=\"2.5\" d=\"")
                .append(steps(points, lastShown))
                .append("\"/>");
        return svg.append("</svg>").toString();
    }

    /** One bar for each week. */
    @Nullable
    String weeks(Figure figure) {
        List<Part> weeks = figure.parts(Axis.WEEK);
        if (weeks.isEmpty()) {
            return null;
        }
        BigDecimal most = weeks.stream().map(Part::value).reduce(BigDecimal.ONE, BigDecimal::max);
        StringBuilder svg = start(WIDTH, HEIGHT, wording.text("graphique.semaines", wording.label(figure.indicator())));
        svg.append(line(LEFT, BOTTOM, RIGHT, BOTTOM, SOFT))
                .append(line(LEFT, TOP, RIGHT, TOP, LINE))
                .append(text(LEFT - 6, TOP + 4, "end", SOFT, wording.number(most, 0)))
                .append(text(LEFT - 6, BOTTOM + 4, "end", SOFT, "0"));
        double step = (RIGHT - LEFT) / (double) weeks.size();
        int every = Math.max(1, (weeks.size() + 5) / 6);
        for (int week = 0; week < weeks.size(); week++) {
            double height = weeks.get(week).value().doubleValue() / most.doubleValue() * (BOTTOM - TOP);
            double x = LEFT + week * step;
            svg.append(rect(x + step * 0.1, BOTTOM - height, step * 0.8, height, BLUE));
            if (week % every == 0) {
                svg.append(text(
                        x + step / 2,
                        BOTTOM + 18,
                        "middle",
                        SOFT,
                        wording.shortWeek(weeks.get(week).key())));
            }
        }
        return svg.append("</svg>").toString();
    }

    /** France as a grid of tiles, one for each académie, shaded by its value. */
    String map(Figure figure, String caption, int decimals) {
        Map<String, BigDecimal> values = new TreeMap<>();
        figure.parts(Axis.ACADEMIE).forEach(part -> values.put(part.key(), part.value()));
        BigDecimal most = figure.indicator().kind() == Indicator.Kind.RATIO
                ? HUNDRED
                : values.values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
        StringBuilder svg = start(8 * TILE, 6 * TILE, caption);
        for (Academie academie : Academies.ofFrance().all()) {
            BigDecimal value = values.get(academie.code());
            int shade = value == null
                    ? -1
                    : Math.min(SHADES.size() - 1, (int) (value.doubleValue() / most.doubleValue() * SHADES.size()));
            double x = academie.column() * TILE;
            double y = academie.row() * TILE;
            String ink = shade < 0 ? SOFT : shade >= FIRST_WHITE ? EMPTY : INK;
            svg.append("<rect x=\"")
                    .append(number(x + 1))
                    .append("\" y=\"")
                    .append(number(y + 1))
                    .append("\" width=\"")
                    .append(TILE - 2)
                    .append("\" height=\"")
                    .append(TILE - 2)
                    .append("\" rx=\"4\" stroke=\"")
                    .append(LINE)
                    .append("\" ")
                    .append(shade < 0 ? fill(EMPTY, "empty") : fill(SHADES.get(shade), "shade"))
                    .append("/>");
            svg.append(small(x + TILE / 2.0, y + 17, ink, wording.shortAcademie(academie.code())))
                    .append(text(
                            x + TILE / 2.0,
                            y + 34,
                            "middle",
                            ink,
                            value == null ? "–" : wording.number(value, decimals)));
        }
        return svg.append("</svg>").toString();
    }

    private static StringBuilder start(int width, int height, String says) {
        return new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-label=\"")
                .append(escaped(says))
                .append("\"><title>")
                .append(escaped(says))
                .append("</title>");
    }

    private static String steps(List<Part> points, int lastShown) {
        StringBuilder path =
                new StringBuilder("M").append(number(LEFT)).append(' ').append(number(y(1)));
        for (Part point : points) {
            path.append('H')
                    .append(number(x(Integer.parseInt(point.key()), lastShown)))
                    .append('V')
                    .append(number(y(point.value().doubleValue())));
        }
        return path.append('H').append(number(RIGHT)).toString();
    }

    private static String band(List<Part> low, List<Part> high, int lastShown) {
        StringBuilder path = new StringBuilder(steps(high, lastShown));
        for (int i = low.size() - 1; i >= 0; i--) {
            path.append('V')
                    .append(number(y(low.get(i).value().doubleValue())))
                    .append('H')
                    .append(number(x(Integer.parseInt(low.get(i).key()), lastShown)));
        }
        return path.append('V').append(number(y(1))).append('Z').toString();
    }

    private static List<Integer> ticks(int last) {
        int step = 1;
        for (int wider : new int[] {1, 2, 5, 7, 14, 28, 56, 112, 365}) {
            step = wider;
            if (last / wider <= 6) {
                break;
            }
        }
        int by = step;
        return IntStream.rangeClosed(0, last / by).mapToObj(i -> i * by).toList();
    }

    private static double x(int day, int last) {
        return LEFT + (RIGHT - LEFT) * Math.min(1, day / (double) last);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2)
                + "\" class=\"chart-" + (colour.equals(LINE) ? "line" : "axis") + "\" stroke=\"" + colour + "\"/>";
    }

    private static String rect(double x, double y, double width, double height, String colour) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" " + fill(colour, "bar") + "/>";
    }

    private static String text(double x, double y, String anchor, String colour, String text) {
        return text(x, y, anchor, colour, text, 12);
    }

    private static String small(double x, double y, String colour, String text) {
        return text(x, y, "middle", colour, text, text.length() > 7 ? 8 : 9);
    }

    private static String text(double x, double y, String anchor, String colour, String text, int size) {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" "
                + fill(colour, colour.equals(SOFT) ? "soft" : "on-shade") + " font-size=\"" + size + "\" " + FONT + ">"
                + escaped(text) + "</text>";
    }

    private static String fill(String colour, String part) {
        return "class=\"chart-" + part + "\" fill=\"" + colour + "\"";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
