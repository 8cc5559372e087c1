package fr.mentoratdurgence.followup.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.followup.staff.StaffRole;
import fr.mentoratdurgence.followup.staff.Waiting;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Why a pair was interrupted is for those who watch over it: a child may have spoken. */
@FollowupTest
class InterruptionTest {
    private static final String STRUCTURE = "structure-0940176F";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Waiting waiting;

    @Test
    void only_the_team_reads_why_a_pair_was_interrupted() {
        for (String reason : List.of("SAFEGUARDING", "SCHEDULE")) { // told apart, the neutral words would tell
            MatchConfirmed match = interrupted("21", reason);
            for (String own : List.of(Tokens.mentor(match.terms().mentor()), Tokens.structure(STRUCTURE))) {
                Http http = new Http(port).as(own);
                assertThat(page(http, match))
                        .contains("Le binôme est interrompu. Votre référent·e vous expliquera.")
                        .doesNotContain("Protection du jeune", "Plus d’horaire commun", "Côté");
                for (String path : List.of("", "/facts")) {
                    assertThat(http.get("/api/followup/v1/pairs/" + match.pair() + path)
                                    .body())
                            .contains("INTERRUPTED")
                            .doesNotContain(reason)
                            .doesNotContain("YOUTH");
                }
                assertThat(http.get("/api/followup/v1/pairs").body()).doesNotContain(reason);
                assertThat(http.get("/suivi/mes-binomes").body()).doesNotContain("Protection du jeune");
            }
            for (String team : List.of(Tokens.referent("21"), Tokens.coordinator())) {
                Http http = new Http(port).as(team);
                assertThat(page(http, match)).contains("Côté : le jeune ou sa famille.");
                assertThat(http.get("/api/followup/v1/pairs/" + match.pair() + "/facts")
                                .body())
                        .contains(reason, "YOUTH");
            }
        }
    }

    @Test
    void somebody_of_the_team_who_is_the_mentor_of_the_pair_reads_what_a_mentor_reads() {
        MatchConfirmed match = interrupted("22", "SAFEGUARDING");
        Http both = new Http(port)
                .as(Tokens.of(
                        "double",
                        List.of("referent", "mentor"),
                        List.of("22"),
                        null,
                        match.terms().mentor()));
        assertThat(page(both, match)).doesNotContain("Protection du jeune");
        assertThat(both.get("/api/followup/v1/pairs/" + match.pair() + "/facts").body())
                .doesNotContain("SAFEGUARDING");
    }

    @Test
    void an_interruption_says_first_what_follows_and_names_each_question_that_is_open() {
        MatchConfirmed match = opened("23");
        Http team = new Http(port).as(Tokens.referent("23"));
        String path = "/suivi/binomes/" + match.pair();

        assertThat(page(team, match)).contains("action=\"" + path + "/interruption/confirmation\"");
        Answer nothing = team.postForm(path + "/interruption/confirmation", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body())
                .containsSubsequence("href=\"#motif\">Dites pour quelle raison", "href=\"#cote\">Dites de quel côté");
        Answer ordinary =
                team.postForm(path + "/interruption/confirmation", Map.of("motif", "SCHEDULE", "cote", "MENTOR"));
        assertThat(ordinary.status()).isEqualTo(200);
        assertThat(ordinary.body())
                .contains("Plus d’horaire commun", "ne se reprend pas", "recevoir d’autres propositions")
                .contains("action=\"" + path + "/interruption\"", "value=\"SCHEDULE\"")
                .doesNotContain("retenu", "??");
        Answer protecting =
                team.postForm(path + "/interruption/confirmation", Map.of("motif", "SAFEGUARDING", "cote", "YOUTH"));
        assertThat(protecting.body()).contains("Le mentor est retenu", "119").doesNotContain("??");
        assertThat(page(team, match)).as("nothing has happened yet").contains("En cours");
        assertThat(team.postForm(path + "/interruption", Map.of("motif", "SAFEGUARDING", "cote", "YOUTH"))
                        .status())
                .isEqualTo(303);
        assertThat(page(team, match))
                .contains("Interrompu pour protéger le jeune. Rien n’est proposé à ce mentor")
                .doesNotContain("Poursuivre en présentiel");
        Answer goingOn = team.postForm(
                path + "/poursuite",
                Map.of(
                        "association",
                        "PROXITE",
                        "proposeeLe",
                        clock.instant().toString().substring(0, 10)));
        assertThat(goingOn.status()).isEqualTo(409);
        assertThat(goingOn.body()).contains("il ne peut pas se poursuivre");
    }

    @Test
    void an_absence_is_told_of_nobody_before_somebody_says_whose_it_was() {
        MatchConfirmed match = opened("24");
        Http team = new Http(port).as(Tokens.referent("24"));
        String path = "/suivi/binomes/" + match.pair();
        for (String page : List.of(page(team, match), team.get(path + "/actes").body())) {
            assertThat(page).contains("value=\"YOUTH\"").doesNotContain("selected", "checked=\"checked\"");
        }
        String today = clock.instant().toString().substring(0, 10);
        Answer silent = team.postForm(path + "/absences", Map.of("prevueLe", today));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body())
                .containsSubsequence("Dites qui n’a pas pu venir.", "Dites si l’absence était annoncée.");
        assertThat(team.postForm(path + "/absences", Map.of("prevueLe", today, "absent", "MENTOR", "annoncee", "non"))
                        .status())
                .isEqualTo(303);
        assertThat(page(team, match)).contains("Séance manquée par le mentor, sans prévenir");
    }

    @Test
    void a_place_that_was_kept_is_an_alert_on_its_day_until_somebody_decides() {
        MatchConfirmed match = opened("48");
        Http team = new Http(port).as(Tokens.referent("48"));
        String path = "/suivi/binomes/" + match.pair();
        LocalDate until = OperationDay.of(clock.instant()).plusDays(2);
        Answer held = team.post(
                "/api/followup/v1/pairs/" + match.pair() + "/interruption",
                Map.of("side", "MENTOR", "reason", "MENTOR_AWAY_FOR_A_TIME", "heldUntil", until.toString()));
        assertThat(held.status()).as(held.body()).isEqualTo(200);
        String workbench = "/suivi?voir=alertes";
        assertThat(team.get(workbench).body()).doesNotContain(path + "#apres");

        clock.forward(Duration.ofDays(3));
        assertThat(team.get(workbench).body())
                .contains("La place était gardée jusqu’au", path + "#apres")
                .doesNotContain(path + "/premier-contact", "??");
        assertThat(waiting.of(StaffRole.REFERENT, Tokens.account("referente-48"), Set.of("48")))
                .containsExactly(new Waiting.Figure("place", 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> page(team, match).contains("sa suite est à décider"));

        LocalDate longer = OperationDay.of(clock.instant()).plusDays(5);
        assertThat(team.postForm(path + "/place", Map.of("suite", "HOLD")).body())
                .contains("href=\"#gardeeEncore\"");
        assertThat(team.postForm(path + "/place", Map.of("suite", "HOLD", "gardeeEncore", longer.toString()))
                        .status())
                .isEqualTo(303);
        assertThat(waiting.of(StaffRole.REFERENT, Tokens.account("referente-48"), Set.of("48")))
                .isEmpty();
        assertThat(team.postForm(path + "/place", Map.of("suite", "CLOSE")).status())
                .isEqualTo(303);
        clock.forward(Duration.ofDays(6));
        assertThat(team.get(workbench).body()).doesNotContain(path + "#apres");
    }

    @Test
    void the_structure_says_by_the_link_of_its_letter_what_becomes_of_a_place_that_was_kept() {
        MatchConfirmed match = opened("47");
        Http team = new Http(port).as(Tokens.referent("47"));
        LocalDate until = OperationDay.of(clock.instant()).plusDays(2);
        assertThat(team.post(
                                "/api/followup/v1/pairs/" + match.pair() + "/interruption",
                                Map.of(
                                        "side",
                                        "MENTOR",
                                        "reason",
                                        "MENTOR_AWAY_FOR_A_TIME",
                                        "heldUntil",
                                        until.toString()))
                        .status())
                .isEqualTo(200);
        Http school = new Http(port)
                .with("Link-Statement", Tokens.link("NEED_SEAT", match.terms().need(), match.pair(), ""));
        String page = "/suivi/binomes/" + match.pair() + "/place";
        assertThat(school.get(page).body()).contains("Chercher un autre mentor").doesNotContain("??");
        assertThat(school.postForm(page + "/reponse", Map.of()).status()).isEqualTo(422);
        assertThat(school.postForm(page + "/reponse?suite=HOLD", Map.of()).status())
                .isEqualTo(303);
        assertThat(school.postForm(page + "/reponse?suite=REPLACE", Map.of()).status())
                .isEqualTo(303);
        assertThat(school.get(page).body()).contains("est décidée");
        assertThat(school.postForm(page + "/reponse?suite=CLOSE", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void an_end_is_undone_for_ten_minutes_and_the_pair_goes_on_as_before() {
        MatchConfirmed match = opened("52");
        Http team = new Http(port).as(Tokens.referent("52"));
        String path = "/suivi/binomes/" + match.pair();
        String before = page(team, match);
        assertThat(before).contains("Binôme ouvert par la validation");
        assertThat(team.postForm(path + "/cloture", Map.of("prevue", "oui")).status())
                .isEqualTo(303);
        assertThat(page(team, match)).contains("Fin de ce binôme", "par l’équipe", path + "/annulation");
        assertThat(new Http(port)
                        .as(Tokens.mentor(match.terms().mentor()))
                        .postForm(path + "/annulation", Map.of())
                        .status())
                .as("a mentor has told nothing")
                .isEqualTo(409);
        assertThat(team.postForm(path + "/annulation?quoi=END", Map.of()).status())
                .isEqualTo(303);
        assertThat(page(team, match)).contains("En cours").doesNotContain("Fin de ce binôme");
        assertThat(team.postForm(path + "/cloture", Map.of("prevue", "oui")).status())
                .isEqualTo(303);
        clock.forward(Duration.ofMinutes(11));
        assertThat(page(team, match)).doesNotContain(path + "/annulation");
        assertThat(team.post(
                                "/api/followup/v1/pairs/" + match.pair() + "/undoing",
                                Map.of("fact", fact(team, match, "CLOSED")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_is_taken_back_is_named_so_that_asked_twice_nothing_more_goes_and_the_answer_is_the_same() {
        MatchConfirmed match = opened("54");
        Http team = new Http(port).as(Tokens.referent("54"));
        String api = "/api/followup/v1/pairs/" + match.pair();
        String today = OperationDay.of(clock.instant()).toString();
        assertThat(team.post(api + "/undoing", Map.of()).status()).isEqualTo(422);
        String opening = fact(team, match, "OPENED");
        assertThat(team.post(
                                api + "/sessions",
                                Map.of("heldOn", today, "minutes", 60, "channel", "VIDEO", "support", List.of()))
                        .status())
                .isEqualTo(201);
        String session = fact(team, match, "SESSION_HELD");
        assertThat(team.post(api + "/closure", Map.of("planned", true)).status())
                .isEqualTo(200);
        String end = fact(team, match, "CLOSED");
        for (int time = 0; time < 2; time++) {
            Answer undone = team.post(api + "/undoing", Map.of("fact", end));
            assertThat(undone.body()).isEqualTo("{\"what\":\"END\"}");
        }
        assertThat(team.get(api + "/facts").body()).as("nothing more").contains(session, opening);
        assertThat(new Http(port)
                        .as(Tokens.referent("55"))
                        .post(api + "/undoing", Map.of("fact", end))
                        .status())
                .as("another territory learns nothing")
                .isEqualTo(404);
        for (int time = 0; time < 2; time++) {
            assertThat(team.post(api + "/undoing", Map.of("fact", session)).body())
                    .isEqualTo("{\"what\":\"SESSION\"}");
        }
        MatchConfirmed other = opened("54");
        String begun = fact(team, other, "OPENED");
        for (int time = 0; time < 2; time++) {
            assertThat(team.post("/api/followup/v1/pairs/" + other.pair() + "/undoing", Map.of("fact", begun))
                            .body())
                    .isEqualTo("{\"what\":\"OPENING\"}");
        }
    }

    @Test
    void an_end_is_corrected_with_a_reason_when_ten_minutes_are_over_and_the_page_says_what_cannot_be() {
        MatchConfirmed match = opened("56");
        Http team = new Http(port).as(Tokens.referent("56"));
        String path = "/suivi/binomes/" + match.pair();
        String api = "/api/followup/v1/pairs/" + match.pair();
        String today = OperationDay.of(clock.instant()).toString();
        assertThat(team.get(path + "/fin").status()).as("it runs").isEqualTo(409);
        clock.forward(Duration.ofMinutes(11));
        assertThat(page(team, match)).contains("La validation ne s’annule plus", "href=\"#fin\"");
        assertThat(team.post(api + "/interruption", Map.of("side", "MENTOR", "reason", "FAMILY_WITHDREW"))
                        .status())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(11));
        assertThat(page(team, match)).contains("href=\"" + path + "/fin\"").doesNotContain(path + "/annulation");
        assertThat(new Http(port)
                        .as(Tokens.mentor(match.terms().mentor()))
                        .get(path + "/fin")
                        .status())
                .isEqualTo(403);
        assertThat(team.get(path + "/fin").body().replace('\u00a0', ' '))
                .contains(
                        "Notée par l’équipe",
                        "<option value=\"FAMILY_WITHDREW\" selected",
                        "Il est noté que personne n’est cherché")
                .doesNotContain("value=\"SAFEGUARDING\"", "??");
        assertThat(team.postForm(path + "/fin", Map.of("motif", "LANGUAGE", "cote", "YOUTH", "finLe", today))
                        .body())
                .contains("href=\"#raison\"");
        assertThat(team.postForm(
                                path + "/fin",
                                Map.of("motif", "LANGUAGE", "cote", "YOUTH", "finLe", today, "raison", "MISTYPED"))
                        .status())
                .isEqualTo(303);
        assertThat(page(team, match)).contains("Fin corrigée (faute de frappe)", "Côté : le jeune ou sa famille.");
        assertThat(page(new Http(port).as(Tokens.mentor(match.terms().mentor())), match))
                .contains("La fin du binôme a été corrigée")
                .doesNotContain("faute de frappe");
        assertThat(team.postForm(path + "/fin/place", Map.of("suite", "REPLACE"))
                        .status())
                .isEqualTo(303);
        assertThat(team.get(path + "/fin").body()).contains("Retirez une place de la demande");
        assertThat(team.post(api + "/seat/reopening", Map.of("afterwards", "REPLACE"))
                        .status())
                .isEqualTo(409);
        Answer same = team.post(
                api + "/end/correction",
                Map.of("amendment", "OTHERWISE", "side", "YOUTH", "reason", "LANGUAGE", "endedOn", today));
        assertThat(same.body()).contains("NOTHING_TO_CORRECT");
    }

    /** The id of the line of this kind. */
    private static String fact(Http team, MatchConfirmed match, String kind) {
        return team.get("/api/followup/v1/pairs/" + match.pair() + "/facts")
                .json()
                .valueStream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(line -> line.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_validation_is_undone_as_long_as_nobody_has_told_anything_of_the_pair() {
        MatchConfirmed match = opened("53");
        Http team = new Http(port).as(Tokens.referent("53"));
        String path = "/suivi/binomes/" + match.pair();
        assertThat(team.postForm(path + "/annulation", Map.of()).status())
                .as("no session was told")
                .isEqualTo(409);
        assertThat(team.postForm(path + "/annulation?quoi=OPENING", Map.of()).status())
                .isEqualTo(303);
        assertThat(team.get(path).status()).isEqualTo(404);
    }

    private MatchConfirmed interrupted(String departement, String reason) {
        MatchConfirmed match = opened(departement);
        Answer done = new Http(port)
                .as(Tokens.referent(departement))
                .post(
                        "/api/followup/v1/pairs/" + match.pair() + "/interruption",
                        Map.of("side", "YOUTH", "reason", reason));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        return match;
    }

    private MatchConfirmed opened(String departement) {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"),
                Tokens.account("referente-" + departement),
                Heard.id("mentor"),
                STRUCTURE,
                departement);
        inbox.hearing().on(Heard.event(match, clock.instant()));
        return match;
    }

    private static String page(Http http, MatchConfirmed match) {
        Answer answer = http.get("/suivi/binomes/" + match.pair());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body().replace('\u00a0', ' ');
    }
}
