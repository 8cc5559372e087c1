package fr.mentoratdurgence.platform.jobs;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which roles may come to jobs: those that may ask for one. Whose job it is, is decided behind the door. */
public final class JobAccess {
    private JobAccess() {}

    /**
     * Opens what stands here.
     *
     * @param api   path of the service's API
     * @param pages beginning of its pages
     */
    public static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            String api,
            String pages,
            String... roles) {
        rules.requestMatchers(
                        HttpMethod.GET,
                        api + "/jobs",
                        api + "/jobs/*",
                        api + "/jobs/*/result",
                        pages + "/travaux",
                        pages + "/travaux/*",
                        pages + "/travaux/*/etat",
                        pages + "/travaux/*/flux")
                .hasAnyRole(roles)
                .requestMatchers(HttpMethod.DELETE, api + "/jobs/*")
                .hasAnyRole(roles)
                .requestMatchers(HttpMethod.POST, pages + "/travaux/*/arret")
                .hasAnyRole(roles);
    }
}
