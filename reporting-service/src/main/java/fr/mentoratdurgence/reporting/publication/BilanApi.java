package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.ReportingApplication;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bilan as of an instant, for programs. */
@RestController
@RequestMapping("/api/reporting/v1")
class BilanApi {

    record Answer(Instant asOf, long events, String hash, String codeVersion, List<FigureOut> figures) {}

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

    private static final String CODE_VERSION =
            Objects.requireNonNullElse(ReportingApplication.class.getPackage().getImplementationVersion(), "dev");

    private final BilanDesk desk;
    private final Wording wording;

    BilanApi(BilanDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @GetMapping("/bilan")
    Answer bilan(@RequestParam(required = false) @Nullable String asOf) {
        Bilan bilan = desk.asOf(asOf);
        return new Answer(
                bilan.asOf(),
                bilan.events(),
                bilan.hash(),
                CODE_VERSION,
                bilan.figures().stream().map(this::out).toList());
    }

    @GetMapping("/bilan.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable String asOf) {
        return file(new BilanCsv(wording).write(desk.asOf(asOf)), "text/csv", "bilan.csv");
    }

    /** What the hash is the hash of: {@code sha256sum} of this file gives it. */
    @GetMapping("/bilan.txt")
    ResponseEntity<byte[]> canonicalText(@RequestParam(required = false) @Nullable String asOf) {
        return file(desk.asOf(asOf).canonicalText(), "text/plain", "bilan.txt");
    }

    private static ResponseEntity<byte[]> file(String text, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private FigureOut out(Figure figure) {
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
                figure.breakdowns().stream().map(this::out).toList());
    }

    private BreakdownOut out(Figure.Breakdown breakdown) {
        return new BreakdownOut(
                breakdown.axis().code(),
                wording.axis(breakdown.axis()),
                breakdown.parts().stream()
                        .map(part -> new PartOut(part.key(), wording.key(breakdown.axis(), part.key()), part.value()))
                        .toList());
    }
}
