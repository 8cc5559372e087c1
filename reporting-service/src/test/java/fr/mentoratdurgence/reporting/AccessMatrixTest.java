package fr.mentoratdurgence.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every endpoint for every role; whatever is not listed is refused. */
@ServiceTest
class AccessMatrixTest {
    private static final List<String> ROLES =
            List.of("referent", "coordinator", "analyst", "ops", "structure", "mentor", "member-association");

    private final Http nobody;

    AccessMatrixTest(@LocalServerPort int port) {
        nobody = new Http(port);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        GET,    /bilan,                                 401, referent coordinator analyst
        GET,    /bilan/public,                          200, referent coordinator analyst ops structure mentor member-association
        GET,    /api/reporting/v1/bilan,                401, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.csv,            401, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.txt,            401, referent coordinator analyst
        GET,    /api/reporting/v1/history/status,       401, coordinator analyst ops
        GET,    /api/reporting/v1/history/segments,     401, coordinator analyst ops
        GET,    /api/reporting/v1/ops/dead-letters,     401, ops
        POST,   /api/reporting/v1/bilan,                401, ''
        DELETE, /api/reporting/v1/history,              401, ''
        GET,    /bilan/autre,                           401, ''
        GET,    /inconnu,                               401, ''
        """)
    void only_the_listed_roles_get_in(String method, String path, int withoutToken, String roles) {
        List<String> allowed = List.of(roles.split(" ", -1));

        assertThat(nobody.send(method, path, "application/json", "").status())
                .as("nobody %s %s", method, path)
                .isEqualTo(withoutToken);
        for (String role : ROLES) {
            assertThat(nobody.as(Tokens.role(role))
                            .send(method, path, "application/json", "")
                            .status())
                    .as("%s %s %s", role, method, path)
                    .isEqualTo(allowed.contains(role) ? 200 : 403);
        }
    }
}
