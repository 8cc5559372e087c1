package fr.mentoratdurgence.mentor;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.jobs.JobAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what; territory and own data are checked where the mentor is known. */
@Configuration(proxyBeanMethods = false)
class MentorAccess {
    private static final String API = "/api/mentors/v1/mentors";
    private static final String SPACE = "/mentors/mon-espace";
    private static final String LETTERS = "/mentors/courriers";
    private static final String SEARCH = "/mentors/recherche";
    private static final String SCREENING = "/mentors/entretiens";
    private static final String OWN_INTERVIEW = "/mentors/rendez-vous";
    private static final String INTERVIEW = "/mentors/*/rendez-vous";
    private static final String[] INTERVIEWERS = {"referent", "coordinator", "screener"};
    private static final String[] TEAM = {"referent", "coordinator"};

    @Bean
    AccessRules mentorAccessRules() {
        return rules -> {
            JobAccess.open(rules, "/api/mentors/v1", "/mentors", "referent", "coordinator", "ops");
            rules.requestMatchers(
                            GET,
                            "/mentors/candidature",
                            "/mentors/candidature/merci",
                            "/mentors/au-revoir",
                            "/mentors/adresse/confirmee")
                    .permitAll();
            rules.requestMatchers(POST, "/mentors/adresse/confirmation").hasAuthority("LINK_CONFIRM_ADDRESS");
            rules.requestMatchers(POST, "/mentors/candidature", "/mentors/candidature/merci", API)
                    .permitAll();
            rules.requestMatchers(GET, OWN_INTERVIEW).hasAuthority("LINK_INTERVIEW");
            rules.requestMatchers(POST, OWN_INTERVIEW).hasAuthority("LINK_INTERVIEW");
            rules.requestMatchers(GET, INTERVIEW).hasAnyRole(INTERVIEWERS);
            rules.requestMatchers(POST, INTERVIEW, INTERVIEW + "/absence").hasAnyRole(INTERVIEWERS);
            rules.requestMatchers(GET, LETTERS).hasAnyAuthority("ROLE_mentor", "LINK_LETTERS");
            rules.requestMatchers(POST, LETTERS).hasAnyAuthority("ROLE_mentor", "LINK_LETTERS");

            rules.requestMatchers(GET, SPACE + "/charte").hasAnyAuthority("ROLE_mentor", "LINK_CHARTER");
            rules.requestMatchers(POST, SPACE + "/charte").hasAnyAuthority("ROLE_mentor", "LINK_CHARTER");
            rules.requestMatchers(
                            GET,
                            SPACE,
                            SPACE + "/formation",
                            SPACE + "/donnees",
                            SPACE + "/coordonnees",
                            SPACE + "/depart",
                            SPACE + "/effacement",
                            API + "/me")
                    .hasRole("mentor");
            rules.requestMatchers(
                            POST,
                            SPACE + "/formation",
                            SPACE + "/coordonnees",
                            SPACE + "/depart",
                            SPACE + "/effacement",
                            API + "/me/charter",
                            API + "/me/training",
                            API + "/me/withdrawal")
                    .hasRole("mentor");
            rules.requestMatchers(DELETE, API + "/me").hasRole("mentor");

            // who leads interviews: the applications that wait for one, and nothing else
            rules.requestMatchers(GET, SCREENING, SCREENING + "/*").hasRole("screener");
            rules.requestMatchers(POST, SCREENING + "/*").hasRole("screener");

            rules.requestMatchers(POST, API + "/import").hasAnyRole("referent", "coordinator", "ops");

            // by links that needs-service puts into its letters to the structure
            rules.requestMatchers(GET, "/mentors/*/contact", API + "/names")
                    .hasAnyAuthority(
                            "ROLE_referent",
                            "ROLE_coordinator",
                            "ROLE_structure",
                            "LINK_NEED_STATUS",
                            "LINK_NEED_TRIAL",
                            "LINK_NEED_PAIR");
            rules.requestMatchers(
                            GET,
                            "/mentors",
                            "/mentors/attente",
                            "/mentors/courrier",
                            SEARCH,
                            "/mentors/appels",
                            "/mentors/*",
                            "/mentors/*/effacement",
                            "/mentors/*/coordonnees",
                            API,
                            API + "/*",
                            API + "/*/possible-return")
                    .hasAnyRole(TEAM);
            rules.requestMatchers(DELETE, API + "/*").hasAnyRole(TEAM);
            rules.requestMatchers(
                            POST,
                            SEARCH,
                            "/mentors/vues",
                            "/mentors/vues/*/retrait",
                            "/mentors/lot/*",
                            "/mentors/lot/*/fait",
                            "/mentors/lot/*/annulation",
                            "/mentors/*/entretien",
                            "/mentors/*/preuve",
                            "/mentors/*/autorisation",
                            "/mentors/*/retour",
                            "/mentors/*/compte",
                            "/mentors/*/mot-de-passe",
                            "/mentors/*/effacement",
                            "/mentors/*/coordonnees",
                            "/mentors/*/appel",
                            API + "/*/interview",
                            API + "/*/interview/moments",
                            API + "/*/interview/appointment",
                            API + "/*/interview/absence",
                            API + "/*/proof",
                            API + "/*/minor-authorisation",
                            API + "/*/possible-return",
                            API + "/*/account",
                            API + "/*/account/password")
                    .hasAnyRole(TEAM);
        };
    }
}
