package fr.mentoratdurgence.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.reporting.bilan.Heard;
import fr.mentoratdurgence.reporting.bilan.Heard.Line;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedDeclared;
import fr.mentoratdurgence.reporting.bilan.Heard.Uncounted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    private static final String DECLARED = "needs.need-declared.v1";

    private final Facts facts = new Facts();

    @ParameterizedTest
    @MethodSource("types")
    void reads_the_sample_of_every_contract(String type) throws IOException {
        assertThat(facts.read(type, sample(type))).isNotIn(Uncounted.UNKNOWN, Uncounted.UNREADABLE);
    }

    @Test
    void knows_which_contracts_no_figure_reads() throws IOException {
        Set<String> unread = new TreeSet<>();
        for (String type : types().toList()) {
            if (facts.read(type, sample(type)) == Uncounted.UNREAD) {
                unread.add(type);
            }
        }
        assertThat(unread)
                .containsExactly(
                        "matching.matching-run-completed.v1",
                        "mentors.charter-accepted.v1",
                        "mentors.training-completed.v1",
                        "needs.contact-attempted.v1",
                        "needs.need-referent-assigned.v1",
                        "needs.priority-status-recorded.v1",
                        "needs.structure-registered.v1",
                        "needs.structure-verified.v1");
    }

    @Test
    void reads_every_fact_that_a_fold_takes() {
        long read = types().filter(type -> facts.read(type, "{}") == Uncounted.UNREADABLE)
                .count();
        long taken = Stream.of(Heard.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .count();
        assertThat(read).isEqualTo(taken);
    }

    @Test
    void reads_what_it_needs_and_lets_new_fields_pass() {
        String json = """
                {"need":"need-1","departement":"2A","priorityAudience":"A_NEW_AUDIENCE","colour":"blue",
                 "lines":[{"line":1,"levelBand":"CM1_CM2","count":3,"slots":[{"day":"MONDAY"}]}]}""";
        assertThat(facts.read(DECLARED, json))
                .isEqualTo(new NeedDeclared("need-1", "2A", "A_NEW_AUDIENCE", List.of(new Line(1, "CM1_CM2", 3))));
    }

    @Test
    void does_not_know_a_newer_version() {
        assertThat(facts.read("needs.need-declared.v2", "{}")).isEqualTo(Uncounted.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"need\":\"need-1\"}",
                "{\"need\":\"need-1\",\"departement\":null,\"priorityAudience\":\"REP\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[null]}",
                "{\"need\":\"need-1\",\"departement\":\"=1+1\",\"priorityAudience\":\"REP\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"<b>\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[{\"line\":1,\"levelBand\":\"CM1_CM2\",\"count\":-3}]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[{\"line\":1,\"levelBand\":\"CM1_CM2\",\"count\":99999999999}]}"
            })
    void says_which_bodies_cannot_be_read(String json) {
        assertThat(facts.read(DECLARED, json)).isEqualTo(Uncounted.UNREADABLE);
    }

    @Test
    void an_envelope_is_kept_to_the_letter() {
        String raw = "{\"id\":\"e\", \"data\": {\"count\":1.00, \"data\":[1, 2]} ,\"type\":\"t\"}";
        assertThat(Envelope.split(raw))
                .isEqualTo(new Envelope(
                        "{\"id\":\"e\", \"data\": null ,\"type\":\"t\"}", "{\"count\":1.00, \"data\":[1, 2]}"));
        assertThat(Envelope.split("{\"data\":\"été\\n\"}").data()).isEqualTo("\"été\\n\"");
        assertThat(Envelope.split("{\"data\":12.50}").data()).isEqualTo("12.50");
    }

    private static Stream<String> types() {
        return ContractTypes.all().keySet().stream();
    }

    private static String sample(String type) throws IOException {
        String[] parts = type.split("\\.", -1);
        String path = "/contracts/%s/%s/%s.json".formatted(parts[0], parts[2], parts[1]);
        try (InputStream in = Objects.requireNonNull(ContractTypes.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
