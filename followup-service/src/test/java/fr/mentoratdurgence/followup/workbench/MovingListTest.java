package fr.mentoratdurgence.followup.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedReleased;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list that others work on too: what is free again stands on it, and what has changed is said and does not jump. */
@FollowupTest
class MovingListTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Test
    void a_qualified_need_that_is_given_back_is_free_for_the_team() {
        String need = Heard.id("need");
        NeedDeclared declared = Heard.need(need, "82", "REP", day(9));
        hear(declared);
        hear(new NeedReferentAssigned(need, Tokens.account("referente-82")));
        hear(new NeedQualified(
                need,
                declared.structure(),
                Tokens.account("referente-82"),
                "82",
                declared.academie(),
                "REP",
                declared.lines(),
                day(9),
                day(3)));
        assertThat(list("82")).doesNotContain(need);

        hear(new NeedReleased(need, Tokens.account("referente-82"), "NO_TIME", day(0)));
        assertThat(list("82"))
                .contains("Sans référent·e", "action=\"/besoins/" + need + "/prise-en-charge\"")
                .doesNotContain("/besoins/" + need + "/contacts", "/besoins/" + need + "/qualification");
        assertThat(reader("82")
                        .with("Just-Done", "prise-en-charge~" + need + "~0")
                        .get("/suivi")
                        .body())
                .doesNotContain("id=\"" + need + "\"");

        hear(new NeedReferentAssigned(need, Tokens.account("referente-82")));
        assertThat(list("82")).doesNotContain(need);
    }

    @Test
    void a_page_is_told_how_many_of_its_rows_have_changed() {
        String first = Heard.id("need");
        hear(Heard.need(first, "81", "NONE", day(4)));
        String page = list("81");
        Matcher asks = Pattern.compile("hx-get=\"(/suivi\\?[^\"]*vu=[^\"]*)\"").matcher(page);
        assertThat(asks.find()).isTrue();
        String again = asks.group(1).replace("&amp;", "&");
        assertThat(page)
                .contains("data-live=\"/suivi/flux?depuis=")
                .doesNotContain("depuis que cette page est ouverte");

        assertThat(reader("81").get(again).body()).doesNotContain("data-item", "Actualiser");
        hear(Heard.need(Heard.id("need"), "81", "NONE", day(2)));
        hear(new ContactAttempted(first, Tokens.account("referente-81"), false, day(0)));
        assertThat(reader("81").get(again).body())
                .contains("2 changements depuis que cette page est ouverte", "data-refresh")
                .doesNotContain("data-item", "vu=");
    }

    @Test
    void the_day_has_calls_and_interviews_of_their_owners_and_the_sessions_of_today() {
        String pair = Heard.id("pair");
        String account = Tokens.account("referente-83");
        hear(Heard.match(pair, account, Heard.id("mentor"), "structure-0830001A", "83"));
        Http side = new Http(port).as(Tokens.structure("structure-0830001A"));
        String tomorrow = OperationDay.of(clock.instant()).plusDays(1).toString();
        Http.Answer planned = side.postForm(
                "/suivi/binomes/" + pair + "/agenda",
                Map.of("semaine", "non", "seanceLe", tomorrow, "heure", "17:00", "minutes", "60"));
        assertThat(planned.status()).as(planned.body()).isEqualTo(303);

        Http.Answer day = reader("83").get("/suivi/journee");
        assertThat(day.body().replace('\u00a0', ' '))
                .contains("hx-get=\"/besoins/appels\"", "hx-get=\"/mentors/appels\"", "17 h", "/suivi/binomes/" + pair)
                .doesNotContain("tel:", "??");
        assertThat(reader("83").get("/suivi/journee?telephones").body())
                .contains("hx-get=\"/besoins/appels?telephones\"", "Imprimer cette page");
        assertThat(day.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reader("84").get("/suivi/journee").body()).doesNotContain(pair);
    }

    @Test
    void what_is_to_be_known_of_a_mentor_stands_beside_the_proposal_before_anybody_says_yes() {
        String need = Heard.id("need");
        String mentor = Heard.id("mentor");
        String proposal = Heard.id("proposal");
        hear(Heard.need(need, "86", "NONE", day(3)));
        hear(new MentorApplied(mentor, "FORM", false, "86", day(9), null));
        hear(new MatchProposed(
                proposal, need, 1, 1, mentor, "MANUAL", 1, 50, clock.instant(), Tokens.account("referente-86"), "86"));
        hear(new ProposalAcceptedByMentor(proposal, need, 1, 1, mentor));
        assertThat(list("86"))
                .contains(proposal, "Mentor mineur", "Choisi à la main")
                .doesNotContain("Mentor retenu");

        hear(new MentorHeldForReview(mentor, day(0)));
        assertThat(list("86")).contains("Mentor retenu");
    }

    @Test
    void pairs_of_a_mentor_and_of_a_structure_stand_together_and_only_the_territory_sees_them() {
        String mentor = Heard.id("mentor");
        String first = Heard.id("pair");
        String second = Heard.id("pair");
        hear(Heard.match(first, Tokens.account("referente-85"), mentor, "structure-0850001A", "85"));
        hear(Heard.match(second, Tokens.account("referente-85"), mentor, "structure-0850002B", "85"));

        assertThat(reader("85").get("/suivi/mentors/" + mentor).body())
                .contains("histoire-" + first, "histoire-" + second)
                .doesNotContain("Inquiétudes", "??");
        assertThat(reader("85").get("/suivi/structures/structure-0850001A").body())
                .contains("histoire-" + first)
                .doesNotContain(second);
        assertThat(reader("84").get("/suivi/mentors/" + mentor).body()).doesNotContain(first);
    }

    private Http reader(String departement) {
        return new Http(port).as(Tokens.referent(departement));
    }

    private String list(String departement) {
        return reader(departement).get("/suivi").body();
    }

    private LocalDate day(int daysAgo) {
        return OperationDay.of(clock.instant()).minusDays(daysAgo);
    }

    private void hear(Object contract) {
        inbox.hearing().on(Heard.event(contract, clock.instant()));
    }
}
