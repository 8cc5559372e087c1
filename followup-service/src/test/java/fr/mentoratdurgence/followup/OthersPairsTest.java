package fr.mentoratdurgence.followup;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind the door: a pair that is not one's own does not exist (404), for reading and for acting, page and API. */
@FollowupTest
@Tag("reliability")
class OthersPairsTest {
    private static final String STRUCTURE = "structure-0940198E";
    private static final String TODAY = MovableClock.START.toString().substring(0, 10);

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    private final String mentor = Heard.id("mentor");
    private final String pair = Heard.id("pair");
    private final List<String> strangers =
            List.of(Tokens.referent("75"), Tokens.mentor(Heard.id("mentor")), Tokens.structure("structure-0750001A"));

    @BeforeEach
    void a_pair_of_the_94() {
        inbox.hearing()
                .on(Heard.event(Heard.match(pair, "account-somebody", mentor, STRUCTURE, "94"), MovableClock.START));
    }

    private Http as(String token) {
        return new Http(port).as(token);
    }

    @Test
    void who_is_concerned_sees_it_and_nobody_else_does() {
        List<String> paths = List.of(
                "/suivi/binomes/" + pair,
                "/suivi/binomes/" + pair + "/actes",
                "/api/followup/v1/pairs/" + pair,
                "/api/followup/v1/pairs/" + pair + "/facts");
        for (String path : paths) {
            for (String own : List.of(
                    Tokens.referent("94"), Tokens.coordinator(), Tokens.mentor(mentor), Tokens.structure(STRUCTURE))) {
                assertThat(as(own).get(path).status()).as(path).isEqualTo(200);
            }
            for (String stranger : strangers) {
                assertThat(as(stranger).get(path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void a_name_of_staff_is_shown_to_the_team_and_to_the_structure_it_accompanies() {
        String path = "/suivi/personnes/account-somebody";
        for (String told : List.of(Tokens.referent("75"), Tokens.coordinator(), Tokens.structure(STRUCTURE))) {
            assertThat(as(told).get(path).status()).isEqualTo(200);
        }
        assertThat(as(Tokens.structure("structure-0750001A")).get(path).status())
                .isEqualTo(404);
        assertThat(as(Tokens.referent("94"))
                        .delete("/api/followup/v1/staff/account-somebody")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_acts_upon_it_on_its_page() {
        String page = "/suivi/binomes/" + pair;
        for (String side : List.of("/premier-contact", "/seances", "/absences")) {
            for (String stranger : strangers) {
                assertThat(as(stranger).postForm(page + side, Map.of("x", "y")).status())
                        .as(side)
                        .isEqualTo(404);
            }
        }
        for (String staff : List.of(
                "/interruption", "/interruption/confirmation", "/cloture", "/poursuite", "/poursuite/reponse")) {
            assertThat(as(Tokens.referent("75"))
                            .postForm(page + staff, Map.of("x", "y"))
                            .status())
                    .as(staff)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_mentor_confirms_the_first_contact_by_the_link_of_a_letter_and_sees_that_one_pair() {
        String another = Heard.id("pair");
        inbox.hearing()
                .on(Heard.event(Heard.match(another, "account-somebody", mentor, STRUCTURE, "94"), MovableClock.START));
        Http link = new Http(port).with(LinkStatement.HEADER, Tokens.link("FIRST_CONTACT", mentor, pair, mentor));
        String page = "/suivi/binomes/" + pair;
        assertThat(link.get(page).body())
                .contains(page + "/premier-contact", "/besoins/")
                .doesNotContain(page + "/seances", "/suivi/mes-binomes");
        assertThat(link.get("/suivi/binomes/" + another).status()).isEqualTo(404);
        assertThat(link.postForm("/suivi/binomes/" + another + "/premier-contact", Map.of("choix", "fait"))
                        .status())
                .isEqualTo(404);
        assertThat(link.postForm(page + "/seances", Map.of("x", "y")).status()).isEqualTo(403);

        // the button of the letter has no field: it says today
        Http.Answer done = link.postForm(page + "/premier-contact", Map.of("jeton", "used", "choix", "fait"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(link.follow(done).body()).contains("Le premier contact est noté", "confirmé par le mentor");
    }

    @Test
    void a_structure_confirms_the_first_contact_by_the_link_of_a_letter_and_sees_that_one_pair() {
        String another = anotherPair().pair();
        Http link = byLink("NEED_PAIR", pair);
        String page = "/suivi/binomes/" + pair;
        assertThat(link.get(page + "?contact").body())
                .contains(page + "/premier-contact", "/mentors/" + mentor + "/contact", "hx-trigger=\"load, click\"")
                .doesNotContain(page + "/seances", "/suivi/mes-binomes", "href=\"/besoins/need", "Mettre fin");
        assertThat(link.get("/suivi/binomes/" + another).status()).isEqualTo(404);
        assertThat(link.postForm("/suivi/binomes/" + another + "/premier-contact", Map.of("choix", "fait"))
                        .status())
                .isEqualTo(404);
        assertThat(link.postForm(page + "/seances", Map.of("x", "y")).status()).isEqualTo(403);

        Http.Answer done = link.postForm(page + "/premier-contact", Map.of("jeton", "used", "choix", "fait"));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(link.follow(done).body()).contains("Le premier contact est noté", "confirmé par la structure");
    }

    @Test
    void who_follows_a_need_by_a_link_does_with_its_pairs_what_a_contact_with_an_account_does() {
        MatchConfirmed match = anotherPair();
        String need = match.terms().need();
        Http link = byLink("NEED_STATUS", need);
        String page = "/suivi/binomes/" + match.pair();
        assertThat(link.get(page).body())
                .contains(page + "/premier-contact", page + "/seances", page + "/absences", "href=\"/besoins/" + need)
                .doesNotContain("Mettre fin", "/suivi/mes-binomes", "hx-trigger=\"load, click\"");
        assertThat(link.get("/suivi/binomes/" + pair).status()).isEqualTo(404);
        for (String act : List.of("/premier-contact", "/seances", "/absences")) {
            assertThat(link.postForm("/suivi/binomes/" + pair + act, Map.of("x", "y"))
                            .status())
                    .as(act)
                    .isEqualTo(404);
        }
        Http.Answer held = link.postForm(page + "/seances", Map.of("jour", TODAY, "minutes", "45", "canal", "PHONE"));
        assertThat(held.status()).as(held.body()).isEqualTo(303);
        assertThat(link.get(page).body()).contains("Séance de 45 minutes", "confirmé par la structure");
    }

    @Test
    void a_side_plans_a_session_both_read_it_and_take_it_into_their_calendar_and_nobody_else_does() {
        String page = "/suivi/binomes/" + pair;
        Http own = as(Tokens.mentor(mentor));
        LocalDate first = OperationDay.of(clock.instant()).plusDays(8);
        String shown = new FrenchTime().weekday(first) + " à " + new FrenchTime().hour(17 * 60 + 30);
        Map<String, String> typed =
                Map.of("semaine", "oui", "seanceLe", first.toString(), "heure", "17:30", "minutes", "60");
        assertThat(own.get(page).body()).contains("Aucune séance n’est prévue", page + "/agenda");
        assertThat(own.postForm(page + "/agenda", Map.of("heure", "25")).body())
                .contains("#semaine", "#seanceLe", "#heure", "#minutes");
        assertThat(own.postForm(page + "/agenda", typed).status()).isEqualTo(303);

        for (Http side :
                List.of(own, as(Tokens.structure(STRUCTURE)), as(Tokens.referent("94")), byLink("NEED_PAIR", pair))) {
            assertThat(side.get(page).body()).contains(shown + ", 60 minutes, puis chaque semaine");
            Http.Answer file = side.get(page + "/agenda.ics");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.response().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/calendar");
            assertThat(file.body())
                    .contains(
                            "SEQUENCE:0\r\n",
                            "UID:" + pair + "@",
                            "DTSTART;TZID=Europe/Paris:" + first.format(BASIC_ISO_DATE) + "T173000\r\n")
                    .doesNotContain(mentor, STRUCTURE, "account-somebody");
        }
        assertThat(own.get("/suivi/mes-binomes").body()).contains("Prochaine séance : " + shown);
        for (String stranger : strangers) {
            assertThat(as(stranger).get(page + "/agenda").status()).isEqualTo(404);
            assertThat(as(stranger).get(page + "/agenda.ics").status()).isEqualTo(404);
            assertThat(as(stranger).postForm(page + "/agenda", typed).status()).isEqualTo(404);
            assertThat(as(stranger)
                            .postForm(page + "/agenda/annulation", Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(byLink("NEED_PAIR", anotherPair().pair())
                        .get(page + "/agenda.ics")
                        .status())
                .isEqualTo(404);

        String api = "/api/followup/v1/pairs/" + pair + "/plan";
        Http structure = as(Tokens.structure(STRUCTURE));
        assertThat(structure
                        .post(
                                api,
                                Map.of(
                                        "weekly",
                                        false,
                                        "firstOn",
                                        first.plusDays(1),
                                        "startMinute",
                                        600,
                                        "minutes",
                                        45))
                        .status())
                .isEqualTo(204);
        assertThat(own.get(page + "/agenda.ics").body())
                .contains("SEQUENCE:1\r\n")
                .doesNotContain("RRULE:FREQ=WEEKLY");
        assertThat(structure.post(api + "/cancellation", Map.of()).status()).isEqualTo(204);
        assertThat(own.get(page + "/agenda.ics").status()).isEqualTo(404);
        assertThat(own.postForm(page + "/agenda/annulation", Map.of()).body()).contains("Rien n’était prévu");
    }

    /** The structure, by a link of a letter to it. */
    private Http byLink(String purpose, String subject) {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link(purpose, "need-of-the-letter", subject, ""));
    }

    /** Of the same mentor and structure, for another need. */
    private MatchConfirmed anotherPair() {
        MatchConfirmed match = Heard.match(Heard.id("pair"), "account-somebody", mentor, STRUCTURE, "94");
        inbox.hearing().on(Heard.event(match, MovableClock.START));
        return match;
    }

    @Test
    void nobody_acts_upon_it_by_the_api() {
        String path = "/api/followup/v1/pairs/" + pair;
        for (String stranger : strangers) {
            Http http = as(stranger);
            assertThat(http.post(path + "/first-contact", Map.of("contactedOn", TODAY))
                            .status())
                    .isEqualTo(404);
            assertThat(http.post(path + "/sessions", Map.of("heldOn", TODAY, "minutes", 30, "channel", "PHONE"))
                            .status())
                    .isEqualTo(404);
            assertThat(http.post(path + "/missed-sessions", Map.of("plannedOn", TODAY, "missedBy", "MENTOR"))
                            .status())
                    .isEqualTo(404);
        }
        Http referent = as(Tokens.referent("75"));
        assertThat(referent.post(path + "/closure", Map.of("planned", true)).status())
                .isEqualTo(404);
        assertThat(referent.post(path + "/continuation", Map.of("association", "AFEV", "proposedOn", TODAY))
                        .status())
                .isEqualTo(404);
    }
}
