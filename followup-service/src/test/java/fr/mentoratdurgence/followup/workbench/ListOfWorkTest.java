package fr.mentoratdurgence.followup.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Columns, filters, kept views, the file and acts on many rows of the list of work. */
@FollowupTest
class ListOfWorkTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private JdbcClient db;

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
    void a_reminder_stands_in_the_list_at_its_rank_with_whose_it_is_and_out_of_the_file() {
        String mine = Heard.id("pair");
        String mentor = Heard.id("mentor");
        String theirs = Heard.id("need");
        String need = Heard.id("need");
        hear(Heard.match(mine, Tokens.account("referente-73"), mentor, "structure-0730001A", "73"));
        hear(Heard.need(theirs, "73", "REP_PLUS", day(1)));
        hear(new NeedReferentAssigned(theirs, Tokens.account("autre-73")));
        hear(Heard.need(need, "73", "NONE", day(13)));
        remind("73", mine, "Rappeler la vie scolaire", 2);
        remind("autre-73", "73", theirs, "Relire la charte avec eux", 5);

        String page = page("73", "/suivi");
        assertThat(page)
                .contains(
                        "Notes à revoir",
                        "Rappeler la vie scolaire",
                        "Depuis 2 jours",
                        "data-name-of=\"" + mentor + "\"",
                        "/suivi/notes/" + mine,
                        "/suivi/lot/vu",
                        "/suivi/lot/plus-tard",
                        "data-points=\"12\"")
                .doesNotContain("Relire la charte");
        // a need of thirteen days hurts more than a reminder of two, and a pair without an alert less
        assertThat(page.indexOf("id=\"" + need)).isLessThan(page.indexOf("Rappeler la vie"));
        assertThat(page.indexOf("Rappeler la vie")).isLessThan(page.indexOf("id=\"" + mine));
        assertThat(page("73", "/suivi?voir=notes")).contains("Rappeler la vie").doesNotContain(need);
        assertThat(page("73", "/suivi?voir=notes&qui=tous")).contains("Rappeler la vie", "Relire la charte");
        assertThat(page("73", "/suivi?voir=notes&qui=" + Tokens.account("autre-73")))
                .contains("Relire la charte")
                .doesNotContain("Rappeler la vie");
        assertThat(page("73", "/suivi?voir=notes&qui=tous&public=REP_PLUS"))
                .contains("Relire la charte")
                .doesNotContain("Rappeler la vie");
        assertThat(page("73", "/suivi?voir=notes&dpt=74")).contains("Aucune note à revoir");
        assertThat(page("74", "/suivi?voir=notes&qui=tous")).contains("Aucune note à revoir");
        assertThat(page("73", "/suivi/journee")).contains("Notes à revoir");
        assertThat(new Http(port)
                        .as(Tokens.referent("73"))
                        .get("/suivi?voir=notes&colonnes=etat,departement&fichier=csv")
                        .body())
                .contains("À revoir;0730001A;", ";73;à revoir le")
                .doesNotContain("vie scolaire");
    }

    @Test
    void many_reminders_are_seen_to_or_put_off_and_all_of_it_is_taken_back() {
        Http team = new Http(port).as(Tokens.referent("79"));
        String pair = Heard.id("pair");
        hear(Heard.match(pair, Tokens.account("referente-79"), Heard.id("mentor"), "structure-0790001A", "79"));
        List<String> notes = List.of(remind("79", pair, "Une note", 1), remind("79", pair, "Une autre note", 3));
        String rows = "choix=" + notes.getFirst() + "&choix=" + notes.getLast() + "&choix=" + pair;

        assertThat(team.postForm("/suivi/lot/vu?" + rows, Map.of()).body())
                .contains("Une note", "Une autre note", "Une autre ligne cochée")
                .doesNotContain("??");
        for (String act : List.of("vu", "plus-tard")) {
            Map<String, String> sent = Map.of("commande", act + pair, "jusquau", day(-7).toString());
            String done = "";
            for (int time = 0; time < 2; time++) {
                done = words(team.postForm("/suivi/lot/" + act + "/fait?" + rows, sent));
                assertThat(done).contains("2 lignes : c’est fait.", "Annuler ces 2 lignes");
            }
            assertThat(page("79", "/suivi?voir=notes")).contains("Aucune note à revoir");
            assertThat(undone(team, done)).contains("2 lignes sont annulées.").doesNotContain("??");
            assertThat(page("79", "/suivi?voir=notes")).contains("Une note", "Une autre note");
            assertThat(undone(team, done)).contains("Rien n’a été annulé.", "elle est déjà annulée");
        }
        assertThat(team.postForm("/suivi/lot/plus-tard/fait?" + rows, Map.of("jusquau", day(0).toString()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_was_done_to_many_pairs_is_taken_back_but_for_those_on_which_somebody_has_built() {
        Http team = new Http(port).as(Tokens.referent("81"));
        List<String> pairs = List.of(silent("81"), silent("81"), silent("81"));
        String rows = "choix=" + String.join("&choix=", pairs);
        Map<String, String> sent = Map.of("commande", "report-" + pairs, "jusquau", day(-10).toString());
        String done = words(team.postForm("/suivi/lot/report/fait?" + rows, sent));
        assertThat(done).contains("3 lignes : c’est fait.", "Annuler ces 3 lignes");
        assertThat(page("81", "/suivi?voir=alertes")).doesNotContain(pairs.getFirst(), pairs.getLast());
        assertThat(team.postForm(
                                "/suivi/binomes/" + pairs.getLast() + "/alertes/NO_SHOW_QUESTION/suite",
                                Map.of("suite", "CALLED_MENTOR"))
                        .status())
                .isEqualTo(303);

        String answer = undone(team, done);
        assertThat(answer)
                .contains("2 lignes sont annulées.", "Une ligne reste comme elle est", "quelqu’un s’est déjà appuyé")
                .doesNotContain("??");
        assertThat(page("81", "/suivi?voir=alertes"))
                .contains("id=\"" + pairs.getFirst() + "\"", "id=\"" + pairs.get(1) + "\"")
                .doesNotContain("id=\"" + pairs.getLast() + "\"");

        assertThat(undone(new Http(port).as(Tokens.referent("82")), done))
                .as("elsewhere")
                .contains("3 autres lignes cochées");
        clock.forward(Duration.ofMinutes(11));
        String again = words(team.postForm(
                "/suivi/lot/report/fait?" + rows, Map.of("commande", "encore-" + pairs, "jusquau", day(-10) + "")));
        clock.forward(Duration.ofMinutes(11));
        assertThat(undone(team, again)).contains("Rien n’a été annulé.", "Il est trop tard pour annuler");
    }

    @Test
    void validations_of_many_proposals_are_taken_back_where_their_pairs_live() {
        Http team = new Http(port).as(Tokens.referent("83"));
        String pair = Heard.id("pair");
        MatchConfirmed match =
                Heard.match(pair, Tokens.account("referente-83"), Heard.id("mentor"), "structure-0830001A", "83");
        String touched = Heard.id("pair");
        MatchConfirmed other =
                Heard.match(touched, Tokens.account("referente-83"), Heard.id("mentor"), "structure-0830001A", "83");
        hear(match);
        hear(other);
        assertThat(team.postForm(
                                "/suivi/binomes/" + touched + "/premier-contact",
                                Map.of("contactLe", day(0).toString()))
                        .status())
                .isEqualTo(303);
        String rows = "choix=" + match.proposal() + "&choix=" + other.proposal() + "&choix=proposal-unknown";
        String answer = words(team.postForm("/suivi/lot/validation/annulation?" + rows, Map.of("lot", "command-1")));
        assertThat(answer)
                .contains("Une ligne est annulée.", "2 lignes restent comme elles sont", "réessayez dans un instant")
                .doesNotContain("??");
        assertThat(team.get("/suivi/binomes/" + pair).status()).isEqualTo(404);
        assertThat(team.get("/suivi/binomes/" + touched).status()).isEqualTo(200);
        assertThat(team.postForm("/suivi/lot/validation", Map.of()).status())
                .as("it is matching-service that validates")
                .isEqualTo(404);
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

    private String remind(String departement, String subject, String text, int daysAgo) {
        return remind("referente-" + departement, departement, subject, text, daysAgo);
    }

    /** A note that somebody is to think of since so many days. */
    private String remind(String who, String departement, String subject, String text, int daysAgo) {
        Http author = new Http(port).as(Tokens.of(who, List.of("referent"), List.of(departement), null, null));
        assertThat(author.postForm("/suivi/notes/" + subject, Map.of("texte", text, "rappel", day(-1).toString()))
                        .status())
                .isEqualTo(303);
        return db.sql(
                        "update note set remind_on = ? where note = (select note from note where subject = ? order by position desc limit 1) returning note")
                .params(day(daysAgo), subject)
                .query(String.class)
                .single();
    }

    /** Presses the button of the page that says what was done to many. */
    private static String undone(Http team, String done) {
        Matcher form = Pattern.compile("(?s)<form class=\"undoable\" method=\"post\" action=\"([^\"]*)\">(.*?)</form>")
                .matcher(done);
        assertThat(form.find()).isTrue();
        Matcher field = Pattern.compile("name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(form.group(2));
        List<String> fields = new ArrayList<>();
        while (field.find()) {
            if (!field.group(1).equals("commande")) {
                fields.add(field.group(1) + "=" + field.group(2));
            }
        }
        return words(team.postForm(form.group(1) + "?" + String.join("&", fields), Map.of()));
    }

    private static String words(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().replace('\u00a0', ' ');
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
