package fr.mentoratdurgence.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Templates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a page shows stands in the message bundles. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void no_template_says_a_sentence_itself() {
        assertThat(Templates.sentences(TEMPLATES)).isEmpty();
    }

    @Test
    void each_key_that_a_template_names_has_its_text() {
        assertThat(Templates.keysWithoutText(TEMPLATES)).isEmpty();
    }

    @Test
    void no_text_claims_that_somebody_is_told() {
        assertThat(Templates.claims(TEMPLATES.resolveSibling("messages"))).isEmpty();
    }
}
