package fr.mentoratdurgence.followup;

import static fr.mentoratdurgence.platform.test.AccessTable.TEAM;

import fr.mentoratdurgence.platform.test.AccessTable;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every endpoint of the service × every role. */
@FollowupTest
@Tag("reliability")
class AccessTest {
    private static final String API = "/api/followup/v1";
    private static final Set<String> SIDES = Set.of("referent", "coordinator", "mentor", "structure");

    /** Who has to do with a pair, by account or by any link. */
    private static final Set<String> READERS = Set.of(
            "referent",
            "coordinator",
            "structure",
            "mentor",
            "link:FIRST_CONTACT",
            "link:NEED_PAIR",
            "link:NEED_STATUS",
            "link:CHECK_IN",
            "link:NEED_CHECK_IN",
            "link:ACCOUNT_ACCESS",
            "link:LETTERS",
            "link:PAIR_RESOURCES",
            "link:NEED_RESOURCES",
            "link:CONTINUATION",
            "link:NEED_CONTINUATION",
            "link:NEED_SEAT",
            "link:OF_ANOTHER_KIND");

    @Test
    void every_endpoint_lets_in_its_roles_and_nobody_else(@Autowired ApplicationContext service) {
        new AccessTable()
                .jobs(Set.of("coordinator"), API, "/suivi")
                .only(
                        TEAM,
                        "GET /suivi",
                        "GET /suivi/flux",
                        "GET /suivi/journee",
                        "GET /suivi/mentors/{mentor}",
                        "GET /suivi/mentors/{mentor}/depart",
                        "GET " + API + "/mentors/{mentor}/departure",
                        "POST " + API + "/mentors/{mentor}/departure",
                        "GET /suivi/structures/{structure}",
                        "GET /suivi/binomes",
                        "GET /suivi/recherche",
                        "POST /suivi/recherche")
                .only(TEAM, "GET /suivi/attente", "POST /suivi/vues", "POST /suivi/vues/{view}/retrait")
                .only(
                        TEAM,
                        "POST /suivi/lot/{code}",
                        "POST /suivi/lot/{code}/fait",
                        "POST /suivi/lot/{code}/annulation")
                .only(
                        Set.of("referent", "coordinator", "structure", "link:NEED_STATUS"),
                        "GET /suivi/personnes/{account}")
                .only(Set.of("mentor", "structure"), "GET /suivi/mes-binomes")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:FIRST_CONTACT",
                                "link:NEED_PAIR",
                                "link:NEED_STATUS"),
                        "GET /suivi/binomes/{pair}",
                        "POST /suivi/binomes/{pair}/premier-contact")
                .only(
                        Set.of("referent", "coordinator", "mentor", "structure", "link:NEED_STATUS"),
                        "POST /suivi/binomes/{pair}/seances",
                        "GET /suivi/binomes/{pair}/seances/{session}",
                        "POST /suivi/binomes/{pair}/seances/{session}",
                        "POST /suivi/binomes/{pair}/seances/{session}/retrait",
                        "POST /suivi/binomes/{pair}/absences",
                        "POST /suivi/binomes/{pair}/annulation",
                        "POST /suivi/binomes/{pair}/pause",
                        "POST /suivi/binomes/{pair}/reprise")
                .only(
                        Set.of("referent", "coordinator", "mentor", "structure", "link:NEED_PAIR", "link:NEED_STATUS"),
                        "GET /suivi/binomes/{pair}/agenda",
                        "POST /suivi/binomes/{pair}/agenda",
                        "POST /suivi/binomes/{pair}/agenda/annulation",
                        "GET /suivi/binomes/{pair}/agenda.ics")
                .only(SIDES, "POST " + API + "/pairs/{pair}/plan", "POST " + API + "/pairs/{pair}/plan/cancellation")
                .only(
                        SIDES,
                        "GET /suivi/binomes/{pair}/actes",
                        "GET " + API + "/pairs",
                        "GET " + API + "/pairs/{pair}",
                        "GET " + API + "/pairs/{pair}/facts",
                        "POST " + API + "/pairs/{pair}/first-contact",
                        "POST " + API + "/pairs/{pair}/sessions",
                        "POST " + API + "/pairs/{pair}/sessions/{session}/correction",
                        "POST " + API + "/pairs/{pair}/sessions/{session}/cancellation",
                        "POST " + API + "/pairs/{pair}/missed-sessions",
                        "POST " + API + "/pairs/{pair}/pause",
                        "POST " + API + "/pairs/{pair}/resumption")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:CHECK_IN",
                                "link:NEED_CHECK_IN",
                                "link:NEED_PAIR",
                                "link:NEED_STATUS"),
                        "GET /suivi/binomes/{pair}/point",
                        "POST /suivi/binomes/{pair}/point",
                        "POST /suivi/binomes/{pair}/point/bien",
                        "GET /suivi/binomes/{pair}/point/correction",
                        "POST /suivi/binomes/{pair}/point/correction",
                        "POST /suivi/binomes/{pair}/point/annulation",
                        "POST /suivi/binomes/{pair}/point/aide",
                        "POST /suivi/binomes/{pair}/point/aide/annulation")
                .only(
                        Set.of("referent", "coordinator", "structure", "link:NEED_PAIR", "link:NEED_STATUS"),
                        "POST /suivi/binomes/{pair}/presentation")
                .only(Set.of("referent", "coordinator", "structure"), "POST " + API + "/pairs/{pair}/introduction")
                .only(
                        SIDES,
                        "POST " + API + "/pairs/{pair}/check-ins",
                        "POST " + API + "/pairs/{pair}/check-ins/correction",
                        "POST " + API + "/pairs/{pair}/check-ins/undoing",
                        "POST " + API + "/pairs/{pair}/help",
                        "POST " + API + "/pairs/{pair}/help/undoing",
                        "POST " + API + "/pairs/{pair}/undoing")
                .only(
                        TEAM,
                        "GET /suivi/binomes/{pair}/accompagnement",
                        "POST /suivi/binomes/{pair}/alertes/{kind}/report",
                        "POST /suivi/binomes/{pair}/alertes/{kind}/suite",
                        "POST /suivi/binomes/{pair}/alertes/{kind}/annulation",
                        "POST " + API + "/pairs/{pair}/alerts/{kind}/undoing",
                        "POST /suivi/binomes/{pair}/appels",
                        "POST /suivi/binomes/{pair}/etapes",
                        "GET " + API + "/pairs/{pair}/care",
                        "POST " + API + "/pairs/{pair}/alerts/{kind}/snooze",
                        "POST " + API + "/pairs/{pair}/alerts/{kind}/resolution",
                        "POST " + API + "/pairs/{pair}/calls",
                        "POST " + API + "/pairs/{pair}/steps")
                .only(
                        TEAM,
                        "POST /suivi/binomes/{pair}/interruption",
                        "POST /suivi/binomes/{pair}/interruption/confirmation",
                        "POST /suivi/binomes/{pair}/cloture",
                        "POST /suivi/binomes/{pair}/cloture/confirmation",
                        "POST /suivi/binomes/{pair}/place",
                        "GET /suivi/binomes/{pair}/fin",
                        "POST /suivi/binomes/{pair}/fin",
                        "POST /suivi/binomes/{pair}/fin/place",
                        "POST " + API + "/pairs/{pair}/end/correction",
                        "POST " + API + "/pairs/{pair}/seat/reopening",
                        "GET /suivi/passation",
                        "POST /suivi/passation",
                        "POST /suivi/passation/annulation",
                        "POST " + API + "/hand-overs",
                        "POST " + API + "/hand-overs/undoing",
                        "POST /suivi/binomes/{pair}/entretien-de-fin",
                        "POST /suivi/binomes/{pair}/poursuite",
                        "POST /suivi/binomes/{pair}/poursuite/reponse",
                        "POST " + API + "/pairs/{pair}/interruption",
                        "POST " + API + "/pairs/{pair}/closure",
                        "POST " + API + "/pairs/{pair}/seat",
                        "POST " + API + "/pairs/{pair}/exit-interview",
                        "POST " + API + "/pairs/{pair}/continuation",
                        "POST " + API + "/pairs/{pair}/continuation/answer")
                .only(AccessTable.OPS, "POST " + API + "/ops/first-coordinator", "POST " + API + "/ops/team")
                .only(Set.of("referent", "coordinator", "ops"), "DELETE " + API + "/staff/{account}")
                .only(
                        Set.of("coordinator"),
                        "GET /suivi/equipe",
                        "POST /suivi/equipe",
                        "POST /suivi/equipe/{staff}/confirmation",
                        "POST /suivi/equipe/{staff}/compte",
                        "POST /suivi/equipe/{staff}/mot-de-passe",
                        "GET /suivi/equipe/{staff}/correction",
                        "POST /suivi/equipe/{staff}/correction",
                        "POST /suivi/equipe/{staff}/changement",
                        "GET /suivi/equipe/{staff}/depart",
                        "POST /suivi/equipe/{staff}/depart")
                .only(
                        Set.of(
                                "structure",
                                "mentor",
                                "link:FIRST_CONTACT",
                                "link:NEED_PAIR",
                                "link:NEED_STATUS",
                                "link:CHECK_IN",
                                "link:NEED_CHECK_IN",
                                "link:ACCOUNT_ACCESS",
                                "link:LETTERS",
                                "link:PAIR_RESOURCES",
                                "link:NEED_RESOURCES",
                                "link:CONTINUATION",
                                "link:NEED_CONTINUATION",
                                "link:NEED_SEAT",
                                "link:OF_ANOTHER_KIND"),
                        "GET /suivi/referent")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "structure",
                                "mentor",
                                "link:FIRST_CONTACT",
                                "link:NEED_PAIR",
                                "link:NEED_STATUS",
                                "link:CHECK_IN",
                                "link:NEED_CHECK_IN",
                                "link:ACCOUNT_ACCESS",
                                "link:LETTERS",
                                "link:PAIR_RESOURCES",
                                "link:NEED_RESOURCES",
                                "link:CONTINUATION",
                                "link:NEED_CONTINUATION",
                                "link:NEED_SEAT",
                                "link:OF_ANOTHER_KIND"),
                        "GET /suivi/inquietude",
                        "POST /suivi/inquietude",
                        "GET /suivi/inquietude/{concern}")
                .only(SIDES, "POST " + API + "/concerns")
                .only(
                        TEAM,
                        "GET /suivi/notes/{subject}",
                        "POST /suivi/notes/{subject}",
                        "POST /suivi/notes/{subject}/{note}/fait",
                        "POST /suivi/notes/{subject}/{note}/report",
                        "POST /suivi/notes/{subject}/{note}/annulation",
                        "POST /suivi/notes/{subject}/{note}/effacement",
                        "GET /suivi/inquietudes",
                        "GET /suivi/inquietudes/{concern}",
                        "GET /suivi/inquietudes/{concern}/protection",
                        "POST /suivi/inquietudes/{concern}/prise-en-charge",
                        "POST /suivi/inquietudes/{concern}/etape",
                        "POST /suivi/inquietudes/{concern}/protection",
                        "POST /suivi/inquietudes/{concern}/cloture",
                        "POST /suivi/inquietudes/{concern}/reouverture",
                        "GET " + API + "/concerns",
                        "GET " + API + "/concerns/{concern}",
                        "GET " + API + "/concerns/{concern}/facts",
                        "GET " + API + "/concerns/{concern}/text",
                        "POST " + API + "/concerns/{concern}/acknowledgement",
                        "POST " + API + "/concerns/{concern}/steps",
                        "POST " + API + "/concerns/{concern}/protection",
                        "POST " + API + "/concerns/{concern}/closure",
                        "POST " + API + "/concerns/{concern}/reopening")
                .only(
                        Set.of("referent", "coordinator", "screener", "analyst", "ops"),
                        "GET /suivi/mes-donnees",
                        "GET " + API + "/staff/me")
                .only(READERS, "GET /suivi/ressources", "GET /suivi/guides/{guide}")
                .only(
                        Set.of("coordinator"),
                        "GET /suivi/ressources/nouvelle",
                        "GET /suivi/ressources/fichier",
                        "GET /suivi/ressources/{resource}/fiche",
                        "POST /suivi/ressources",
                        "POST /suivi/ressources/fichier",
                        "POST /suivi/ressources/{resource}/fiche",
                        "POST /suivi/ressources/{resource}/retrait",
                        "POST " + API + "/resources/import")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:NEED_STATUS",
                                "link:PAIR_RESOURCES"),
                        "GET /suivi/binomes/{pair}/ressources",
                        "GET /suivi/binomes/{pair}/ressources/servies",
                        "POST /suivi/binomes/{pair}/ressources/{resource}/usage")
                .only(
                        Set.of("referent", "coordinator", "structure", "link:NEED_STATUS", "link:NEED_RESOURCES"),
                        "GET /suivi/besoins/{need}/ressources",
                        "GET /suivi/besoins/{need}/places",
                        "GET /suivi/besoins/{need}/lignes/{line}/famille")
                .only(
                        TEAM,
                        "POST /suivi/binomes/{pair}/ressources",
                        "POST /suivi/besoins/{need}/lignes/{line}/ressources")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:NEED_STATUS",
                                "link:CONTINUATION",
                                "link:NEED_CONTINUATION"),
                        "GET /suivi/binomes/{pair}/souhait",
                        "POST /suivi/binomes/{pair}/souhait/oui",
                        "POST /suivi/binomes/{pair}/souhait/non")
                .only(TEAM, "POST /suivi/binomes/{pair}/souhait")
                .only(
                        Set.of("mentor"),
                        "GET /suivi/attestation",
                        "POST /suivi/attestation",
                        "GET /suivi/attestation/{number}/pdf")
                .only(Set.of("coordinator"), "POST /suivi/attestation/{number}/retrait")
                .only(TEAM, "GET /suivi/binomes/{pair}/attestation", "POST /suivi/binomes/{pair}/attestation")
                .only(
                        Set.of("structure", "link:NEED_SEAT", "link:NEED_STATUS"),
                        "GET /suivi/binomes/{pair}/place",
                        "POST /suivi/binomes/{pair}/place/reponse")
                .everybody("GET /lien/suivi/attestation")
                .only(
                        AccessTable.OPS,
                        "GET " + API + "/ops/resource-addresses",
                        "POST " + API + "/ops/resource-addresses")
                .only(TEAM, "POST /suivi/mes-donnees", "POST /suivi/mes-donnees/effacement")
                .everybody(
                        "GET /lien/suivi/identifiant",
                        "POST /lien/suivi/identifiant",
                        "GET /lien/suivi/{token}/arret/{kind}",
                        "POST /lien/suivi/{token}/arret/{kind}")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "screener",
                                "analyst",
                                "ops",
                                "member-association",
                                "link:LETTERS"),
                        "GET /suivi/courriers",
                        "POST /suivi/courriers")
                .only(Set.of("link:ACCOUNT_ACCESS"), "POST /lien/suivi/acces")
                .holdsIn(service);
    }
}
