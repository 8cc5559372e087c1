package fr.mentoratdurgence.reporting;

import fr.mentoratdurgence.platform.test.AccessTable;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every endpoint of the service × every role. */
@ServiceTest
@Tag("reliability")
class AccessTest {
    private static final String API = "/api/reporting/v1";
    private static final Set<String> READERS = Set.of("referent", "coordinator", "analyst");
    private static final Set<String> MAKERS = Set.of("coordinator", "analyst");

    @Test
    void every_endpoint_lets_in_its_roles_and_nobody_else(@Autowired ApplicationContext service) {
        new AccessTable()
                .jobs(Set.of("analyst", "coordinator"), "/api/reporting/v1", "/bilan")
                .everybody(
                        "GET /bilan/public",
                        "GET /bilan/public/{assessment}",
                        "GET /bilan/public/{assessment}/bilan",
                        "GET /bilan/public/{assessment}/bilan.{form}")
                .only(
                        READERS,
                        "GET /bilan",
                        "GET /bilan/tableaux",
                        "GET /bilan/entonnoir",
                        "GET /bilan/durees",
                        "GET /bilan/carte",
                        "GET /bilan/indicateurs")
                .only(
                        Set.of("analyst", "coordinator", "referent", "scope:bilan.read"),
                        "GET " + API + "/bilan",
                        "GET " + API + "/bilan.{form}",
                        "GET " + API + "/indicators")
                .only(
                        MAKERS,
                        "GET /bilan/arretes",
                        "GET /bilan/arretes/{assessment}",
                        "GET /bilan/comparer",
                        "GET /bilan/consultations",
                        "POST /bilan/arretes",
                        "POST /bilan/arretes/{assessment}/calcul",
                        "POST /bilan/arretes/{assessment}/scellement",
                        "POST /bilan/arretes/{assessment}/publication",
                        "POST /bilan/comparer",
                        "GET " + API + "/assessments",
                        "GET " + API + "/assessments/{assessment}",
                        "GET " + API + "/assessments/{assessment}/bilan",
                        "GET " + API + "/assessments/{assessment}/bilan.{form}",
                        "POST " + API + "/assessments",
                        "POST " + API + "/assessments/{assessment}/figures",
                        "POST " + API + "/assessments/{assessment}/sealing",
                        "POST " + API + "/assessments/{assessment}/publication")
                .only(Set.of("analyst"), "GET /bilan/historique", "GET " + API + "/history/segments")
                .only(Set.of("coordinator", "analyst", "ops"), "GET " + API + "/history/status")
                .only(
                        Set.of("scope:facts.hear"),
                        "POST " + API + "/webhooks",
                        "POST " + API + "/webhooks/{webhook}/resumption")
                .only(
                        Set.of("ops", "scope:facts.hear"),
                        "GET " + API + "/webhooks",
                        "GET " + API + "/webhooks/{webhook}",
                        "DELETE " + API + "/webhooks/{webhook}")
                .only(AccessTable.OPS, "GET " + API + "/ops/facts", "GET " + API + "/ops/facts/sealed")
                .only(Set.of("analyst"), "GET " + API + "/history/segments/{file}")
                .holdsIn(service);
    }
}
