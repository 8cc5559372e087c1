package fr.mentoratdurgence.followup.care;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mentor leaves: one page with all pairs, one button for the calls, the ends and the places. */
@FollowupTest
class DepartureTest {
    private static final String STRUCTURE = "structure-0360001A";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Test
    void one_act_notes_the_calls_ends_the_pairs_and_says_what_becomes_of_each_place() {
        Http team = new Http(port).as(Tokens.referent("36"));
        String mentor = Heard.id("mentor");
        MatchConfirmed replaced = opened(mentor, "36");
        MatchConfirmed kept = opened(mentor, "36");
        MatchConfirmed elsewhere = opened(mentor, "37");
        String page = "/suivi/mentors/" + mentor + "/depart";
        assertThat(read(team, "/suivi/mentors/" + mentor)).contains(page);
        assertThat(read(team, "/suivi/binomes/" + kept.pair())).contains(page);
        hear(new MentorWithdrew(mentor, "MOVED", today()));
        assertThat(read(team, "/suivi?voir=alertes")).contains(page + "?retour=/suivi");

        assertThat(read(team, page + "?retour=/suivi"))
                .contains(
                        "/besoins/" + replaced.terms().need() + "/contact",
                        "id=\"suite-" + replaced.pair(),
                        "id=\"appel-" + kept.pair(),
                        "<option value=\"MENTOR_NO_TIME\" selected=\"selected\"",
                        "un autre mentor est cherché, et l’établissement le lit",
                        "href=\"/suivi\"")
                .doesNotContain(elsewhere.pair(), "??");

        Map<String, String> sent = new HashMap<>(Map.of(
                "motif",
                "MENTOR_NO_TIME",
                "finLe",
                today().toString(),
                "suite-" + replaced.pair(),
                "REPLACE",
                "appel-" + replaced.pair(),
                "oui",
                "suite-" + kept.pair(),
                "HOLD",
                "appel-" + kept.pair(),
                "non",
                "retour",
                "/suivi",
                "commande",
                UUID.randomUUID().toString()));
        String act = "/suivi/lot/depart/fait?choix=" + replaced.pair() + "&choix=" + kept.pair() + "&choix="
                + elsewhere.pair();
        Answer undated = team.postForm(act, sent);
        assertThat(undated.status()).isEqualTo(422);
        assertThat(undated.body()).contains("href=\"#gardee-" + kept.pair(), "un jour à venir");
        sent.put("gardee-" + kept.pair(), today().plusDays(10).toString());
        assertThat(team.postForm("/suivi/lot/depart?choix=" + kept.pair(), sent).body())
                .as("looked at again, with what is chosen so far")
                .contains("La place est gardée", today().plusDays(10).toString());
        for (int time = 0; time < 2; time++) {
            Answer done = team.postForm(act, sent);
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.body().replace('\u00a0', ' '))
                    .contains("2 lignes : c’est fait.", "Pendant dix minutes", "Une autre ligne cochée")
                    .doesNotContain("??");
        }
        assertThat(team.get("/api/followup/v1/pairs/" + replaced.pair() + "/care")
                        .body())
                .as("noted once")
                .containsOnlyOnce("END_OF_PAIR")
                .contains("\"partner\":\"STRUCTURE\"", "\"reached\":true");
        assertThat(team.get("/api/followup/v1/pairs/" + kept.pair()).body())
                .contains("\"status\":\"INTERRUPTED\"", "\"seatHeldUntil\":\"" + today().plusDays(10));
        assertThat(team.get("/api/followup/v1/pairs/" + kept.pair() + "/facts").body())
                .contains("MENTOR_NO_TIME", "\"side\":\"MENTOR\"", "HOLD");

        assertThat(read(team, page))
                .as("what was kept is still to decide")
                .contains("sa place était gardée", kept.pair())
                .doesNotContain(replaced.pair());
        String ended = "/suivi/binomes/" + replaced.pair();
        assertThat(read(team, ended)).contains(ended + "/annulation?acte=");
        assertThat(team.postForm(ended + "/annulation?quoi=END", Map.of()).status())
                .isEqualTo(303);
        assertThat(team.get("/api/followup/v1/pairs/" + replaced.pair()).body()).contains("\"status\":\"LIVE\"");
        assertThat(team.get("/api/followup/v1/pairs/" + replaced.pair() + "/care")
                        .body())
                .as("the school was called all the same")
                .contains("END_OF_PAIR");
    }

    @Test
    void a_program_does_the_same_pair_by_pair_and_what_is_refused_keeps_nothing_back() {
        Http team = new Http(port).as(Tokens.referent("38"));
        String mentor = Heard.id("mentor");
        MatchConfirmed closed = opened(mentor, "38");
        MatchConfirmed undated = opened(mentor, "38");
        MatchConfirmed others = opened(Heard.id("mentor"), "38");
        String api = "/api/followup/v1/mentors/" + mentor + "/departure";
        assertThat(team.get(api).body()).contains(closed.pair(), undated.pair()).doesNotContain(others.pair());
        assertThat(team.post(api, Map.of()).status()).isEqualTo(422);
        Answer done = team.post(
                api,
                Map.of(
                        "reason",
                        "OTHER",
                        "pairs",
                        List.of(
                                Map.of("pair", closed.pair(), "afterwards", "CLOSE", "reached", false),
                                Map.of("pair", undated.pair(), "afterwards", "HOLD", "reached", true),
                                Map.of("pair", others.pair()))));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.body())
                .containsSubsequence(
                        closed.pair(),
                        "\"done\":true",
                        undated.pair(),
                        "\"done\":false",
                        others.pair(),
                        "n’existe pas");
        assertThat(team.get("/api/followup/v1/pairs/" + undated.pair() + "/care")
                        .body())
                .as("both or nothing")
                .doesNotContain("END_OF_PAIR");
        assertThat(team.post(api, Map.of("reason", "SCHEDULE", "pairs", List.of(Map.of("pair", undated.pair()))))
                        .body())
                .contains("ne dit pas pourquoi un mentor part");
        assertThat(new Http(port).as(Tokens.referent("39")).get(api).body()).isEqualTo("[]");
    }

    private MatchConfirmed opened(String mentor, String departement) {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-" + departement), mentor, STRUCTURE, departement);
        inbox.hearing().on(Heard.event(match, clock.instant().minus(Duration.ofDays(3))));
        return match;
    }

    private void hear(Object contract) {
        inbox.hearing().on(Heard.event(contract, clock.instant()));
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    private static String read(Http http, String path) {
        Answer answer = http.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().replace('\u00a0', ' ');
    }
}
