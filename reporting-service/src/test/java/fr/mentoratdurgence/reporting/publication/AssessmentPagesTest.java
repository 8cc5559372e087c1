package fr.mentoratdurgence.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentPagesTest {
    @ParameterizedTest
    @CsvSource({
        "version-1-0-0-SNAPSHOT-1d50c01, 1.0.0 (1d50c01)",
        "version-1-0-0-SNAPSHOT, 1.0.0",
        "version-2-11-0-abcdef0123, 2.11.0 (abcdef0123)",
        "version-dev, version-dev"
    })
    void the_version_of_the_program_is_told_as_people_write_versions(String code, String shown) {
        assertThat(AssessmentPages.version(code)).isEqualTo(shown);
    }
}
