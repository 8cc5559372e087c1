package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The team alone; of which territory is looked at further in. */
@Component
class NotesAccess implements AccessRules {
    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/suivi/notes/*").hasAnyRole("referent", "coordinator");
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/notes/*",
                        "/suivi/notes/*/*/fait",
                        "/suivi/notes/*/*/report",
                        "/suivi/notes/*/*/annulation",
                        "/suivi/notes/*/*/effacement")
                .hasAnyRole("referent", "coordinator");
    }
}
