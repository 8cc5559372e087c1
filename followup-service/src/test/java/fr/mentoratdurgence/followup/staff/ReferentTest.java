package fr.mentoratdurgence.followup.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** « Votre référent·e »: the right person for the need and for the pair, by account and by link; nobody is invented. */
@FollowupTest
@TestPropertySource(properties = {"staff.contact-phone=01 40 11 22 33", "mentorat.contact-address=bonjour@exemple.fr"})
@DirtiesContext // its parts are its own: a second service would tell the others' facts again
class ReferentTest {
    private static final String PAGE = "/suivi/referent";

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient db;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String ofNeed = "awa-" + unique;
    private final String ofPair = "boris-" + unique;
    private final String structure = "structure-" + unique;
    private final String mentor = Heard.id("mentor");
    private final MatchConfirmed match = Heard.match(Heard.id("pair"), Tokens.account(ofPair), mentor, structure, "19");

    @BeforeEach
    void a_need_of_one_and_its_pair_of_another() {
        for (String somebody : List.of(ofNeed, ofPair)) {
            assertThat(team(somebody).get("/suivi").status()).isEqualTo(200);
        }
        inbox.hearing()
                .on(Heard.event(
                        Heard.need(match.terms().need(), "19", "REP", LocalDate.of(2020, 4, 6)), MovableClock.START));
        db.sql("update known_need set structure = ? where need = ?")
                .params(structure, match.terms().need())
                .update();
        hear(new NeedReferentAssigned(match.terms().need(), Tokens.account(ofNeed)));
        hear(match);
    }

    @Test
    void the_referent_of_the_need_and_of_the_pair_are_said_to_be_two_where_they_are() {
        for (Http reader : List.of(
                new Http(port).as(Tokens.structure(structure)),
                byLink("NEED_STATUS", match.terms().need(), ""),
                byLink("NEED_PAIR", match.pair(), ""))) {
            assertThat(reader.get(PAGE).body())
                    .contains("Compte " + ofNeed, "suit votre demande", "Compte " + ofPair, "suit votre binôme")
                    .contains("La même personne ne suit pas");
        }
        assertThat(new Http(port).as(Tokens.mentor(mentor)).get(PAGE).body())
                .contains("Compte " + ofPair, "suit votre binôme")
                .doesNotContain("Compte " + ofNeed, "La même personne ne suit pas");
        assertThat(byLink("FIRST_CONTACT", match.pair(), mentor).get(PAGE).body())
                .contains("Compte " + ofPair);
        assertThat(byLink("NEED_STATUS", match.terms().need(), "")
                        .get(PAGE + "?de=" + match.pair())
                        .body())
                .contains("Compte " + ofPair, "Compte " + ofNeed);
    }

    @Test
    void who_has_to_do_with_something_else_is_told_no_name_but_whom_to_call() {
        for (Http stranger : List.of(
                new Http(port).as(Tokens.structure("structure-of-nothing")),
                new Http(port).as(Tokens.mentor(Heard.id("mentor"))),
                byLink("NEED_STATUS", Heard.id("need"), ""),
                byLink("FIRST_CONTACT", match.pair(), Heard.id("mentor")),
                byLink("FIRST_CONTACT", Heard.id("pair"), mentor))) {
            for (String about :
                    List.of("", "?de=" + match.pair(), "?de=" + match.terms().need())) {
                assertThat(stranger.get(PAGE + about).body())
                        .contains("Aucun·e référent·e ne vous suit", "tel:+33140112233", "mailto:bonjour@exemple.fr")
                        .doesNotContain("Compte awa", "Compte boris");
            }
        }
    }

    @Test
    void line_hours_and_an_absence_with_who_stands_in_are_set_by_oneself_and_read_by_those_who_are_followed() {
        keep(ofNeed, Map.of("telephone", "01 40 00 00 07", "jours", "MONDAY", "de", "09:00", "jusque", "17:30"));
        Http school = new Http(port).as(Tokens.structure(structure));
        assertThat(school.get(PAGE).body())
                .contains("tel:+33140000007", "lundi, de 9\u00a0h à 17\u00a0h\u00a030")
                .as("one of the two has no line of an own")
                .contains("bonjour@exemple.fr");

        LocalDate today = OperationDay.of(clock.instant());
        keep(
                ofPair,
                Map.of(
                        "absentDu", today.toString(),
                        "absentAu", today.plusDays(3).toString(),
                        "remplacant", Tokens.account(ofNeed)));
        assertThat(new Http(port).as(Tokens.mentor(mentor)).get(PAGE).body())
                .contains("Compte " + ofPair, "Absent·e jusqu’au jeudi 23 avril", "D’ici là, appelez")
                .contains("Compte " + ofNeed, "tel:+33140000007")
                .doesNotContain("bonjour@exemple.fr");

        Answer wrong = team(ofPair)
                .postForm(
                        "/suivi/mes-donnees",
                        Map.of(
                                "telephone", "12",
                                "jours", "MONDAY",
                                "de", "17:00",
                                "jusque", "09:00",
                                "absentDu", "2020-05-02",
                                "absentAu", "2020-05-01"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("#telephone", "#de", "#absentDu");
        assertThat(team(ofPair)
                        .postForm(
                                "/suivi/mes-donnees",
                                Map.of(
                                        "absentDu", "2020-05-01",
                                        "absentAu", "2020-05-02",
                                        "remplacant", Tokens.account("somebody-unknown")))
                        .body())
                .contains("#remplacant");
    }

    @Test
    void own_data_says_who_read_it_goes_along_as_json_and_goes_when_erased() {
        keep(ofPair, Map.of("telephone", "01 40 00 00 08"));
        for (int look = 0; look < 2; look++) {
            new Http(port).as(Tokens.structure(structure)).get(PAGE);
            byLink("NEED_PAIR", match.pair(), "").get(PAGE);
        }
        assertThat(team(ofPair).get("/suivi/mes-donnees").body())
                .contains("Compte " + ofPair)
                .contains("une personne, par un compte d’établissement", "une personne, par le lien d’un courrier");
        Answer json = team(ofPair).get("/api/followup/v1/staff/me");
        assertThat(json.json().path("reach").path("line").asString()).isEqualTo("+33140000008");
        assertThat(json.json().path("readings").size()).isEqualTo(2);
        assertThat(json.json().path("name").asString()).isEqualTo("Compte " + ofPair);

        Answer gone = team(ofPair).postForm("/suivi/mes-donnees/effacement", Map.of("x", "y"));
        assertThat(gone.status()).isEqualTo(303);
        assertThat(new Http(port).as(Tokens.structure(structure)).get(PAGE).body())
                .doesNotContain("Compte " + ofPair, "+33140000008");
        assertThat(db.sql("select count(*) from staff_reading where account = ?")
                        .param(Tokens.account(ofPair))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void keep(String who, Map<String, String> typed) {
        Answer kept = team(who).postForm("/suivi/mes-donnees", typed);
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
    }

    private Http team(String who) {
        return new Http(port).as(Tokens.of(who, List.of("referent"), List.of("19"), null, null));
    }

    private Http byLink(String purpose, String subject, String ofMentor) {
        return new Http(port)
                .with(LinkStatement.HEADER, Tokens.link(purpose, "person-of-the-letter", subject, ofMentor));
    }

    private void hear(Object fact) {
        inbox.hearing().on(Heard.event(fact, MovableClock.START));
    }
}
