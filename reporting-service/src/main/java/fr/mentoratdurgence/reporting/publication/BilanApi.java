package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Catalogue;
import fr.mentoratdurgence.reporting.bilan.CodeVersion;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bilan as of an instant, for programs. Analysts get the exact figures, everybody else what may be published.
 */
@RestController
@RequestMapping("/api/reporting/v1")
class BilanApi {

    record Answer(
            Instant asOf,
            @Nullable LocalDate happenedUntil,
            String territory,
            boolean published,
            long events,
            String hash,
            String codeVersion,
            List<FigureOut> figures) {}

    record FigureOut(
            String code,
            int version,
            String label,
            String definition,
            String formula,
            String rounding,
            List<String> readsEvents,
            String unit,
            @Nullable BigDecimal value,
            List<BreakdownOut> breakdowns) {}

    record BreakdownOut(String by, String label, List<PartOut> parts) {}

    record PartOut(String key, String label, BigDecimal value) {}

    record CatalogueOut(List<IndicatorOut> indicators, List<UntoldOut> untold) {}

    record IndicatorOut(
            String code,
            int version,
            String chapter,
            String kind,
            String exposure,
            String label,
            String unit,
            String definition,
            String formula,
            String rounding,
            List<String> readsEvents) {}

    /** A figure that is asked for and that no public fact tells. */
    record UntoldOut(String code, String label, String reason) {}

    private final BilanBoard bilans;
    private final BilanFiles files;
    private final Wording wording;

    BilanApi(BilanBoard bilans, BilanFiles files, Wording wording) {
        this.bilans = bilans;
        this.files = files;
        this.wording = wording;
    }

    @GetMapping("/bilan")
    Answer bilan(Person person, @ModelAttribute Question question) {
        return answer(bilans.answer(person, question, "JSON"), wording);
    }

    @GetMapping("/bilan.{form}")
    ResponseEntity<byte[]> file(Person person, @ModelAttribute Question question, @PathVariable String form) {
        BilanFiles.Form known = BilanFiles.form(form);
        return files.file(bilans.answer(person, question, known.name()), known);
    }

    @GetMapping("/indicators")
    CatalogueOut indicators() {
        return new CatalogueOut(
                Catalogue.indicators().stream().map(this::out).toList(),
                Catalogue.untold().stream()
                        .map(code -> new UntoldOut(
                                code,
                                wording.text("absent." + code + ".libelle"),
                                wording.text("absent." + code + ".raison")))
                        .toList());
    }

    static Answer answer(Bilan bilan, Wording wording) {
        return new Answer(
                bilan.asOf(),
                bilan.scope().happenedUntil(),
                bilan.scope().territory().id(),
                bilan.published(),
                bilan.events(),
                bilan.hash(),
                CodeVersion.TEXT,
                bilan.figures().stream().map(figure -> out(figure, wording)).toList());
    }

    private IndicatorOut out(Indicator indicator) {
        return new IndicatorOut(
                indicator.code(),
                indicator.version(),
                indicator.chapter().id(),
                indicator.kind().name(),
                indicator.exposure().name(),
                wording.label(indicator),
                wording.unit(indicator),
                wording.definition(indicator),
                wording.formula(indicator),
                wording.rounding(indicator),
                indicator.events());
    }

    private static FigureOut out(Figure figure, Wording wording) {
        Indicator indicator = figure.indicator();
        return new FigureOut(
                indicator.code(),
                indicator.version(),
                wording.label(indicator),
                wording.definition(indicator),
                wording.formula(indicator),
                wording.rounding(indicator),
                indicator.events(),
                wording.unit(indicator),
                figure.value(),
                figure.breakdowns().stream()
                        .map(breakdown -> out(breakdown, wording))
                        .toList());
    }

    private static BreakdownOut out(Figure.Breakdown breakdown, Wording wording) {
        return new BreakdownOut(
                breakdown.axis().code(),
                wording.axis(breakdown.axis()),
                breakdown.parts().stream()
                        .map(part -> new PartOut(part.key(), wording.key(breakdown.axis(), part.key()), part.value()))
                        .toList());
    }
}
