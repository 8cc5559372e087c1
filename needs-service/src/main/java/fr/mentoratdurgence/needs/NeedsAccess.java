package fr.mentoratdurgence.needs;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.jobs.JobAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what, by role. Which structure or territory is decided where the data is known. */
@Configuration(proxyBeanMethods = false)
class NeedsAccess {
    private static final String API = "/api/needs/v1";
    private static final String DECLARING = "/besoins/declarer";
    private static final String LETTERS = "/besoins/courriers";
    private static final String SEARCH = "/besoins/recherche";
    private static final String HAND_OVER = "/besoins/passation";
    private static final String[] WRITTEN_TO = {"ROLE_structure", "LINK_NEED_STATUS", "LINK_LETTERS"};
    private static final String[] ACCOUNTS = {
        "structure", "mentor", "referent", "coordinator", "analyst", "ops", "member-association"
    };
    private static final String STRUCTURE_ACCOUNTS = "/besoins/structures/*/comptes";
    private static final String[] TEAM = {"referent", "coordinator"};
    private static final String[] PARTIES = {"structure", "referent", "coordinator"};
    /** The parties, and a partner's program that declares for schools of its territory. */
    private static final String[] DECLARERS = {
        "ROLE_structure", "ROLE_referent", "ROLE_coordinator", "SCOPE_needs.declare"
    };
    /** The parties, and who opened the link of a letter. */
    private static final String[] PARTIES_BY_LINK = {
        "ROLE_structure", "ROLE_referent", "ROLE_coordinator", "LINK_NEED_STATUS"
    };

    @Bean
    AccessRules needsRules() {
        return rules -> {
            JobAccess.open(rules, API, "/besoins", "referent", "coordinator", "ops");
            rules.requestMatchers(
                            HttpMethod.GET,
                            "/",
                            "/robots.txt",
                            "/confidentialite",
                            "/mentions-legales",
                            "/qui-sommes-nous",
                            "/contact",
                            "/aide",
                            "/parents",
                            "/parents/autorisation",
                            DECLARING,
                            DECLARING + "/*/etablissement",
                            DECLARING + "/*/jeunes",
                            DECLARING + "/*/jeunes/*",
                            DECLARING + "/*/organisation",
                            DECLARING + "/*/contact",
                            DECLARING + "/*/verification",
                            "/besoins/confirmation/*",
                            "/besoins/lien-perdu",
                            "/besoins/lien-perdu/envoi",
                            API + "/structures/*")
                    .permitAll()
                    .requestMatchers(
                            HttpMethod.POST,
                            DECLARING,
                            DECLARING + "/*/etablissement",
                            DECLARING + "/*/jeunes/*",
                            DECLARING + "/*/jeunes/*/retrait",
                            DECLARING + "/*/organisation",
                            DECLARING + "/*/contact",
                            DECLARING + "/*/verification",
                            "/besoins/confirmation/*",
                            "/besoins/lien-perdu")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, API + "/structures/import")
                    .hasAnyRole("referent", "coordinator", "ops")
                    .requestMatchers(HttpMethod.POST, API + "/structures/priorities")
                    .hasAnyRole("coordinator", "ops")
                    .requestMatchers(HttpMethod.POST, API + "/structures/*/verification")
                    .hasAnyRole(TEAM)
                    .requestMatchers(HttpMethod.POST, API + "/needs/import")
                    .hasAnyRole(TEAM)
                    .requestMatchers(
                            HttpMethod.POST,
                            API + "/needs/*/assignment",
                            API + "/needs/*/contact-attempts",
                            API + "/needs/*/contact-attempts/correction",
                            API + "/needs/*/qualification")
                    .hasAnyRole(TEAM)
                    .requestMatchers(HttpMethod.POST, API + "/needs")
                    .hasAnyAuthority(DECLARERS)
                    .requestMatchers(
                            HttpMethod.POST,
                            API + "/needs/*/withdrawal",
                            API + "/needs/*/still-needed",
                            API + "/needs/*/undoing",
                            API + "/needs/*/lines/*/revision")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(HttpMethod.GET, API + "/needs", API + "/needs/*", API + "/needs/*/contact")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(HttpMethod.DELETE, API + "/needs/*/contact")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(HttpMethod.GET, "/besoins/*/contact")
                    .hasAnyAuthority(
                            "ROLE_structure",
                            "ROLE_referent",
                            "ROLE_coordinator",
                            "ROLE_mentor",
                            "LINK_NEED_STATUS",
                            "LINK_FIRST_CONTACT",
                            "LINK_TRIAL_ANSWER")
                    .requestMatchers(HttpMethod.GET, LETTERS)
                    .hasAnyAuthority(WRITTEN_TO)
                    .requestMatchers(HttpMethod.POST, LETTERS)
                    .hasAnyAuthority(WRITTEN_TO)
                    .requestMatchers(HttpMethod.GET, "/courriers")
                    .hasAnyRole(ACCOUNTS)
                    .requestMatchers(HttpMethod.GET, "/besoins/mes-donnees", "/besoins/mes-donnees/fichier")
                    .hasRole("structure")
                    .requestMatchers(
                            HttpMethod.GET,
                            SEARCH,
                            HAND_OVER,
                            "/besoins/appels",
                            "/besoins/attente",
                            "/besoins/courrier",
                            "/besoins/structures/*",
                            "/besoins/*/rendre")
                    .hasAnyRole(TEAM)
                    .requestMatchers(
                            HttpMethod.POST,
                            SEARCH,
                            HAND_OVER,
                            HAND_OVER + "/annulation",
                            "/besoins/*/rendre",
                            "/besoins/vues",
                            "/besoins/vues/*/retrait",
                            "/besoins/lot/*",
                            "/besoins/lot/*/fait",
                            "/besoins/lot/*/annulation")
                    .hasAnyRole(TEAM)
                    .requestMatchers(HttpMethod.GET, "/besoins")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(
                            HttpMethod.GET,
                            "/besoins/*",
                            "/besoins/*/retrait",
                            "/besoins/*/contact/correction",
                            "/besoins/*/contact/donnees")
                    .hasAnyAuthority(PARTIES_BY_LINK)
                    .requestMatchers(
                            HttpMethod.POST,
                            "/besoins/*/retrait",
                            "/besoins/*/annulation",
                            "/besoins/*/lignes/*",
                            "/besoins/*/rappel",
                            "/besoins/*/toujours",
                            "/besoins/*/contact/correction",
                            "/besoins/*/contact/effacement")
                    .hasAnyAuthority(PARTIES_BY_LINK)
                    .requestMatchers(HttpMethod.POST, "/besoins/*/compte")
                    .hasAnyAuthority("ROLE_referent", "ROLE_coordinator", "LINK_NEED_STATUS")
                    .requestMatchers(
                            HttpMethod.GET,
                            STRUCTURE_ACCOUNTS,
                            STRUCTURE_ACCOUNTS + "/*/correction",
                            STRUCTURE_ACCOUNTS + "/*/depart")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(
                            HttpMethod.POST,
                            STRUCTURE_ACCOUNTS,
                            STRUCTURE_ACCOUNTS + "/*/ouverture",
                            STRUCTURE_ACCOUNTS + "/*/mot-de-passe",
                            STRUCTURE_ACCOUNTS + "/*/correction",
                            STRUCTURE_ACCOUNTS + "/*/depart")
                    .hasAnyRole(PARTIES)
                    .requestMatchers(
                            HttpMethod.POST,
                            "/besoins/*/prise-en-charge",
                            "/besoins/*/contacts",
                            "/besoins/*/contacts/correction",
                            "/besoins/*/courriers/appel",
                            "/besoins/*/verification",
                            "/besoins/*/qualification")
                    .hasAnyRole(TEAM);
        };
    }
}
