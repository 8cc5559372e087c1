package fr.mentoratdurgence.followup.attestations;

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
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mentor's hours on paper, true for anybody who has the number, and gone with the person. */
@FollowupTest
class AttestationTest {
    private static final String OWN = "/suivi/attestation";
    private static final String CHECK = "/lien/suivi/attestation?numero=";
    private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{4}(-[0-9A-F]{4}){4}");

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    private final String mentor = Heard.id("mentor");
    private final MatchConfirmed match =
            Heard.match(Heard.id("pair"), Tokens.account("referente-46"), mentor, "structure-0460001A", "46");

    @BeforeEach
    void a_pair() {
        inbox.hearing().on(Heard.event(match, clock.instant()));
    }

    @Test
    void hours_are_attested_and_anybody_sees_by_the_number_that_it_is_true() {
        assertThat(self().get(OWN).body()).contains("Aucune séance n’est encore notée");
        assertThat(self().postForm(OWN, Map.of()).status()).isEqualTo(409);
        told(90);

        String number = issued();
        assertThat(self().get(OWN).body()).contains("Une séance, 1 h 30 en tout");
        assertThat(issued()).as("nothing was given since").isEqualTo(number);
        for (String typed : new String[] {number, number.replace("-", ""), number.toLowerCase(Locale.ROOT)}) {
            Answer seen = anybody().get(CHECK + typed);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.body())
                    .contains("Cette attestation est valable", "1 h 30", number)
                    .doesNotContain(mentor, "Compte", "structure-0460001A");
        }
        Answer pdf = self().get(OWN + "/" + number + "/pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
    }

    @Test
    void a_wrong_number_is_answered_kindly_and_another_mentors_paper_does_not_exist() {
        told(60);
        String number = issued();
        assertThat(anybody().get(CHECK + "0000-0000-0000-0000-0000").status()).isEqualTo(404);
        assertThat(anybody().get(CHECK + "n’importe%20quoi").body())
                .contains("Aucune attestation ne porte ce numéro", "Vérifier");
        assertThat(anybody().get("/lien/suivi/attestation").status()).isEqualTo(200);
        assertThat(new Http(port)
                        .as(Tokens.mentor(Heard.id("mentor")))
                        .get(OWN + "/" + number + "/pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void one_that_was_withdrawn_says_so_and_none_outlives_the_person() {
        told(60);
        String number = issued();
        assertThat(new Http(port)
                        .as(Tokens.coordinator())
                        .postForm(OWN + "/" + number + "/retrait", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(anybody().get(CHECK + number).body()).contains("a été retirée le");
        inbox.hearing().on(Heard.event(new MentorWithdrew(mentor, "ERASURE", today()), clock.instant()));
        assertThat(anybody().get(CHECK + number).status()).isEqualTo(404);
    }

    @Test
    void the_team_prints_it_for_a_mentor_without_a_login_and_keeps_no_name() {
        told(60);
        String page = "/suivi/binomes/" + match.pair() + "/attestation";
        Http team = new Http(port).as(Tokens.referent(match.terms().departement()));
        assertThat(team.get(page).body()).contains("Prénom et nom", "1 h 00").doesNotContain("??");
        Answer paper = team.postForm(page, Map.of("nom", "Zénaïde Dupré"));
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(self().get(OWN).body()).as("it is the mentor's own").containsPattern(NUMBER);
        assertThat(new Http(port).as(Tokens.referent("2A")).get(page).status()).isEqualTo(404);
    }

    private void told(int minutes) {
        Answer told = self().postForm(
                        "/suivi/binomes/" + match.pair() + "/seances",
                        Map.of("jour", today().toString(), "minutes", "" + minutes, "canal", "PHONE"));
        assertThat(told.status()).as(told.body()).isEqualTo(303);
    }

    private String issued() {
        assertThat(self().postForm(OWN, Map.of()).status()).isEqualTo(303);
        Matcher number = NUMBER.matcher(self().get(OWN).body());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private LocalDate today() {
        return OperationDay.of(clock.instant());
    }

    private Http self() {
        return new Http(port).as(Tokens.mentor(mentor));
    }

    private Http anybody() {
        return new Http(port);
    }
}
