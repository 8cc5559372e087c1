package fr.mentoratdurgence.needs.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.Violations.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationPathTest {
    private static List<Violation> faults(String... fields) {
        Violations violations = new Violations();
        for (String field : fields) {
            violations.add(field, "faute");
        }
        return violations.all();
    }

    @ParameterizedTest
    @CsvSource({
        "structure, etablissement",
        "structureName, etablissement",
        "structureCommune, etablissement",
        "lines, jeunes",
        "lines[3].levelBand, jeunes",
        "lines[0].count, jeunes",
        "lines[0].supports, jeunes",
        "lines[12].subjects, jeunes",
        "lines[0].channels, organisation",
        "lines[0].slots[1], organisation",
        "priorityAudience, organisation",
        "contact.email, contact",
        "note, contact"
    })
    void each_answer_has_its_step(String field, String page) {
        assertThat(DeclarationPath.open(faults(field)).page()).isEqualTo(page);
    }

    @Test
    void the_first_step_with_something_to_mend_is_open() {
        assertThat(DeclarationPath.open(faults("contact.name", "lines[0].channels")))
                .isEqualTo(DeclarationPath.ORGANISATION);
        assertThat(DeclarationPath.open(faults())).isEqualTo(DeclarationPath.REVIEW);
    }

    @Test
    void one_goes_on_step_by_step_and_back_to_the_overview_once_all_is_answered() {
        assertThat(DeclarationPath.STRUCTURE.next(faults("lines"))).isEqualTo(DeclarationPath.YOUNG_PEOPLE);
        assertThat(DeclarationPath.CONTACT.next(faults("lines[0].count"))).isEqualTo(DeclarationPath.REVIEW);
        assertThat(DeclarationPath.STRUCTURE.next(faults())).isEqualTo(DeclarationPath.REVIEW);
    }
}
