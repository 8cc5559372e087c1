package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.jobs.JobAccess;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Everybody who has to do with a pair reads the library, by account or by a link; coordinators choose what stands in it. */
@Component
class ResourcesAccess implements AccessRules {
    private static final String API = "/api/followup/v1";
    private static final String[] ANYBODY = {"referent", "coordinator", "mentor", "structure", "link"};

    private static final String[] OF_PAIR = {
        "ROLE_referent", "ROLE_coordinator", "ROLE_mentor", "ROLE_structure", "LINK_NEED_STATUS", "LINK_PAIR_RESOURCES"
    };
    private static final String[] OF_NEED = {
        "ROLE_referent", "ROLE_coordinator", "ROLE_structure", "LINK_NEED_STATUS", "LINK_NEED_RESOURCES"
    };

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/suivi/ressources", "/suivi/guides/*")
                .hasAnyRole(ANYBODY);
        JobAccess.open(rules, API, "/suivi", "coordinator");
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/suivi/ressources/nouvelle",
                        "/suivi/ressources/fichier",
                        "/suivi/ressources/*/fiche")
                .hasRole("coordinator");
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/ressources",
                        "/suivi/ressources/fichier",
                        "/suivi/ressources/*/fiche",
                        "/suivi/ressources/*/retrait",
                        API + "/resources/import")
                .hasRole("coordinator");
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/ressources", "/suivi/binomes/*/ressources/servies")
                .hasAnyAuthority(OF_PAIR);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/ressources/*/usage")
                .hasAnyAuthority(OF_PAIR);
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/suivi/besoins/*/ressources",
                        "/suivi/besoins/*/places",
                        "/suivi/besoins/*/lignes/*/famille")
                .hasAnyAuthority(OF_NEED);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/ressources", "/suivi/besoins/*/lignes/*/ressources")
                .hasAnyRole("referent", "coordinator");
        rules.requestMatchers(HttpMethod.GET, API + "/ops/resource-addresses").hasRole("ops");
        rules.requestMatchers(HttpMethod.POST, API + "/ops/resource-addresses").hasRole("ops");
    }
}
