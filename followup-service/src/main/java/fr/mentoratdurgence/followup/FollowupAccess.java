package fr.mentoratdurgence.followup;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Which role may call which path. Whose pair it is, is decided further in: another person's pair does not exist. */
@Component
class FollowupAccess implements AccessRules {
    private static final String API = "/api/followup/v1";
    private static final String[] STAFF = {"referent", "coordinator"};
    private static final String LETTERS = "/suivi/courriers";
    private static final String SEARCH = "/suivi/recherche";
    private static final String[] WRITTEN_TO = {
        "ROLE_referent",
        "ROLE_coordinator",
        "ROLE_screener",
        "ROLE_analyst",
        "ROLE_ops",
        "ROLE_member-association",
        "LINK_LETTERS"
    };
    private static final String[] SIDES = {"referent", "coordinator", "mentor", "structure"};
    /** By the link of a letter to the mentor or to the structure, the beginning of this one pair. */
    private static final String[] SIDES_OR_FIRST_CONTACT = {
        "ROLE_referent",
        "ROLE_coordinator",
        "ROLE_mentor",
        "ROLE_structure",
        "LINK_FIRST_CONTACT",
        "LINK_NEED_PAIR",
        "LINK_NEED_STATUS"
    };
    /** Who follows a need by its link does with its pairs what a contact with an account does. */
    private static final String[] SIDES_OR_NEED = {
        "ROLE_referent", "ROLE_coordinator", "ROLE_mentor", "ROLE_structure", "LINK_NEED_STATUS"
    };

    /** How a pair goes: whoever is asked, by the link of that letter too. */
    private static final String[] SIDES_OR_CHECK_IN = {
        "ROLE_referent",
        "ROLE_coordinator",
        "ROLE_mentor",
        "ROLE_structure",
        "LINK_CHECK_IN",
        "LINK_NEED_CHECK_IN",
        "LINK_NEED_PAIR",
        "LINK_NEED_STATUS"
    };

    /** Whose young person a place is kept for. */
    private static final String[] KEEPERS = {"ROLE_structure", "LINK_NEED_SEAT", "LINK_NEED_STATUS"};

    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/suivi",
                        "/suivi/attente",
                        "/suivi/flux",
                        "/suivi/journee",
                        "/suivi/mentors/*",
                        "/suivi/mentors/*/depart",
                        "/suivi/binomes/*/fin",
                        API + "/mentors/*/departure",
                        "/suivi/structures/*",
                        "/suivi/binomes",
                        "/suivi/passation",
                        SEARCH)
                .hasAnyRole(STAFF);
        rules.requestMatchers(
                        HttpMethod.POST,
                        SEARCH,
                        "/suivi/vues",
                        "/suivi/vues/*/retrait",
                        "/suivi/lot/*",
                        "/suivi/lot/*/fait",
                        "/suivi/lot/*/annulation")
                .hasAnyRole(STAFF);
        rules.requestMatchers(HttpMethod.GET, LETTERS).hasAnyAuthority(WRITTEN_TO);
        rules.requestMatchers(HttpMethod.POST, LETTERS).hasAnyAuthority(WRITTEN_TO);
        rules.requestMatchers(HttpMethod.GET, "/suivi/personnes/*")
                .hasAnyAuthority("ROLE_referent", "ROLE_coordinator", "ROLE_structure", "LINK_NEED_STATUS");
        // whoever opened a link is told whom to call; what a link of another kind speaks of, nobody follows
        rules.requestMatchers(HttpMethod.GET, "/suivi/referent").hasAnyRole("structure", "mentor", "link");
        rules.requestMatchers(HttpMethod.GET, "/suivi/mes-donnees", API + "/staff/me")
                .hasAnyRole("referent", "coordinator", "screener", "analyst", "ops");
        rules.requestMatchers(HttpMethod.POST, "/suivi/mes-donnees", "/suivi/mes-donnees/effacement")
                .hasAnyRole(STAFF);
        rules.requestMatchers(HttpMethod.GET, "/suivi/mes-binomes").hasAnyRole("mentor", "structure");
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*").hasAnyAuthority(SIDES_OR_FIRST_CONTACT);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/premier-contact")
                .hasAnyAuthority(SIDES_OR_FIRST_CONTACT);
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/actes").hasAnyRole(SIDES);
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/binomes/*/seances",
                        "/suivi/binomes/*/seances/*",
                        "/suivi/binomes/*/seances/*/retrait",
                        "/suivi/binomes/*/absences",
                        "/suivi/binomes/*/annulation",
                        "/suivi/binomes/*/pause",
                        "/suivi/binomes/*/reprise")
                .hasAnyAuthority(SIDES_OR_NEED);
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/seances/*").hasAnyAuthority(SIDES_OR_NEED);
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/passation",
                        "/suivi/passation/annulation",
                        API + "/hand-overs",
                        API + "/hand-overs/undoing",
                        "/suivi/binomes/*/interruption",
                        "/suivi/binomes/*/interruption/confirmation",
                        "/suivi/binomes/*/cloture",
                        "/suivi/binomes/*/cloture/confirmation",
                        "/suivi/binomes/*/place",
                        "/suivi/binomes/*/fin",
                        "/suivi/binomes/*/fin/place",
                        API + "/pairs/*/end/correction",
                        API + "/pairs/*/seat/reopening",
                        "/suivi/binomes/*/entretien-de-fin",
                        "/suivi/binomes/*/poursuite",
                        "/suivi/binomes/*/poursuite/reponse")
                .hasAnyRole(STAFF);

        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/point", "/suivi/binomes/*/point/correction")
                .hasAnyAuthority(SIDES_OR_CHECK_IN);
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/binomes/*/point",
                        "/suivi/binomes/*/point/bien",
                        "/suivi/binomes/*/point/correction",
                        "/suivi/binomes/*/point/annulation",
                        "/suivi/binomes/*/point/aide",
                        "/suivi/binomes/*/point/aide/annulation")
                .hasAnyAuthority(SIDES_OR_CHECK_IN);
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/place").hasAnyAuthority(KEEPERS);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/place/reponse").hasAnyAuthority(KEEPERS);
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/presentation")
                .hasAnyAuthority(
                        "ROLE_referent", "ROLE_coordinator", "ROLE_structure", "LINK_NEED_PAIR", "LINK_NEED_STATUS");
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/accompagnement", API + "/pairs/*/care")
                .hasAnyRole(STAFF);
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/binomes/*/alertes/*/report",
                        "/suivi/binomes/*/alertes/*/suite",
                        "/suivi/binomes/*/alertes/*/annulation",
                        API + "/pairs/*/alerts/*/undoing",
                        "/suivi/binomes/*/appels",
                        "/suivi/binomes/*/etapes",
                        API + "/pairs/*/alerts/*/snooze",
                        API + "/pairs/*/alerts/*/resolution",
                        API + "/pairs/*/calls",
                        API + "/pairs/*/steps")
                .hasAnyRole(STAFF);
        rules.requestMatchers(
                        HttpMethod.POST,
                        API + "/pairs/*/check-ins",
                        API + "/pairs/*/check-ins/correction",
                        API + "/pairs/*/check-ins/undoing",
                        API + "/pairs/*/help",
                        API + "/pairs/*/help/undoing")
                .hasAnyRole(SIDES);
        rules.requestMatchers(HttpMethod.POST, API + "/pairs/*/introduction")
                .hasAnyRole("referent", "coordinator", "structure");
        rules.requestMatchers(HttpMethod.GET, API + "/pairs", API + "/pairs/*", API + "/pairs/*/facts")
                .hasAnyRole(SIDES);
        rules.requestMatchers(
                        HttpMethod.POST,
                        API + "/pairs/*/first-contact",
                        API + "/pairs/*/sessions",
                        API + "/pairs/*/sessions/*/correction",
                        API + "/pairs/*/sessions/*/cancellation",
                        API + "/pairs/*/missed-sessions",
                        API + "/pairs/*/undoing",
                        API + "/pairs/*/pause",
                        API + "/pairs/*/resumption")
                .hasAnyRole(SIDES);
        rules.requestMatchers(
                        HttpMethod.POST,
                        API + "/mentors/*/departure",
                        API + "/pairs/*/interruption",
                        API + "/pairs/*/closure",
                        API + "/pairs/*/seat",
                        API + "/pairs/*/exit-interview",
                        API + "/pairs/*/continuation",
                        API + "/pairs/*/continuation/answer")
                .hasAnyRole(STAFF);
        rules.requestMatchers(HttpMethod.GET, "/suivi/equipe", "/suivi/equipe/*/depart", "/suivi/equipe/*/correction")
                .hasRole("coordinator");
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/suivi/equipe",
                        "/suivi/equipe/*/confirmation",
                        "/suivi/equipe/*/compte",
                        "/suivi/equipe/*/mot-de-passe",
                        "/suivi/equipe/*/correction",
                        "/suivi/equipe/*/changement",
                        "/suivi/equipe/*/depart")
                .hasRole("coordinator");
        rules.requestMatchers(HttpMethod.POST, API + "/ops/first-coordinator", API + "/ops/team")
                .hasRole("ops");
        rules.requestMatchers(HttpMethod.DELETE, API + "/staff/*").hasAnyRole("referent", "coordinator", "ops");
    }
}
