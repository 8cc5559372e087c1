package fr.mentoratdurgence.matching;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which role may call which path; whose proposal it is, the desk decides. Anything not listed is refused. */
@Configuration(proxyBeanMethods = false)
class MatchingAccess {
    private static final String API = "/api/matching/v1";
    private static final String PAGES = "/appariement";
    private static final String[] TEAM = {"referent", "coordinator"};
    private static final String[] BOTH_SIDES = {"referent", "coordinator", "mentor"};
    private static final String[] TRIED_BY = {"mentor", "structure"};
    private static final String[] EVERY_SIDE = {"referent", "coordinator", "mentor", "structure"};

    @Bean
    AccessRules accessRules() {
        return rules -> {
            rules.requestMatchers(HttpMethod.GET, API + "/proposals/mine").hasAnyRole(TRIED_BY);
            rules.requestMatchers(HttpMethod.GET, PAGES + "/mes-propositions").hasRole("mentor");
            rules.requestMatchers(HttpMethod.GET, API + "/proposals/*").hasAnyRole(EVERY_SIDE);
            rules.requestMatchers(HttpMethod.GET, PAGES + "/propositions/*").hasAnyRole(BOTH_SIDES);
            rules.requestMatchers(HttpMethod.POST, API + "/proposals/*/trial").hasAnyRole(EVERY_SIDE);
            rules.requestMatchers(
                            HttpMethod.POST, API + "/proposals/*/acceptance", PAGES + "/propositions/*/acceptation")
                    .hasRole("mentor");
            rules.requestMatchers(HttpMethod.POST, API + "/proposals/*/decline", PAGES + "/propositions/*/refus")
                    .hasAnyRole(BOTH_SIDES);
            rules.requestMatchers(
                            HttpMethod.POST,
                            API + "/proposals/*/validation",
                            API + "/runs",
                            API + "/runs/dry",
                            API + "/matches",
                            API + "/exclusions",
                            API + "/prematchings",
                            API + "/prematchings/*/withdrawal",
                            PAGES + "/propositions/*/validation",
                            PAGES + "/calcul",
                            PAGES + "/lignes/*/*")
                    .hasAnyRole(TEAM);
            rules.requestMatchers(
                            HttpMethod.GET,
                            API + "/proposals",
                            API + "/runs",
                            API + "/runs/*",
                            API + "/runs/*/replay",
                            API + "/hints",
                            API + "/policies",
                            API + "/policies/*",
                            API + "/lines",
                            API + "/prematchings",
                            API + "/prematchings/*",
                            API + "/referents",
                            PAGES,
                            PAGES + "/lignes/*/*")
                    .hasAnyRole(TEAM);
            rules.requestMatchers(HttpMethod.POST, API + "/policies", API + "/policies/*/activation")
                    .hasRole("coordinator");
        };
    }
}
