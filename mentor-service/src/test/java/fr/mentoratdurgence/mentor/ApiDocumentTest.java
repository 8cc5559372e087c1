package fr.mentoratdurgence.mentor;

import fr.mentoratdurgence.platform.test.ApiDocument;
import fr.mentoratdurgence.platform.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The document of the service's API says what the service does. */
@ServiceTest
class ApiDocumentTest {
    @Test
    void the_document_that_integrators_read_is_made_from_the_endpoints(@Autowired ApplicationContext service) {
        ApiDocument.approve(service, "mentors");
    }
}
