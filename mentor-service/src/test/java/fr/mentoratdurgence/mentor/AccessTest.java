package fr.mentoratdurgence.mentor;

import static fr.mentoratdurgence.platform.test.AccessTable.TEAM;

import fr.mentoratdurgence.platform.test.AccessTable;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every endpoint of the service × every role. */
@ServiceTest
@Tag("reliability")
class AccessTest {
    private static final String API = "/api/mentors/v1/mentors";
    private static final Set<String> MENTOR = Set.of("mentor");

    @Test
    void every_endpoint_lets_in_its_roles_and_nobody_else(@Autowired ApplicationContext service) {
        new AccessTable()
                .jobs(Set.of("referent", "coordinator", "ops"), "/api/mentors/v1", "/mentors")
                .everybody(
                        "GET /mentors/candidature",
                        "POST /mentors/candidature",
                        "GET /mentors/candidature/merci",
                        "POST /mentors/candidature/merci",
                        "GET /mentors/au-revoir",
                        "GET /mentors/adresse/confirmee",
                        "POST " + API,
                        "GET /lien/mentors/{token}/arret/{kind}",
                        "POST /lien/mentors/{token}/arret/{kind}")
                .only(Set.of("mentor", "link:LETTERS"), "GET /mentors/courriers", "POST /mentors/courriers")
                .only(
                        MENTOR,
                        "GET " + API + "/me",
                        "DELETE " + API + "/me",
                        "POST " + API + "/me/charter",
                        "POST " + API + "/me/training",
                        "POST " + API + "/me/withdrawal",
                        "GET /mentors/mon-espace",
                        "GET /mentors/mon-espace/formation",
                        "GET /mentors/mon-espace/donnees",
                        "GET /mentors/mon-espace/coordonnees",
                        "POST /mentors/mon-espace/coordonnees",
                        "GET /mentors/mon-espace/depart",
                        "GET /mentors/mon-espace/effacement",
                        "POST /mentors/mon-espace/formation",
                        "POST /mentors/mon-espace/depart",
                        "POST /mentors/mon-espace/effacement")
                .everybody("GET /lien/mentors/identifiant", "POST /lien/mentors/identifiant")
                .only(Set.of("link:ACCOUNT_ACCESS"), "POST /lien/mentors/acces")
                .only(Set.of("link:CONFIRM_ADDRESS"), "POST /mentors/adresse/confirmation")
                .only(
                        Set.of("mentor", "link:CHARTER"),
                        "GET /mentors/mon-espace/charte",
                        "POST /mentors/mon-espace/charte")
                .only(Set.of("link:INTERVIEW"), "GET /mentors/rendez-vous", "POST /mentors/rendez-vous")
                .only(
                        Set.of("referent", "coordinator", "screener"),
                        "GET /mentors/{mentor}/rendez-vous",
                        "POST /mentors/{mentor}/rendez-vous",
                        "POST /mentors/{mentor}/rendez-vous/absence")
                .only(
                        Set.of("screener"),
                        "GET /mentors/entretiens",
                        "GET /mentors/entretiens/{mentor}",
                        "POST /mentors/entretiens/{mentor}")
                .only(Set.of("referent", "coordinator", "ops"), "POST " + API + "/import")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "structure",
                                "link:NEED_STATUS",
                                "link:NEED_TRIAL",
                                "link:NEED_PAIR"),
                        "GET /mentors/{mentor}/contact",
                        "GET " + API + "/names")
                .only(
                        TEAM,
                        "GET " + API,
                        "GET " + API + "/{mentor}",
                        "DELETE " + API + "/{mentor}",
                        "GET " + API + "/{mentor}/possible-return",
                        "POST " + API + "/{mentor}/interview",
                        "POST " + API + "/{mentor}/interview/moments",
                        "POST " + API + "/{mentor}/interview/appointment",
                        "POST " + API + "/{mentor}/interview/absence",
                        "POST " + API + "/{mentor}/proof",
                        "POST " + API + "/{mentor}/minor-authorisation",
                        "POST " + API + "/{mentor}/possible-return",
                        "POST " + API + "/{mentor}/account",
                        "POST " + API + "/{mentor}/account/password",
                        "GET /mentors",
                        "GET /mentors/appels",
                        "GET /mentors/attente",
                        "GET /mentors/courrier",
                        "GET /mentors/recherche",
                        "POST /mentors/recherche",
                        "POST /mentors/vues",
                        "POST /mentors/vues/{view}/retrait",
                        "POST /mentors/lot/{code}",
                        "POST /mentors/lot/{code}/fait",
                        "POST /mentors/lot/{code}/annulation",
                        "GET /mentors/{mentor}",
                        "GET /mentors/{mentor}/effacement",
                        "GET /mentors/{mentor}/coordonnees",
                        "POST /mentors/{mentor}/coordonnees",
                        "POST /mentors/{mentor}/appel",
                        "POST /mentors/{mentor}/entretien",
                        "POST /mentors/{mentor}/preuve",
                        "POST /mentors/{mentor}/autorisation",
                        "POST /mentors/{mentor}/retour",
                        "POST /mentors/{mentor}/compte",
                        "POST /mentors/{mentor}/mot-de-passe",
                        "POST /mentors/{mentor}/effacement")
                .holdsIn(service);
    }
}
