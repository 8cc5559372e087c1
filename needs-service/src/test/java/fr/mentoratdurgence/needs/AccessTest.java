package fr.mentoratdurgence.needs;

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
    private static final String API = "/api/needs/v1";
    private static final String ACCOUNTS = "/besoins/structures/{uai}/comptes";
    private static final Set<String> PARTIES = Set.of("structure", "referent", "coordinator");

    @Test
    void every_endpoint_lets_in_its_roles_and_nobody_else(@Autowired ApplicationContext service) {
        new AccessTable()
                .jobs(Set.of("referent", "coordinator", "ops"), "/api/needs/v1", "/besoins")
                .everybody(
                        "GET /",
                        "GET /ui/accessibilite.html",
                        "GET /confidentialite",
                        "GET /mentions-legales",
                        "GET /qui-sommes-nous",
                        "GET /contact",
                        "GET /aide",
                        "GET /parents",
                        "GET /parents/autorisation",
                        "GET /besoins/declarer",
                        "POST /besoins/declarer",
                        "GET /besoins/declarer/{id}/etablissement",
                        "POST /besoins/declarer/{id}/etablissement",
                        "GET /besoins/declarer/{id}/jeunes",
                        "GET /besoins/declarer/{id}/jeunes/{number}",
                        "POST /besoins/declarer/{id}/jeunes/{number}",
                        "POST /besoins/declarer/{id}/jeunes/{number}/retrait",
                        "GET /besoins/declarer/{id}/organisation",
                        "POST /besoins/declarer/{id}/organisation",
                        "GET /besoins/declarer/{id}/contact",
                        "POST /besoins/declarer/{id}/contact",
                        "GET /besoins/declarer/{id}/verification",
                        "POST /besoins/declarer/{id}/verification",
                        "GET /besoins/confirmation/{reference}",
                        "POST /besoins/confirmation/{reference}",
                        "GET /besoins/lien-perdu",
                        "POST /besoins/lien-perdu",
                        "GET /besoins/lien-perdu/envoi",
                        "GET /lien/besoins/{token}/arret/{kind}",
                        "POST /lien/besoins/{token}/arret/{kind}",
                        "GET /lien/besoins/identifiant",
                        "POST /lien/besoins/identifiant",
                        "GET " + API + "/structures/names",
                        "GET " + API + "/structures/{uai}")
                .only(
                        Set.of(
                                "structure",
                                "mentor",
                                "referent",
                                "coordinator",
                                "analyst",
                                "ops",
                                "member-association"),
                        "GET /courriers")
                .only(
                        Set.of("structure", "link:NEED_STATUS", "link:LETTERS"),
                        "GET /besoins/courriers",
                        "POST /besoins/courriers")
                .only(Set.of("referent", "coordinator", "ops"), "POST " + API + "/structures/import")
                .only(Set.of("coordinator", "ops"), "POST " + API + "/structures/priorities")
                .only(
                        TEAM,
                        "POST " + API + "/structures/{structure}/verification",
                        "POST " + API + "/needs/import",
                        "POST " + API + "/needs/{need}/assignment",
                        "POST " + API + "/needs/{need}/contact-attempts",
                        "POST " + API + "/needs/{need}/contact-attempts/correction",
                        "POST " + API + "/needs/{need}/qualification",
                        "POST /besoins/{need}/prise-en-charge",
                        "POST /besoins/{need}/contacts",
                        "POST /besoins/{need}/contacts/correction",
                        "POST /besoins/{need}/courriers/appel",
                        "POST /besoins/{need}/verification",
                        "POST /besoins/{need}/qualification",
                        "GET /besoins/{need}/rendre",
                        "POST /besoins/{need}/rendre",
                        "GET /besoins/appels",
                        "GET /besoins/structures/{uai}",
                        "GET /besoins/passation",
                        "POST /besoins/passation",
                        "POST /besoins/passation/annulation",
                        "GET /besoins/recherche",
                        "GET /besoins/attente",
                        "GET /besoins/courrier",
                        "POST /besoins/recherche",
                        "POST /besoins/vues",
                        "POST /besoins/vues/{view}/retrait",
                        "POST /besoins/lot/{code}",
                        "POST /besoins/lot/{code}/fait",
                        "POST /besoins/lot/{code}/annulation")
                .only(
                        PARTIES,
                        "GET " + API + "/needs",
                        "GET " + API + "/needs/{need}",
                        "POST " + API + "/needs/{need}/withdrawal",
                        "POST " + API + "/needs/{need}/still-needed",
                        "POST " + API + "/needs/{need}/undoing",
                        "POST " + API + "/needs/{need}/lines/{line}/revision",
                        "GET " + API + "/needs/{need}/contact",
                        "DELETE " + API + "/needs/{need}/contact",
                        "GET /besoins")
                .only(Set.of("structure", "referent", "coordinator", "scope:needs.declare"), "POST " + API + "/needs")
                .only(Set.of("structure"), "GET /besoins/mes-donnees", "GET /besoins/mes-donnees/fichier")
                .only(Set.of("link:ACCOUNT_ACCESS"), "POST /lien/besoins/acces")
                .only(Set.of("referent", "coordinator", "link:NEED_STATUS"), "POST /besoins/{need}/compte")
                .only(
                        PARTIES,
                        "GET " + ACCOUNTS,
                        "POST " + ACCOUNTS,
                        "POST " + ACCOUNTS + "/{contact}/ouverture",
                        "POST " + ACCOUNTS + "/{contact}/mot-de-passe",
                        "GET " + ACCOUNTS + "/{contact}/correction",
                        "POST " + ACCOUNTS + "/{contact}/correction",
                        "GET " + ACCOUNTS + "/{contact}/depart",
                        "POST " + ACCOUNTS + "/{contact}/depart")
                .only(
                        Set.of("structure", "referent", "coordinator", "link:NEED_STATUS"),
                        "GET /besoins/{need}",
                        "POST /besoins/{need}/rappel",
                        "POST /besoins/{need}/toujours",
                        "GET /besoins/{need}/contact/correction",
                        "GET /besoins/{need}/contact/donnees",
                        "POST /besoins/{need}/contact/correction",
                        "POST /besoins/{need}/contact/effacement",
                        "POST /besoins/{need}/lignes/{line}",
                        "GET /besoins/{need}/retrait",
                        "POST /besoins/{need}/retrait",
                        "POST /besoins/{need}/annulation")
                .only(
                        Set.of(
                                "structure",
                                "referent",
                                "coordinator",
                                "mentor",
                                "link:NEED_STATUS",
                                "link:FIRST_CONTACT",
                                "link:TRIAL_ANSWER"),
                        "GET /besoins/{need}/contact")
                .holdsIn(service);
    }
}
