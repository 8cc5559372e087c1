package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Chapter;
import fr.mentoratdurgence.reporting.bilan.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The funnel laid out: one bar for each step, and all steps along an axis. */
final class FunnelView {
    private static final String STEPS = "funnel.";

    record Step(String name, String told, long part, long whole) {}

    /** @param rows the first cell is the row's name */
    record Table(String caption, List<String> heads, List<List<String>> rows) {}

    private final Wording wording;

    FunnelView(Wording wording) {
        this.wording = wording;
    }

    List<Step> steps(Bilan bilan) {
        List<Figure> funnel = funnel(bilan);
        long whole = funnel.isEmpty() ? 0 : count(funnel.getFirst().value());
        return funnel.stream()
                .map(figure -> new Step(
                        wording.label(figure.indicator()),
                        wording.shown(figure, bilan.published()),
                        count(figure.value()),
                        whole))
                .toList();
    }

    Table table(Bilan bilan, Axis axis) {
        List<Figure> funnel = funnel(bilan);
        Set<String> keys = new TreeSet<>(axis.readingOrder());
        funnel.forEach(figure -> figure.parts(axis).forEach(part -> keys.add(part.key())));
        List<String> heads = new ArrayList<>(List.of(wording.axis(axis)));
        funnel.forEach(figure -> heads.add(wording.column(figure.indicator())));
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> row = new ArrayList<>(List.of(wording.key(axis, key)));
            funnel.forEach(figure -> row.add(cell(figure.part(axis, key), bilan.published())));
            rows.add(List.copyOf(row));
        }
        return new Table(
                wording.text(
                        "bilan.tableau", wording.chapter(Chapter.FUNNEL), wording.text("axe." + axis.code() + ".par")),
                List.copyOf(heads),
                List.copyOf(rows));
    }

    private String cell(@Nullable BigDecimal value, boolean published) {
        if (value == null) {
            return published ? wording.text("bilan.secret") : "0";
        }
        return wording.number(value, 0);
    }

    private static List<Figure> funnel(Bilan bilan) {
        return bilan.figures().stream()
                .filter(figure -> figure.indicator().code().startsWith(STEPS))
                .toList();
    }

    private static long count(@Nullable BigDecimal value) {
        return value == null ? 0 : value.longValue();
    }
}
