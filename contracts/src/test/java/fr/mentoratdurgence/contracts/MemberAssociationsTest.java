package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import org.junit.jupiter.api.Test;

class MemberAssociationsTest {

    @Test
    void every_code_may_travel_and_stands_once() {
        assertThat(MemberAssociations.all())
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.code()).matches("[A-Z0-9_]{1,40}"))
                .allSatisfy(a -> assertThat(a.label()).isNotBlank())
                .extracting(MemberAssociation::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_association_is_found_by_its_code_whatever_the_case() {
        assertThat(MemberAssociations.withCode(" afev ")).hasValue(new MemberAssociation("AFEV", "Afev"));
        assertThat(MemberAssociations.withCode("Afev 94")).isEmpty();
        assertThat(MemberAssociations.labelOf("A_NEWER_ONE")).isEqualTo("A_NEWER_ONE");
    }
}
