package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.files.WrittenTable;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bilan as a table for spreadsheets. Its numbers are never negative. */
final class BilanCsv {
    private final Wording wording;

    BilanCsv(Wording wording) {
        this.wording = wording;
    }

    String write(Bilan bilan) {
        String hash = bilan.hash();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(wording.text("bilan.csv.colonnes").split(";", -1)));
        for (Figure figure : bilan.figures()) {
            rows.add(row(bilan, hash, figure, "", "", "", wording.unit(figure.indicator()), figure.value()));
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                for (Figure.Part part : breakdown.parts()) {
                    rows.add(row(
                            bilan,
                            hash,
                            figure,
                            wording.axis(breakdown.axis()),
                            part.key(),
                            wording.key(breakdown.axis(), part.key()),
                            wording.unit(figure.indicator(), breakdown.axis(), part.key()),
                            part.value()));
                }
            }
        }
        return WrittenTable.of(rows);
    }

    private List<String> row(
            Bilan bilan,
            String hash,
            Figure figure,
            String axis,
            String key,
            String keyLabel,
            String unit,
            @Nullable BigDecimal value) {
        Indicator indicator = figure.indicator();
        LocalDate happenedUntil = bilan.scope().happenedUntil();
        return List.of(
                indicator.code(),
                String.valueOf(indicator.version()),
                wording.label(indicator),
                axis,
                key,
                keyLabel,
                value == null ? nothing(bilan) : value.toPlainString().replace('.', ','),
                unit,
                bilan.scope().territory().id(),
                bilan.asOf().toString(),
                happenedUntil == null ? "" : happenedUntil.toString(),
                wording.text(bilan.published() ? "bilan.csv.publie" : "bilan.csv.exact"),
                hash);
    }

    private String nothing(Bilan bilan) {
        return bilan.published() ? wording.text("bilan.secret") : "";
    }
}
