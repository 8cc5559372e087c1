package fr.mentoratdurgence.matching;

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
    private static final String API = "/api/matching/v1";
    private static final Set<String> EVERY_SIDE = Set.of("referent", "coordinator", "mentor", "structure");

    @Test
    void every_endpoint_lets_in_its_roles_and_nobody_else(@Autowired ApplicationContext service) {
        new AccessTable()
                .only(
                        Set.of("mentor", "structure"),
                        "GET " + API + "/proposals/mine",
                        "GET /appariement/mes-propositions")
                .only(EVERY_SIDE, "GET " + API + "/proposals/{proposal}", "POST " + API + "/proposals/{proposal}/trial")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:PROPOSAL_ANSWER",
                                "link:TRIAL_ANSWER",
                                "link:NEED_TRIAL",
                                "link:NEED_STATUS"),
                        "GET /appariement/propositions/{proposal}")
                .only(
                        Set.of(
                                "referent",
                                "coordinator",
                                "mentor",
                                "structure",
                                "link:TRIAL_ANSWER",
                                "link:NEED_TRIAL",
                                "link:NEED_STATUS"),
                        "POST /appariement/propositions/{proposal}/essai")
                .only(
                        Set.of("referent", "coordinator", "mentor"),
                        "POST " + API + "/proposals/{proposal}/acceptance",
                        "POST " + API + "/proposals/{proposal}/decline",
                        "POST " + API + "/proposals/{proposal}/decline/undoing")
                .only(
                        Set.of("referent", "coordinator", "mentor", "link:PROPOSAL_ANSWER"),
                        "POST /appariement/propositions/{proposal}/acceptation",
                        "POST /appariement/propositions/{proposal}/refus",
                        "POST /appariement/propositions/{proposal}/refus/annulation")
                .only(
                        TEAM,
                        "POST " + API + "/proposals/{proposal}/validation",
                        "POST " + API + "/runs",
                        "POST " + API + "/runs/dry",
                        "POST " + API + "/matches",
                        "POST " + API + "/exclusions",
                        "POST " + API + "/prematchings",
                        "POST " + API + "/prematchings/{prematching}/withdrawal",
                        "POST /appariement/propositions/{proposal}/validation",
                        "POST /appariement/propositions/{proposal}/confier",
                        "POST /appariement/vues",
                        "POST /appariement/vues/{view}/retrait",
                        "POST /appariement/lot/{code}",
                        "POST /appariement/lot/{code}/fait",
                        "POST /appariement/lot/{code}/annulation",
                        "POST /appariement/calcul",
                        "POST /appariement/lignes/{need}/{line}",
                        "POST /appariement/lignes/{need}/{line}/prematching",
                        "POST /appariement/lignes/{need}/{line}/exclusions",
                        "POST /appariement/prematchings/{prematching}/retrait")
                .only(
                        TEAM,
                        "GET " + API + "/proposals",
                        "GET " + API + "/runs",
                        "GET " + API + "/runs/{run}",
                        "GET " + API + "/runs/{run}/replay",
                        "GET " + API + "/hints",
                        "GET " + API + "/lines",
                        "GET " + API + "/lines/{need}/{line}",
                        "GET " + API + "/prematchings",
                        "GET " + API + "/prematchings/{prematching}",
                        "GET " + API + "/referents",
                        "GET /appariement",
                        "GET /appariement/attente",
                        "GET /appariement/direct",
                        "GET /appariement/flux",
                        "GET /appariement/mentors/{mentor}",
                        "GET /appariement/structures/{structure}",
                        "GET /appariement/places",
                        "GET /appariement/lignes/{need}/{line}",
                        "GET /appariement/propositions",
                        "GET /appariement/prematchings",
                        "GET /appariement/prematchings/{prematching}",
                        "GET /appariement/exclusions",
                        "GET /appariement/calculs",
                        "GET /appariement/calculs/a-blanc",
                        "GET /appariement/calculs/{run}",
                        "GET /appariement/calculs/{run}/rejeu",
                        "GET /appariement/recrutement",
                        "GET /appariement/referents")
                .only(
                        Set.of("coordinator"),
                        "GET " + API + "/held-mentors",
                        "POST " + API + "/held-mentors/{mentor}/release",
                        "POST " + API + "/held-mentors/{mentor}/exclusion",
                        "POST " + API + "/exclusions/lifting",
                        "POST /appariement/exclusions/levee",
                        "POST " + API + "/policies",
                        "POST " + API + "/policies/{version}/activation",
                        "GET /appariement/retenus",
                        "POST /appariement/retenus/{mentor}/levee",
                        "POST /appariement/retenus/{mentor}/exclusion",
                        "GET /appariement/regles/nouvelle",
                        "GET /appariement/regles/{version}/activation",
                        "POST /appariement/regles",
                        "POST /appariement/regles/{version}/activation")
                .only(
                        Set.of("referent", "coordinator", "analyst"),
                        "GET " + API + "/policies",
                        "GET " + API + "/policies/{version}",
                        "GET /appariement/regles",
                        "GET /appariement/regles/comparer",
                        "GET /appariement/regles/{version}")
                .jobs(Set.of("referent", "coordinator", "analyst"), API, "/appariement")
                .only(Set.of("coordinator", "analyst"), "POST " + API + "/whatif", "GET /appariement/et-si")
                .holdsIn(service);
    }
}
