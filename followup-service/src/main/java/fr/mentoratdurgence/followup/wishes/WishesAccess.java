package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The team asks; each side answers, by account or by the link of its letter. */
@Component
class WishesAccess implements AccessRules {
    private static final String PAGE = "/suivi/binomes/*/souhait";
    private static final String[] SIDES = {
        "ROLE_referent",
        "ROLE_coordinator",
        "ROLE_mentor",
        "ROLE_structure",
        "LINK_NEED_STATUS",
        "LINK_CONTINUATION",
        "LINK_NEED_CONTINUATION"
    };

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, PAGE).hasAnyAuthority(SIDES);
        rules.requestMatchers(HttpMethod.POST, PAGE + "/oui", PAGE + "/non").hasAnyAuthority(SIDES);
        rules.requestMatchers(HttpMethod.POST, PAGE).hasAnyRole("referent", "coordinator");
    }
}
