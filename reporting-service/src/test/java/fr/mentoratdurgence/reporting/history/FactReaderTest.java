package fr.mentoratdurgence.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FactReaderTest {
    private static final String DECLARED = "needs.need-declared.v1";
    private static final Instant NOW = Instant.parse("2020-05-01T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ledger ledger = new Ledger(Cut.at(NOW), WordNumbers.ofCodes(), WordNumbers.ofNames());
    private final FactReader reader = new FactReader(ledger);
    private int told;

    @ParameterizedTest
    @MethodSource("types")
    void reads_the_sample_of_every_contract(String type) throws IOException {
        read(type, sample(type));

        assertThat(ledger.events()).isEqualTo(1);
        assertThat(ledger.unknownByType.total()).isZero();
        assertThat(ledger.unreadableByType.total()).isZero();
    }

    @Test
    void knows_which_contracts_no_figure_reads() {
        Set<String> unread = new TreeSet<>(ContractTypes.all().keySet());
        for (Kind kind : Kind.values()) {
            assertThat(unread.remove(kind.type())).as(kind.type()).isTrue();
        }
        assertThat(unread)
                .containsExactly(
                        "followup.continuation-answered.v1",
                        "followup.continuation-asked.v1",
                        "followup.engagement-alert-snoozed.v1",
                        "followup.introduction-confirmed.v1",
                        "followup.mentor-protected.v1",
                        "followup.session-confirmed.v1",
                        "followup.session-plan-cancelled.v1",
                        "followup.session-planned.v1",
                        "matching.matching-run-completed.v1",
                        "matching.mentor-excluded.v1",
                        "matching.mentor-held.v1",
                        "matching.mentor-released.v1",
                        "matching.notice-requested.v1",
                        "matching.trial-begun.v1",
                        "mentors.good-standing-proof-expired.v1",
                        "mentors.good-standing-proof-renewed.v1",
                        "mentors.mentor-held-for-review.v1",
                        "mentors.mentor-review-ended.v1",
                        "needs.contact-erased.v1",
                        "needs.need-contact-overdue.v1",
                        "needs.need-handed-over.v1",
                        "needs.need-released.v1");
    }

    /** A component under a name that the contract does not have would never be read, and nobody would notice. */
    @ParameterizedTest
    @EnumSource
    void reads_only_components_that_the_contract_has(Kind kind) throws IOException {
        var sample = JSON.readTree(sample(kind.type()));
        for (Field field : kind.read()) {
            assertThat(sample.findValue(field.component()))
                    .as(field.component())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void counts_a_body_as_unreadable_where_a_needed_component_is_missing(Kind kind) throws IOException {
        for (Field field : kind.required()) {
            ObjectNode body = (ObjectNode) JSON.readTree(sample(kind.type()));
            ObjectNode holder = body.has(field.component()) ? body : (ObjectNode) body.get("terms");
            holder.remove(field.component());
            read(kind.type(), body.toString());
        }
        assertThat(ledger.unreadableByType.total()).isEqualTo(kind.required().size());
    }

    @Test
    void reads_what_it_needs_and_lets_new_components_pass() {
        read(DECLARED, "need-1", """
                {"need":"need-1","departement":"2A","priorityAudience":"A_NEW_AUDIENCE","colour":"blue",
                 "lines":[{"line":1,"levelBand":"CM1_CM2","count":3,"slots":[{"day":"MONDAY"}]}]}""");

        assertThat(ledger.needs.size()).isEqualTo(1);
        assertThat(ledger.codes.text(ledger.needs.departement.get(0))).isEqualTo("2A");
        assertThat(ledger.codes.text(ledger.needs.audience.get(0))).isEqualTo("A_NEW_AUDIENCE");
        assertThat(ledger.codes.text(ledger.lines.levelBand.get(0))).isEqualTo("CM1_CM2");
        assertThat(ledger.lines.places.get(0)).isEqualTo(3);
    }

    @Test
    void reads_the_day_that_is_told_and_else_the_day_of_the_record() throws IOException {
        read(DECLARED, "need-00000000-0000-4000-8000-000000000001", sample(DECLARED));
        read(DECLARED, "need-2", """
                {"need":"need-2","departement":"2A","priorityAudience":"REP","lines":[]}""");

        assertThat(LocalDate.ofEpochDay(ledger.needs.declaredOn.get(0))).isEqualTo("2020-04-20");
        assertThat(LocalDate.ofEpochDay(ledger.needs.declaredOn.get(1))).isEqualTo("2020-05-01");
    }

    @Test
    void does_not_know_a_newer_version() {
        read("needs.need-declared.v2", "{}");

        assertThat(ledger.unknownByType.total()).isEqualTo(1);
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
                "{\"need\":5,\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[null]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[{\"line\":1}]}",
                "{\"need\":\"need-1\",\"departement\":\"=1+1\",\"priorityAudience\":\"REP\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"<b>\",\"lines\":[]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[{\"line\":1,\"levelBand\":\"CM1_CM2\",\"count\":-3}]}",
                "{\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[{\"line\":1,\"levelBand\":\"CM1_CM2\",\"count\":99999999999}]}",
                "{\"declaredOn\":\"2020-13-45\",\"need\":\"need-1\",\"departement\":\"94\",\"priorityAudience\":\"REP\",\"lines\":[]}"
            })
    void says_which_bodies_cannot_be_read(String json) {
        read(DECLARED, json);

        assertThat(ledger.unreadableByType.total()).isEqualTo(1);
        assertThat(ledger.needs.size()).isZero();
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

    private void read(String type, String body) {
        read(type, "subject-" + told, body);
    }

    private void read(String type, String subject, String body) {
        reader.read(RawFact.of("event-" + ++told, NOW, "/a-service", subject, 0, type, body));
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
