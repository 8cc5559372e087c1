package fr.mentoratdurgence.reporting.publication;

import static org.springframework.http.HttpMethod.GET;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may read what. Nobody writes here. */
@Configuration
class PublicationConfiguration {

    @Bean
    AccessRules bilanAccess() {
        return requests -> requests.requestMatchers(GET, "/bilan/public")
                .permitAll()
                .requestMatchers(
                        GET,
                        "/bilan",
                        "/api/reporting/v1/bilan",
                        "/api/reporting/v1/bilan.csv",
                        "/api/reporting/v1/bilan.txt")
                .hasAnyRole("analyst", "coordinator", "referent")
                .requestMatchers(GET, "/api/reporting/v1/history/status", "/api/reporting/v1/history/segments")
                .hasAnyRole("analyst", "coordinator", "ops");
    }
}
