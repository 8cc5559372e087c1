package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who may plan sessions, and take them into a calendar: both sides, by the link of the need or of the pair too. */
@Component
class PlanningAccess implements AccessRules {
    private static final String PAIRS = "/api/followup/v1/pairs";
    private static final String[] SIDES = {"referent", "coordinator", "mentor", "structure"};
    private static final String[] SIDES_OR_LINK = {
        "ROLE_referent", "ROLE_coordinator", "ROLE_mentor", "ROLE_structure", "LINK_NEED_PAIR", "LINK_NEED_STATUS"
    };

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/agenda", "/suivi/binomes/*/agenda.ics")
                .hasAnyAuthority(SIDES_OR_LINK);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/agenda", "/suivi/binomes/*/agenda/annulation")
                .hasAnyAuthority(SIDES_OR_LINK);
        rules.requestMatchers(HttpMethod.POST, PAIRS + "/*/plan", PAIRS + "/*/plan/cancellation")
                .hasAnyRole(SIDES);
    }
}
