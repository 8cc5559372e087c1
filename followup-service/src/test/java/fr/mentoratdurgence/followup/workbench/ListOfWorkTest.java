package fr.mentoratdurgence.followup.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Columns, filters, kept views, the file and acts on many rows of the list of work. */
@FollowupTest
class ListOfWorkTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Test
    void a_row_shows_the_columns_that_were_chosen_and_the_address_keeps_them() {
        String need = Heard.id("need");
        hear(Heard.need(need, "61", "REP_PLUS", day(4)));

        assertThat(page("61", "/suivi")).contains(need, "3 places", "Depuis 4 jours", "tag--priority");
        String narrow = page("61", "/suivi?colonnes=age&colonnes=etat&colonnes=nothing");
        assertThat(narrow)
                .contains(need, "Depuis 4 jours", "/suivi?colonnes=age%2Cetat&amp;voir=rappels")
                .doesNotContain("3 places", "passe devant", "tag--priority");
        assertThat(page("61", "/suivi?colonnes=age,etat")).contains("Depuis 4 jours");
        assertThat(page("61", "/suivi?colonnes=age,etat")).doesNotContain("3 places");
    }

    @Test
    void the_file_holds_what_is_shown_in_the_same_order_and_columns() {
        String priority = Heard.id("need");
        hear(Heard.need(Heard.id("need"), "63", "NONE", day(5)));
        hear(Heard.need(priority, "63", "REP_PLUS", day(3)));

        Answer file =
                new Http(port).as(Tokens.referent("63")).get("/suivi?voir=rappels&colonnes=age,public&fichier=csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).matches("attachment; filename=\"etabli-.*\\.csv\""));
        assertThat(file.body().lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("\uFEFFPourquoi;Établissement;Mentor;Public;Attente, en jours"),
                        first -> assertThat(first).isEqualTo("À rappeler;0940176F;;REP+;3"),
                        second -> assertThat(second)
                                .startsWith("À rappeler;0940176F;;")
                                .endsWith(";5"));
        assertThat(new Http(port)
                        .as(Tokens.referent("63"))
                        .get("/suivi?public=QPV&fichier=csv")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void what_a_colleague_follows_is_looked_at_by_name_and_only_in_the_own_territory() {
        String colleague = Tokens.account("referente-suivie");
        String here = Heard.id("pair");
        String there = Heard.id("pair");
        String need = Heard.id("need");
        String free = Heard.id("need");
        hear(Heard.match(here, colleague, Heard.id("mentor"), "structure-0650001A", "65"));
        hear(Heard.match(there, colleague, Heard.id("mentor"), "structure-0660001A", "66"));
        hear(Heard.match(Heard.id("pair"), Tokens.account("autre-65"), Heard.id("mentor"), "structure-0650001A", "65"));
        hear(Heard.need(need, "65", "NONE", day(2)));
        hear(Heard.need(free, "65", "NONE", day(2)));
        hear(new NeedReferentAssigned(need, colleague));

        String page = page("65", "/suivi?qui=" + colleague);
        assertThat(page)
                .contains("id=\"" + here + "\"", "id=\"" + need + "\"")
                .doesNotContain(there, free, "À vous</span>");
        assertThat(page.split("id=\"pair-", -1)).hasSize(2);
    }

    @Test
    void a_view_is_kept_under_what_it_shows_and_is_its_keepers_alone() {
        Http own = new Http(port).as(Tokens.referent("67"));
        String view = "/suivi?qui=tous&voir=alertes&public=REP_PLUS";
        assertThat(own.get(view).body()).contains("Garder cette vue");
        assertThat(own.follow(own.postForm("/suivi/vues", Map.of("adresse", view)))
                        .body())
                .contains("La vue est gardée", "Tout le territoire", "Ne plus garder cette vue");
        assertThat(own.postForm("/suivi/vues", Map.of("adresse", view)).status())
                .isEqualTo(303);
        String page = own.get("/suivi").body();
        assertThat(page.split("Alertes · Tout le territoire · REP\\+", -1)).hasSize(2);
        assertThat(new Http(port).as(Tokens.referent("68")).get("/suivi").body())
                .doesNotContain("Vues gardées");

        for (int more = 0; more < 9; more++) {
            Answer kept = own.postForm("/suivi/vues", Map.of("adresse", "/suivi?dpt=67&page=" + more));
            assertThat(kept.response().headers().firstValue("Just-Done").orElse(""))
                    .startsWith(more < 7 ? "gardee~" : "trop~");
        }
        String id = own.get(view).body().replaceAll("(?s).*action=\"/suivi/vues/(view-[^/]*)/retrait\".*", "$1");
        assertThat(new Http(port)
                        .as(Tokens.referent("68"))
                        .postForm("/suivi/vues/" + id + "/retrait", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(own.get("/suivi").body()).contains("Alertes · Tout le territoire");
        assertThat(own.postForm("/suivi/vues/" + id + "/retrait", Map.of("adresse", "https://elsewhere"))
                        .location())
                .endsWith("/suivi");
        assertThat(own.get("/suivi").body()).doesNotContain("Alertes · Tout le territoire");
    }

    @Test
    void many_alerts_are_put_off_at_once_row_by_row_and_once_only() {
        Http team = new Http(port).as(Tokens.referent("69"));
        String alerted = silent("69");
        String calm = Heard.id("pair");
        hear(Heard.match(calm, Tokens.account("referente-69"), Heard.id("mentor"), "structure-0690001A", "69"));
        String elsewhere = silent("71");
        String rows = "choix=" + alerted + "&choix=" + calm + "&choix=" + elsewhere + "&choix=need-1";
        assertThat(page("69", "/suivi?voir=alertes")).contains("value=\"" + alerted + "\"", "/suivi/lot/report");

        String look = team.postForm("/suivi/lot/report?" + rows, Map.of("retour", "/suivi?voir=alertes"))
                .body()
                .replace('\u00a0', ' ');
        assertThat(look)
                .contains(
                        "Une alerte est reportée",
                        "Ce binôme n’a pas d’alerte ouverte",
                        "2 autres lignes cochées ne sont pas concernées",
                        "href=\"/suivi?voir=alertes\"",
                        "name=\"choix\" value=\"" + alerted + "\"")
                .doesNotContain("??", "name=\"choix\" value=\"" + calm + "\"", "/suivi/binomes/" + elsewhere);

        Map<String, String> sent =
                Map.of("commande", UUID.randomUUID().toString(), "jusquau", day(-10).toString(), "retour", "/suivi");
        assertThat(team.postForm("/suivi/lot/report/fait?" + rows, Map.of("jusquau", day(1).toString()))
                        .status())
                .isEqualTo(422);
        for (int time = 0; time < 2; time++) {
            Answer done = team.postForm("/suivi/lot/report/fait?" + rows, sent);
            assertThat(done.status()).isEqualTo(200);
            assertThat(done.body().replace('\u00a0', ' '))
                    .contains("Une ligne : c’est fait.", "Une ligne n’a pas été faite", "n’a pas d’alerte ouverte")
                    .doesNotContain("??");
        }
        assertThat(page("69", "/suivi?voir=alertes")).doesNotContain("id=\"" + alerted + "\"");
        assertThat(team.postForm("/suivi/lot/nothing", Map.of()).status()).isEqualTo(404);
        assertThat(team.postForm("/suivi/lot/report", Map.of()).body()).contains("Aucune ligne n’est cochée");
    }

    @Test
    void what_waits_in_other_services_is_joined_on_the_first_page_of_all_and_linked_without_a_script() {
        hear(Heard.need(Heard.id("need"), "72", "NONE", day(2)));

        assertThat(page("72", "/suivi?dpt=72"))
                .contains(
                        "data-weights=\"{&quot;appel&quot;:6,",
                        "hx-get=\"/mentors/attente?dpt=72\"",
                        "href=\"/besoins/attente?dpt=72\"",
                        "Entretiens, justificatifs et mentors à appeler",
                        "data-points=\"2\"");
        assertThat(page("72", "/suivi?voir=rappels")).doesNotContain("/mentors/attente");
        assertThat(page("72", "/suivi?public=REP")).doesNotContain("/mentors/attente");
        assertThat(page("72", "/suivi/attente")).contains("Rien n’attend ici.");
    }

    /** A pair whose mentor missed two sessions without a word. */
    private String silent(String departement) {
        String pair = Heard.id("pair");
        String referent = Tokens.account("referente-" + departement);
        inbox.hearing()
                .on(Heard.event(
                        Heard.match(pair, referent, Heard.id("mentor"), "structure-0690001A", departement),
                        clock.instant().minus(Duration.ofDays(10))));
        Http team = new Http(port).as(Tokens.referent(departement));
        assertThat(team.postForm("/suivi/binomes/" + pair + "/premier-contact", Map.of("contactLe", day(9).toString()))
                        .status())
                .isEqualTo(303);
        for (int ago : List.of(3, 2)) {
            Map<String, String> absence =
                    Map.of("prevueLe", day(ago).toString(), "absent", "MENTOR", "annoncee", "non");
            assertThat(team.postForm("/suivi/binomes/" + pair + "/absences", absence)
                            .status())
                    .isEqualTo(303);
        }
        return pair;
    }

    private String page(String departement, String address) {
        Answer answer = new Http(port).as(Tokens.referent(departement)).get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body().replace('\u00a0', ' ');
    }

    private void hear(Object contract) {
        inbox.hearing().on(Heard.event(contract, clock.instant()));
    }

    private LocalDate day(int daysAgo) {
        return LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(daysAgo);
    }
}
