package fr.mentoratdurgence.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        GET,    /bilan,                                 401, 200, referent coordinator analyst
        GET,    /bilan/tableaux,                        401, 200, referent coordinator analyst
        GET,    /bilan/entonnoir,                       401, 200, referent coordinator analyst
        GET,    /bilan/durees,                          401, 200, referent coordinator analyst
        GET,    /bilan/carte,                           401, 200, referent coordinator analyst
        GET,    /bilan/indicateurs,                     401, 200, referent coordinator analyst
        GET,    /bilan/public,                          200, 200, referent coordinator analyst ops structure mentor member-association
        GET,    /bilan/public/assessment-0,             404, 404, referent coordinator analyst ops structure mentor member-association
        GET,    /bilan/public/assessment-0/bilan,       404, 404, referent coordinator analyst ops structure mentor member-association
        GET,    /bilan/public/assessment-0/bilan.csv,   404, 404, referent coordinator analyst ops structure mentor member-association
        GET,    /bilan/arretes,                         401, 200, coordinator analyst
        GET,    /bilan/arretes/assessment-0,            401, 404, coordinator analyst
        POST,   /bilan/arretes/assessment-0/calcul,     401, 404, coordinator analyst
        POST,   /bilan/arretes/assessment-0/scellement, 401, 404, coordinator analyst
        POST,   /bilan/arretes/assessment-0/publication, 401, 404, coordinator analyst
        GET,    /bilan/comparer,                        401, 200, coordinator analyst
        POST,   /bilan/comparer,                        401, 422, coordinator analyst
        GET,    /bilan/consultations,                   401, 200, coordinator analyst
        GET,    /bilan/historique,                      401, 200, analyst
        GET,    /api/reporting/v1/bilan,                401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.csv,            401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.txt,            401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.parquet,        401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.pdf,            401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/bilan.exe,            401, 404, referent coordinator analyst
        GET,    /api/reporting/v1/indicators,           401, 200, referent coordinator analyst
        GET,    /api/reporting/v1/assessments,          401, 200, coordinator analyst
        GET,    /api/reporting/v1/assessments/assessment-0, 401, 404, coordinator analyst
        GET,    /api/reporting/v1/assessments/assessment-0/bilan, 401, 404, coordinator analyst
        GET,    /api/reporting/v1/assessments/assessment-0/bilan.csv, 401, 404, coordinator analyst
        POST,   /api/reporting/v1/assessments/assessment-0/figures, 401, 404, coordinator analyst
        POST,   /api/reporting/v1/assessments/assessment-0/sealing, 401, 404, coordinator analyst
        POST,   /api/reporting/v1/assessments/assessment-0/publication, 401, 404, coordinator analyst
        GET,    /api/reporting/v1/history/status,       401, 200, coordinator analyst ops
        GET,    /api/reporting/v1/history/segments,     401, 200, analyst
        GET,    /api/reporting/v1/ops/dead-letters,     401, 200, ops
        DELETE, /api/reporting/v1/ops/dead-letters/0,   401, 404, ops
        GET,    /api/reporting/v1/ops/read-models,      401, 200, ops
        GET,    /api/reporting/v1/ops/read-models/none, 401, 404, ops
        POST,   /api/reporting/v1/ops/read-models/none/rebuild, 401, 404, ops
        DELETE, /api/reporting/v1/ops/read-models/none/rebuild, 401, 404, ops
        POST,   /api/reporting/v1/bilan,                401, 200, ''
        DELETE, /api/reporting/v1/history,              401, 200, ''
        GET,    /bilan/autre,                           401, 200, ''
        GET,    /inconnu,                               401, 200, ''
        """)
    void only_the_listed_roles_get_in(String method, String path, int withoutToken, int forTheAllowed, String roles) {
        List<String> allowed = List.of(roles.split(" ", -1));

        assertThat(nobody.send(method, path, "application/json", "").status())
                .as("nobody %s %s", method, path)
                .isEqualTo(withoutToken);
        for (String role : ROLES) {
            assertThat(nobody.as(Tokens.role(role))
                            .send(method, path, "application/json", "")
                            .status())
                    .as("%s %s %s", role, method, path)
                    .isEqualTo(allowed.contains(role) ? forTheAllowed : 403);
        }
    }

    @Test
    void asking_for_an_assessment_is_for_coordinators_and_analysts() {
        for (String role : ROLES) {
            boolean maker = role.equals("coordinator") || role.equals("analyst");
            Http person = nobody.as(Tokens.role(role));
            assertThat(person.post("/api/reporting/v1/assessments", "{\"territory\":\"lune\"}")
                            .status())
                    .as(role)
                    .isEqualTo(maker ? 422 : 403);
            assertThat(person.postForm("/bilan/arretes", Map.of("territory", "lune"))
                            .status())
                    .as(role)
                    .isEqualTo(maker ? 422 : 403);
        }
    }
}
