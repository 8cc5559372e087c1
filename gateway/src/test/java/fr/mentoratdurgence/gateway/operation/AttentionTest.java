package fr.mentoratdurgence.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.operation.Attention.Note;
import fr.mentoratdurgence.gateway.operation.Certificates.Certificate;
import fr.mentoratdurgence.gateway.operation.PartSeen.Instance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AttentionTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void each_limit_is_the_one_of_its_alert_and_has_its_page() throws IOException {
        String rules = Files.readString(ROOT.resolve("infra/observability/prometheus/alerts.yml"));

        assertThat(Attention.limits()).hasSizeGreaterThan(10).allSatisfy(limit -> {
            assertThat(ROOT.resolve("docs/runbooks/" + limit.runbook() + ".md")).exists();
            String figure = limit.figure().replace('.', '_');
            assertThat(rules)
                    .containsPattern("alert: " + limit.runbook() + "\\s+expr: .*" + figure + "[^a-z]?.*"
                            + (limit.figure().endsWith("stopped") ? "== 1" : "> " + Math.round(limit.above())));
        });
    }

    @Test
    void what_is_gravest_stands_first_and_what_is_well_is_not_told() {
        var needs = new PartSeen(
                OpsPart.NEEDS,
                List.of(
                        said("mentorat.dead.letters", "failed", 2),
                        new Instance(URI.create("http://10.0.0.2:8081"), null)),
                null,
                null,
                null,
                null);
        var followup = new PartSeen(
                OpsPart.FOLLOWUP, List.of(said("mentorat.concerns.unanswered", "", 1)), null, null, null, null);
        var reporting = new PartSeen(
                OpsPart.REPORTING, List.of(said("mentorat.history.behind", "", 30)), null, null, null, null);

        assertThat(Attention.to(
                        List.of(needs, followup, reporting),
                        List.of(new Certificate("door.test", 12L), new Certificate("login.test", 60L))))
                .containsExactly(
                        new Note("followup", "ConcernUnanswered"),
                        new Note("needs", "ServiceDown"),
                        new Note("needs", "DeadLetters"),
                        new Note("door.test", "CertificateEnds"));
    }

    private static Instance said(String figure, String of, double value) {
        return new Instance(
                URI.create("http://10.0.0.1:8081"),
                JsonMapper.shared()
                        .readTree("{\"figures\": [{\"name\": \"" + figure + "\", \"of\": \"" + of + "\", \"value\": "
                                + value + "}]}"));
    }
}
