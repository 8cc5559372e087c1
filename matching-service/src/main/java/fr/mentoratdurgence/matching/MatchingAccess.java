package fr.mentoratdurgence.matching;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.jobs.JobAccess;
import java.util.stream.Stream;
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
    private static final String[] READERS = {"referent", "coordinator", "analyst"};
    private static final String[] STUDENTS = {"coordinator", "analyst"};
    private static final String[] EVERY_SIDE = {"referent", "coordinator", "mentor", "structure"};

    /** Links that mentor-service issues: a proposal is answered, a trial is told of. */
    private static final String ANSWER = "LINK_PROPOSAL_ANSWER";

    private static final String TRIAL = "LINK_TRIAL_ANSWER";

    /** Links that needs-service issues: the structure's say on a trial, and all that becomes of its need. */
    private static final String SAY = "LINK_NEED_TRIAL";

    private static final String NEED = "LINK_NEED_STATUS";

    /** These roles, or who came by one of these links. */
    private static String[] orBy(String[] roles, String... links) {
        return Stream.concat(Stream.of(roles).map(role -> "ROLE_" + role), Stream.of(links))
                .toArray(String[]::new);
    }

    @Bean
    AccessRules accessRules() {
        return rules -> {
            JobAccess.open(rules, API, PAGES, "referent", "coordinator", "analyst");
            rules.requestMatchers(HttpMethod.GET, API + "/proposals/mine").hasAnyRole(TRIED_BY);
            rules.requestMatchers(HttpMethod.GET, PAGES + "/mes-propositions").hasAnyRole(TRIED_BY);
            rules.requestMatchers(HttpMethod.GET, API + "/proposals/*").hasAnyRole(EVERY_SIDE);
            rules.requestMatchers(HttpMethod.GET, PAGES + "/propositions/*")
                    .hasAnyAuthority(orBy(EVERY_SIDE, ANSWER, TRIAL, SAY, NEED));
            rules.requestMatchers(HttpMethod.POST, API + "/proposals/*/trial").hasAnyRole(EVERY_SIDE);
            rules.requestMatchers(HttpMethod.POST, PAGES + "/propositions/*/essai")
                    .hasAnyAuthority(orBy(EVERY_SIDE, TRIAL, SAY, NEED));
            rules.requestMatchers(
                            HttpMethod.POST,
                            API + "/proposals/*/acceptance",
                            API + "/proposals/*/decline",
                            API + "/proposals/*/decline/undoing")
                    .hasAnyRole(BOTH_SIDES);
            rules.requestMatchers(
                            HttpMethod.POST,
                            PAGES + "/propositions/*/acceptation",
                            PAGES + "/propositions/*/refus",
                            PAGES + "/propositions/*/refus/annulation")
                    .hasAnyAuthority(orBy(BOTH_SIDES, ANSWER));
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
                            PAGES + "/propositions/*/confier",
                            PAGES + "/vues",
                            PAGES + "/vues/*/retrait",
                            PAGES + "/lot/*",
                            PAGES + "/lot/*/fait",
                            PAGES + "/lot/*/annulation",
                            PAGES + "/calcul",
                            PAGES + "/lignes/*/*",
                            PAGES + "/lignes/*/*/prematching",
                            PAGES + "/lignes/*/*/exclusions",
                            PAGES + "/prematchings/*/retrait")
                    .hasAnyRole(TEAM);
            rules.requestMatchers(
                            HttpMethod.GET,
                            API + "/proposals",
                            API + "/runs",
                            API + "/runs/*",
                            API + "/runs/*/replay",
                            API + "/hints",
                            API + "/lines",
                            API + "/lines/*/*",
                            API + "/prematchings",
                            API + "/prematchings/*",
                            API + "/referents",
                            PAGES,
                            PAGES + "/attente",
                            PAGES + "/direct",
                            PAGES + "/flux",
                            PAGES + "/mentors/*",
                            PAGES + "/structures/*",
                            PAGES + "/places",
                            PAGES + "/lignes/*/*",
                            PAGES + "/propositions",
                            PAGES + "/prematchings",
                            PAGES + "/prematchings/*",
                            PAGES + "/exclusions",
                            PAGES + "/calculs",
                            PAGES + "/calculs/*",
                            PAGES + "/calculs/*/rejeu",
                            PAGES + "/recrutement",
                            PAGES + "/referents")
                    .hasAnyRole(TEAM);
            rules.requestMatchers(
                            HttpMethod.GET,
                            API + "/held-mentors",
                            PAGES + "/retenus",
                            PAGES + "/regles/nouvelle",
                            PAGES + "/regles/*/activation")
                    .hasRole("coordinator");
            rules.requestMatchers(
                            HttpMethod.POST,
                            API + "/policies",
                            API + "/policies/*/activation",
                            API + "/held-mentors/*/release",
                            API + "/held-mentors/*/exclusion",
                            API + "/exclusions/lifting",
                            PAGES + "/exclusions/levee",
                            PAGES + "/retenus/*/levee",
                            PAGES + "/retenus/*/exclusion",
                            PAGES + "/regles",
                            PAGES + "/regles/*/activation")
                    .hasRole("coordinator");
            rules.requestMatchers(
                            HttpMethod.GET,
                            API + "/policies",
                            API + "/policies/*",
                            PAGES + "/regles",
                            PAGES + "/regles/*")
                    .hasAnyRole(READERS);
            rules.requestMatchers(HttpMethod.POST, API + "/whatif").hasAnyRole(STUDENTS);
            rules.requestMatchers(HttpMethod.GET, PAGES + "/et-si").hasAnyRole(STUDENTS);
        };
    }
}
