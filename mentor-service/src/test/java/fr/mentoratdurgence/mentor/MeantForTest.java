package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gateway names the service that it means; another one refuses. */
@ServiceTest
@Tag("reliability")
class MeantForTest {
    @Test
    void what_was_meant_for_another_service_is_refused(@LocalServerPort int port) {
        Http http = new Http(port);
        assertThat(http.with("X-Meant-For", "mentor")
                        .get("/mentors/candidature")
                        .status())
                .isEqualTo(200);
        assertThat(http.with("X-Meant-For", "followup")
                        .get("/mentors/candidature")
                        .status())
                .isEqualTo(421);
    }
}
