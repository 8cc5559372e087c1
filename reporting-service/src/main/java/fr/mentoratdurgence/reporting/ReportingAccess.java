package fr.mentoratdurgence.reporting;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.jobs.JobAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may read what, and who may make assessments. */
@Configuration(proxyBeanMethods = false)
class ReportingAccess {
    private static final String API = "/api/reporting/v1";
    private static final String[] READERS = {"analyst", "coordinator", "referent"};
    private static final String[] READERS_AND_PARTNERS = {
        "ROLE_analyst", "ROLE_coordinator", "ROLE_referent", "SCOPE_bilan.read"
    };
    private static final String[] OPS_AND_HEARERS = {"ROLE_ops", "SCOPE_facts.hear"};
    private static final String[] MAKERS = {"analyst", "coordinator"};

    @Bean
    AccessRules bilanAccess() {
        return requests -> {
            JobAccess.open(requests, API, "/bilan", MAKERS);
            requests.requestMatchers(GET, "/bilan/public", "/bilan/public/*", "/bilan/public/*/*")
                    .permitAll()
                    .requestMatchers(
                            GET,
                            "/bilan",
                            "/bilan/tableaux",
                            "/bilan/entonnoir",
                            "/bilan/durees",
                            "/bilan/carte",
                            "/bilan/indicateurs")
                    .hasAnyRole(READERS)
                    .requestMatchers(GET, API + "/bilan", API + "/bilan.*", API + "/indicators")
                    .hasAnyAuthority(READERS_AND_PARTNERS)
                    .requestMatchers(
                            GET,
                            "/bilan/arretes",
                            "/bilan/arretes/*",
                            "/bilan/comparer",
                            "/bilan/consultations",
                            API + "/assessments",
                            API + "/assessments/*",
                            API + "/assessments/*/*")
                    .hasAnyRole(MAKERS)
                    .requestMatchers(
                            POST,
                            "/bilan/arretes",
                            "/bilan/arretes/*/calcul",
                            "/bilan/arretes/*/scellement",
                            "/bilan/arretes/*/publication",
                            "/bilan/comparer",
                            API + "/assessments",
                            API + "/assessments/*/figures",
                            API + "/assessments/*/sealing",
                            API + "/assessments/*/publication")
                    .hasAnyRole(MAKERS)
                    .requestMatchers(GET, "/bilan/historique", API + "/history/segments", API + "/history/segments/*")
                    .hasRole("analyst")
                    .requestMatchers(POST, API + "/webhooks", API + "/webhooks/*/resumption")
                    .hasAuthority("SCOPE_facts.hear")
                    .requestMatchers(GET, API + "/webhooks", API + "/webhooks/*")
                    .hasAnyAuthority(OPS_AND_HEARERS)
                    .requestMatchers(DELETE, API + "/webhooks/*")
                    .hasAnyAuthority(OPS_AND_HEARERS)
                    .requestMatchers(GET, API + "/history/status")
                    .hasAnyRole("analyst", "coordinator", "ops");
        };
    }
}
