package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The bilan as a table for spreadsheets: UTF-8 with BOM, semicolons, and no cell that could run as a formula. */
final class BilanCsv {
    private static final String BOM = "\uFEFF";
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private final Wording wording;

    BilanCsv(Wording wording) {
        this.wording = wording;
    }

    String write(Bilan bilan) {
        StringBuilder text = new StringBuilder(BOM);
        String hash = bilan.hash();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(cells(wording.text("bilan.csv.colonnes").split(";", -1)));
            for (Figure figure : bilan.figures()) {
                row(csv, bilan, hash, figure, "", "", "", wording.unit(figure.indicator()), figure.value());
                for (Figure.Breakdown breakdown : figure.breakdowns()) {
                    for (Figure.Part part : breakdown.parts()) {
                        row(
                                csv,
                                bilan,
                                hash,
                                figure,
                                wording.axis(breakdown.axis()),
                                part.key(),
                                wording.key(breakdown.axis(), part.key()),
                                wording.unit(figure.indicator(), breakdown.axis(), part.key()),
                                part.value());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void row(
            CSVPrinter csv,
            Bilan bilan,
            String hash,
            Figure figure,
            String axis,
            String key,
            String keyLabel,
            String unit,
            @Nullable BigDecimal value)
            throws IOException {
        Indicator indicator = figure.indicator();
        LocalDate happenedUntil = bilan.scope().happenedUntil();
        csv.printRecord(cells(
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
                hash));
    }

    private String nothing(Bilan bilan) {
        return bilan.published() ? wording.text("bilan.secret") : "";
    }

    private static Object[] cells(String... cells) {
        return Arrays.stream(cells).map(BilanCsv::harmless).toArray();
    }

    /** A spreadsheet shows the apostrophe's cell as text. Numbers are ours and never negative. */
    static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
