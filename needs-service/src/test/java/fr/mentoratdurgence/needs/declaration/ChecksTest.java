package fr.mentoratdurgence.needs.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.needs.declaration.Answers.ContactAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import fr.mentoratdurgence.personaldata.PersonalDataDetector;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.Violations.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private final Violations violations = new Violations();
    private final Checks checks =
            new Checks(new PersonalDataCheck(new PersonalDataDetector(), (_, _) -> false), violations);

    @ParameterizedTest
    @ValueSource(strings = {"0", "10000", "-3", "douze", "1e2", "99999999999"})
    void a_count_that_is_no_count_is_told(String count) {
        var _ = checks.line("lines[0].", 1, line("COLLEGE_4_3", count, new SlotAnswer("MONDAY", "14:00", "16:00")));
        assertThat(violations.all()).extracting(Violation::field).containsExactly("lines[0].count");
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY,16:00,14:00,saisie.creneau.ordre",
        "MONDAY,14:00,14:00,saisie.creneau.ordre",
        "MONDAY,14:00,14:30,saisie.creneau.court",
        "MONDAY,14:00,14:59,saisie.creneau.court",
        "MONDAY,25:00,26:00,saisie.creneau.heure",
        "LUNDI,14:00,16:00,saisie.creneau.jour"
    })
    void a_slot_that_is_no_slot_is_told(String day, String start, String end, String key) {
        var _ = checks.line("", 1, line("COLLEGE_4_3", "3", new SlotAnswer(day, start, end)));
        assertThat(violations.all()).extracting(Violation::key).containsExactly(key);
        assertThat(violations.all()).extracting(Violation::field).containsExactly("slots[0]");
    }

    @Test
    void a_blank_slot_is_no_slot() {
        assertThat(checks.line("", 1, line("COLLEGE_4_3", "3", new SlotAnswer("", "", ""))))
                .hasValueSatisfying(line -> assertThat(line.slots()).isEmpty());
    }

    @Test
    void an_unknown_level_is_told_with_the_known_ones() {
        var _ = checks.line("", 1, line("SIXIEME", "3", new SlotAnswer("", "", "")));
        assertThat(violations.all()).singleElement().satisfies(v -> {
            assertThat(v.field()).isEqualTo("levelBand");
            assertThat(v.args().toString()).contains("COLLEGE_6_5");
        });
    }

    @Test
    void a_contact_has_a_name_and_one_way_to_be_reached() {
        assertThat(checks.contact("", new ContactAnswer("Mme Diallo", "", "01 23.45-67 89")))
                .hasValueSatisfying(c -> assertThat(c.phone()).isEqualTo("+33123456789"));
        assertThat(violations.isEmpty()).isTrue();
        var _ = checks.contact("", new ContactAnswer(" ", "", ""));
        var _ = checks.contact("", new ContactAnswer("M. Petit", "petit@", "12"));
        assertThat(violations.all()).extracting(Violation::field).containsExactly("name", "email", "email", "phone");
    }

    @ParameterizedTest
    @CsvSource({
        "Yanis né le 12/03/2011,naissance",
        "la mère de Yanis 06 12 34 56 78,telephone",
        "yanis.benali@example.org,courriel",
        "Yanis INE 123456789AB,ine"
    })
    void the_name_of_a_contact_is_no_place_for_more_than_a_name(String name, String kind) {
        var _ = checks.contact("contact.", new ContactAnswer(name, "direction@example.org", ""));
        assertThat(violations.all()).extracting(Violation::field).containsOnly("contact.name");
        assertThat(violations.all()).extracting(Violation::key).contains("donnees-personnelles." + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claire AUBRY", "M. Juge", "Inès Rom-Placé", "Mme D’Almeida (CPE, 3e)"})
    void the_name_of_a_contact_may_be_any_name(String name) {
        var _ = checks.contact("contact.", new ContactAnswer(name, "direction@example.org", ""));
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void a_note_that_tells_on_a_young_person_is_refused() {
        var _ = checks.note("note", "Rappeler la mère de Yanis au 06 12 34 56 78");
        assertThat(violations.all()).extracting(Violation::key).contains("donnees-personnelles.telephone");
    }

    @Test
    void a_note_has_300_code_points() {
        assertThat(checks.note("note", "\uD83D\uDE42".repeat(300))).isNotNull();
        assertThat(violations.isEmpty()).isTrue();
        var _ = checks.note("note", "a".repeat(301));
        assertThat(violations.isEmpty()).isFalse();
    }

    @Test
    void the_name_of_an_unlisted_structure_is_looked_at_too() {
        var _ = checks.names("name", "Collège Louise Michel", "commune", "Lyon");
        assertThat(violations.isEmpty()).isTrue();
        var _ = checks.names("name", "appeler 06 12 34 56 78", "commune", "");
        assertThat(violations.all()).extracting(Violation::field).contains("name", "commune");
    }

    private static LineAnswer line(String band, String count, SlotAnswer slot) {
        return new LineAnswer(
                band, count, List.of("HOMEWORK"), List.of("MATHS"), List.of("VIDEO"), List.of(slot), false);
    }
}
