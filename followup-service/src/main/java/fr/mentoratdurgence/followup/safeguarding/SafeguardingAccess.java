package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who may be worried: everybody who has to do with a pair, by account or by any link. Who may read it: the team, further in. */
@Component
class SafeguardingAccess implements AccessRules {
    private static final String API = "/api/followup/v1/concerns";
    private static final String[] STAFF = {"referent", "coordinator"};
    private static final String[] SIDES = {"referent", "coordinator", "mentor", "structure"};
    private static final String[] ANYBODY = {"referent", "coordinator", "mentor", "structure", "link"};

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/suivi/inquietude", "/suivi/inquietude/*")
                .hasAnyRole(ANYBODY);
        rules.requestMatchers(HttpMethod.POST, "/suivi/inquietude").hasAnyRole(ANYBODY);
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/suivi/inquietudes",
                        "/suivi/inquietudes/*",
                        "/suivi/inquietudes/*/protection",
                        API,
                        API + "/*",
                        API + "/*/facts",
                        API + "/*/text")
                .hasAnyRole(STAFF);
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/inquietudes/*/prise-en-charge",
                        "/suivi/inquietudes/*/etape",
                        "/suivi/inquietudes/*/protection",
                        "/suivi/inquietudes/*/cloture",
                        "/suivi/inquietudes/*/reouverture",
                        API + "/*/acknowledgement",
                        API + "/*/steps",
                        API + "/*/protection",
                        API + "/*/closure",
                        API + "/*/reopening")
                .hasAnyRole(STAFF);
        rules.requestMatchers(HttpMethod.POST, API).hasAnyRole(SIDES);
    }
}
