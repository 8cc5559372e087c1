package fr.mentoratdurgence.followup.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofExpired;
import fr.mentoratdurgence.contracts.mentors.v1.GoodStandingProofRenewed;
import fr.mentoratdurgence.contracts.mentors.v1.MentorHeldForReview;
import fr.mentoratdurgence.contracts.mentors.v1.MentorReviewEnded;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.contracts.needs.v1.StructureRegistered;
import fr.mentoratdurgence.contracts.needs.v1.StructureVerified;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Consumers;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person sees. Each test has a département of its own, so that they do not see each other's data. */
@FollowupTest
class WorkbenchPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void the_table_of_contracts_says_what_is_heard_here() throws IOException {
        Consumers.check("followup", inbox.hearing().heard());
    }

    @Test
    void an_empty_workbench_reassures() throws IOException {
        String page = workbench("2A");
        keep("vide", page);
        assertThat(page)
                .contains("Rien n’attend", "Aucun binôme n’est en cours.")
                .doesNotContain("se parlent");
        assertThat(workbench("2A", "rappels")).contains("Personne n’attend votre appel");
        assertThat(workbench("2A", "propositions")).contains("Aucune proposition à valider");
        assertThat(workbench("2A", "alertes")).contains("Aucune alerte");
        assertThat(workbench("2A", "binomes")).contains("Pas encore de binôme");
    }

    @Test
    void a_priority_need_passes_before_one_that_waits_a_little_longer() {
        String plain = Heard.id("need");
        String priority = Heard.id("need");
        String ancient = Heard.id("need");
        hear(Heard.need(plain, "11", "NONE", day(5)));
        hear(Heard.need(priority, "11", "REP_PLUS", day(3)));
        hear(Heard.need(ancient, "11", "NONE", day(12)));

        assertThat(workbench("11"))
                .containsSubsequence(ancient, priority, plain)
                .contains("Depuis 12 jours")
                .contains("REP+ : passe devant, comme si la demande avait 6 jours de plus.")
                .contains("2 en 6e-5e")
                .contains("3 places");
    }

    @Test
    void the_acts_of_a_need_follow_what_happened_to_it() {
        String need = Heard.id("need");
        hear(new StructureRegistered("structure-0940176F", "0940176F", "SCHOOL", "12", "24", "94034", "DIRECTORY"));
        hear(Heard.need(need, "12", "REP", day(2)));
        assertThat(justDone("12", "prise-en-charge", need, 0))
                .contains("Ce besoin est à vous")
                .contains("/besoins/" + need + "/contacts");
        assertThat(workbench("12"))
                .contains("Établissement 0940176F")
                .contains("action=\"/besoins/" + need + "/prise-en-charge\"")
                .contains("/besoins/" + need + "/contact\"")
                .doesNotContain("/qualification");

        hear(new NeedReferentAssigned(need, Tokens.account("referente-12")));
        hear(new ContactAttempted(need, Tokens.account("referente-12"), false, day(1)));
        hear(new NeedLineCountRevised(need, 1, 2, 4, "MORE_PLACES"));
        assertThat(workbench("12"))
                .contains("À vous")
                .contains("1 appel sans réponse")
                .contains("5 places")
                .contains("value=\"oui\"")
                .doesNotContain("/qualification")
                .doesNotContain("/prise-en-charge");
        assertThat(new Http(port)
                        .as(Tokens.of("autre", List.of("referent"), List.of("12"), null, null))
                        .get("/suivi")
                        .body())
                .contains("Compte referente-12\u00a0: 1 besoin")
                .doesNotContain("/besoins/" + need + "/contacts");

        hear(new ContactAttempted(need, Tokens.account("referente-12"), true, day(0)));
        assertThat(workbench("12"))
                .contains("Contact joint")
                .contains("Vérifier et qualifier")
                .doesNotContain("/qualification")
                .doesNotContain("Pas de réponse</span>");
        hear(new StructureVerified("structure-0940176F", "REFERENT"));
        assertThat(workbench("12")).contains("/besoins/" + need + "/qualification");
        assertThat(justDone("12", "qualification", need, 0)).contains("Le besoin est qualifié", "Rien n’attend");

        hear(new NeedWithdrawn(need, "SOLVED_ELSEWHERE"));
        assertThat(workbench("12", "rappels")).contains("Personne n’attend votre appel");
    }

    @Test
    void a_code_that_only_a_newer_version_knows_is_kept_and_shown_as_it_was_told() {
        String need = Heard.id("need");
        hear(new StructureRegistered("structure-0310001A", "0310001A", "A_NEW_KIND", "31", "16", "31555", "DIRECTORY"));
        hear(new NeedDeclared(
                need,
                "structure-0310001A",
                "31",
                "16",
                "A_NEW_AUDIENCE",
                List.of(new NeedLine(1, "A_NEW_BAND", 2, List.of(), List.of(), List.of(), List.of(), false)),
                "FORM",
                day(2)));
        MatchConfirmed match = new MatchConfirmed(
                Heard.id("proposal"),
                Heard.id("pair"),
                new PairTerms(
                        need,
                        1,
                        2,
                        Heard.id("mentor"),
                        "structure-0310001A",
                        Tokens.account("referente-31"),
                        "31",
                        "16",
                        "ANOTHER_NEW_BAND",
                        "A_NEW_AUDIENCE",
                        day(2)));
        hear(match);

        assertThat(workbench("31"))
                .contains("A_NEW_KIND 0310001A", "A_NEW_AUDIENCE", "2 en A_NEW_BAND", "ANOTHER_NEW_BAND")
                .doesNotContain("??");
        Http team = new Http(port).as(Tokens.referent("31"));
        assertThat(team.get("/suivi/binomes/" + match.pair()).body())
                .contains("ANOTHER_NEW_BAND")
                .doesNotContain("??");
        assertThat(team.get("/api/followup/v1/pairs/" + match.pair())
                        .json()
                        .at("/terms/levelBand")
                        .asString())
                .isEqualTo("ANOTHER_NEW_BAND");
    }

    private String justDone(String departement, String act, String row, int nth) {
        return new Http(port)
                .as(Tokens.referent(departement))
                .with("Just-Done", act + "~" + row + "~" + nth)
                .get("/suivi")
                .body();
    }

    @Test
    void a_call_shows_at_once_and_counts_once_when_it_is_heard() {
        String need = Heard.id("need");
        hear(Heard.need(need, "27", "NONE", day(2)));
        hear(new NeedReferentAssigned(need, Tokens.account("referente-27")));
        assertThat(workbench("27")).contains("Pas encore d’appel");
        assertThat(justDone("27", "appel-sans-reponse", need, 1))
                .contains("1 appel sans réponse")
                .contains("pas de réponse cette fois")
                .doesNotContain("Pas encore d’appel");
        hear(new ContactAttempted(need, Tokens.account("referente-27"), false, day(0)));
        assertThat(justDone("27", "appel-sans-reponse", need, 1))
                .contains("1 appel sans réponse")
                .doesNotContain("2 appels");
    }

    @Test
    void several_acts_in_a_row_all_stand_while_none_of_them_is_heard() {
        String first = Heard.id("need");
        String second = Heard.id("need");
        String proposal = Heard.id("proposal");
        hear(Heard.need(first, "29", "NONE", day(3)));
        hear(Heard.need(second, "29", "NONE", day(2)));
        hear(new MatchProposed(
                proposal,
                second,
                1,
                1,
                Heard.id("mentor"),
                "RUN",
                1,
                60,
                clock.instant().plus(Duration.ofDays(2)),
                Tokens.account("referente-29"),
                "29"));
        hear(new ProposalAcceptedByMentor(proposal, second, 1, 1, Heard.id("mentor")));

        String page = new Http(port)
                .as(Tokens.referent("29"))
                .with(
                        "Just-Done",
                        "appel-sans-reponse~" + first + "~1:-validation~" + proposal + "~0:-prise-en-charge~" + second
                                + "~0:-prise-en-charge~" + first + "~0")
                .get("/suivi")
                .body();

        assertThat(page)
                .contains("1 appel sans réponse", "pas de réponse cette fois", "/besoins/" + second + "/contacts")
                .doesNotContain("/prise-en-charge\"", "/validation\"", "Ce besoin est à vous");
    }

    @Test
    void every_act_of_a_list_leads_back_to_its_row_on_its_page() {
        for (int i = 0; i < 51; i++) {
            hear(Heard.need(Heard.id("need"), "28", "NONE", day(2)));
        }
        hear(Heard.match(
                Heard.id("pair"), Tokens.account("referente-28"), Heard.id("mentor"), "structure-0940176F", "28"));
        String page = new Http(port)
                .as(Tokens.referent("28"))
                .get("/suivi?qui=tous&page=2")
                .body();
        List<String> rows = rows(page);
        List<String> back = Pattern.compile("name=\"retour\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(address -> address.contains("#")) // but for the acts on many, which lead back to the list
                .toList();
        assertThat(rows).hasSize(2).doesNotHaveDuplicates();
        assertThat(back)
                .hasSize(2)
                .allSatisfy(address -> assertThat(address).startsWith("/suivi?qui=tous&amp;page=2#"));
        assertThat(back.stream().map(address -> address.replaceFirst(".*#", "")).toList())
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void pages_count_from_one_and_the_last_is_the_last() {
        Http http = new Http(port).as(Tokens.referent("29"));
        assertThat(http.get("/suivi?page=0").status()).isEqualTo(422);
        assertThat(http.get("/suivi?page=-1").status()).isEqualTo(422);
        assertThat(http.get("/suivi?page=deux").status()).isEqualTo(422);
        assertThat(http.get("/suivi?page=99").status()).isEqualTo(200);
    }

    @Test
    void each_fault_of_a_session_stands_at_its_own_field() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-30"), Heard.id("mentor"), "structure-0940176F", "30");
        hear(match);
        Http http = new Http(port).as(Tokens.referent("30"));
        String sessions = "/suivi/binomes/" + match.pair() + "/seances";
        Map<String, String> long_ = Map.of("jour", day(0).toString(), "minutes", "300", "canal", "VIDEO");
        assertThat(http.postForm(sessions, long_).body())
                .contains("href=\"#minutes\"")
                .contains("id=\"minutes-erreur\"")
                .contains("value=\"300\"")
                .doesNotContain("id=\"jour-erreur\"");
        Map<String, String> early = Map.of("jour", "2019-01-01", "minutes", "30", "canal", "VIDEO");
        assertThat(http.postForm(sessions, early).body())
                .contains("id=\"jour-erreur\"")
                .doesNotContain("id=\"minutes-erreur\"");
        Map<String, String> both = Map.of("jour", day(0).toString(), "minutes", "300", "canal", "PIGEON");
        assertThat(http.postForm(sessions, both).body())
                .contains("id=\"minutes-erreur\"", "de 1 à 240", "id=\"canal-erreur\"");
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-31"), Heard.id("mentor"), "structure-0940176F", "31");
        hear(match);
        Http http = new Http(port).as(Tokens.referent("31"));
        String pair = "/api/followup/v1/pairs/" + match.pair();

        Answer session = http.post(pair + "/sessions", Map.of("heldOn", "hier", "minutes", 500, "channel", "PIGEON"));
        assertThat(session.status()).isEqualTo(422);
        assertThat(faults(session))
                .containsExactlyInAnyOrder(
                        "heldOn Cette valeur n’a pas la forme attendue.",
                        "minutes Écrivez un nombre de minutes, de 1 à 240.",
                        "channel Cette valeur n’est pas connue. Valeurs possibles\u00a0: VIDEO, PHONE, MESSAGING.");
        assertThat(faults(http.post(pair + "/sessions", Map.of("minutes", List.of(45)))))
                .hasSize(3)
                .contains("minutes Cette valeur n’a pas la forme attendue.");
        assertThat(faults(http.post(pair + "/interruption", Map.of()))).hasSize(2);
    }

    private static List<String> faults(Answer refused) {
        return refused.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("field").asString() + " "
                        + fault.get("detail").asString())
                .toList();
    }

    @Test
    void a_proposal_waits_for_the_mentor_then_for_the_referent_then_for_nobody() {
        String need = Heard.id("need");
        String proposal = Heard.id("proposal");
        String mentor = Heard.id("mentor");
        hear(Heard.need(need, "13", "REP", day(2)));
        hear(new MatchProposed(
                proposal,
                need,
                1,
                2,
                mentor,
                "RUN",
                1,
                60,
                clock.instant().plus(Duration.ofDays(2)),
                Tokens.account("referente-13"),
                "13"));
        assertThat(workbench("13")).contains("1 proposition attend").doesNotContain("/validation");

        hear(new ProposalAcceptedByMentor(proposal, need, 1, 2, mentor));
        assertThat(workbench("13"))
                .contains("action=\"/appariement/propositions/" + proposal + "/validation\"")
                .contains("href=\"/appariement/propositions/" + proposal + "\"");

        MatchConfirmed match = new MatchConfirmed(
                proposal,
                Heard.id("pair"),
                new PairTerms(
                        need,
                        1,
                        2,
                        mentor,
                        "structure-0940176F",
                        Tokens.account("referente-13"),
                        "13",
                        "24",
                        "COLLEGE_6_5",
                        "REP",
                        day(2)));
        hear(match);
        assertThat(workbench("13", "propositions")).contains("Aucune proposition à valider");
        assertThat(workbench("13")).contains("/suivi/binomes/" + match.pair());
    }

    @Test
    void a_day_with_eighty_pairs_stays_light() throws IOException {
        for (int i = 0; i < 25; i++) {
            hear(Heard.need(Heard.id("need"), "14", i % 3 == 0 ? "REP_PLUS" : "NONE", day(i)));
        }
        for (int i = 0; i < 80; i++) {
            hear(Heard.match(
                    Heard.id("pair"), Tokens.account("referente-14"), Heard.id("mentor"), "structure-0940176F", "14"));
        }
        lookRealistic();
        String page = workbench("14");
        keep("charge", page);
        assertThat(compressed(page)).isLessThan(40_000);
        assertThat(page).contains("Page 1 sur 3");
        List<String> landmarks = Pattern.compile("<nav[^>]*aria-label=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(landmarks).contains("Sur cette page", "Pages de la liste").doesNotHaveDuplicates();
        assertThat(new Http(port)
                        .as(Tokens.referent("14"))
                        .get("/suivi?page=99")
                        .body())
                .contains("Page 3 sur 3");
        assertThat(workbench("14", "rappels")).doesNotContain("/suivi/binomes/pair-");
    }

    private static int compressed(String page) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(sent)) {
            out.write(page.getBytes(UTF_8));
        }
        return sent.size();
    }

    @Test
    void the_list_has_one_order_over_all_kinds_and_can_be_narrowed() {
        Http team = new Http(port).as(Tokens.of("referente-05", List.of("referent"), List.of("04", "05"), null, null));
        String ordinary = Heard.id("need");
        String repPlus = Heard.id("need");
        String rep = Heard.id("need");
        String elsewhere = Heard.id("need");
        String proposal = Heard.id("proposal");
        hear(Heard.need(ordinary, "05", "NONE", day(4)));
        hear(Heard.need(rep, "05", "REP", day(3)));
        hear(Heard.need(repPlus, "05", "REP_PLUS", day(3)));
        hear(Heard.need(elsewhere, "04", "NONE", day(40)));
        hear(new MatchProposed(
                proposal,
                ordinary,
                1,
                1,
                Heard.id("mentor"),
                "RUN",
                1,
                60,
                clock.instant().plus(Duration.ofDays(2)),
                Tokens.account("referente-05"),
                "05"));
        hear(new ProposalAcceptedByMentor(proposal, ordinary, 1, 1, Heard.id("mentor")));
        MatchConfirmed calm = Heard.match(
                Heard.id("pair"), Tokens.account("referente-05"), Heard.id("mentor"), "structure-0940176F", "05");
        hear(calm);
        MatchConfirmed left = Heard.match(
                Heard.id("pair"), Tokens.account("referente-05"), Heard.id("mentor"), "structure-0940176F", "05");
        hear(left);
        hear(new MentorWithdrew(left.terms().mentor(), "MOVED", day(0)));

        assertThat(rows(team.get("/suivi").body()))
                .containsExactly(elsewhere, left.pair(), repPlus, rep, proposal, ordinary, calm.pair());
        assertThat(rows(team.get("/suivi?dpt=04").body())).containsExactly(elsewhere);
        assertThat(rows(team.get("/suivi?public=REP_PLUS").body())).containsExactly(repPlus);
        assertThat(rows(team.get("/suivi?voir=alertes").body())).containsExactly(left.pair());
        assertThat(rows(team.get("/suivi?dpt=94").body()))
                .as("not of the territory")
                .isEmpty();
    }

    @Test
    void the_search_finds_pairs_also_those_of_what_others_found_and_asks_the_others() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-07"), Heard.id("mentor"), "structure-0070001A", "07");
        hear(match);
        Http team = new Http(port).as(Tokens.referent("07"));
        String search = "/suivi/recherche";
        assertThat(team.get(search).body())
                .contains(
                        "hx-post=\"/besoins/recherche\"",
                        "hx-post=\"/mentors/recherche\"",
                        "hx-post=\"/suivi/recherche\"");
        for (Map<String, String> asked : List.of(
                Map.of("q", "70001"),
                Map.of("q", "m-" + match.terms().mentor().substring(7, 13)),
                Map.of("q", "doisneau", "parmi", match.terms().need()))) {
            assertThat(team.postForm(search, asked).body()).as("%s", asked).contains("/suivi/binomes/" + match.pair());
            assertThat(new Http(port)
                            .as(Tokens.referent("08"))
                            .postForm(search, asked)
                            .body())
                    .doesNotContain(match.pair());
        }
    }

    private static List<String> rows(String page) {
        return Pattern.compile("<li[^>]*data-item[^>]*\\bid=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void nobody_is_said_to_talk_before_the_first_contact() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-25"), Heard.id("mentor"), "structure-0940176F", "25");
        hear(match);
        assertThat(workbench("25"))
                .contains("Un binôme n’a pas encore eu son premier contact ; le délai court encore.")
                .contains("Pas encore de contact")
                .doesNotContain("se parlent");
        Answer contact = new Http(port)
                .as(Tokens.referent("25"))
                .postForm(
                        "/suivi/binomes/" + match.pair() + "/premier-contact", Map.of("contactLe", day(0).toString()));
        assertThat(contact.status()).isEqualTo(303);
        assertThat(workbench("25")).contains("Tous les binômes se parlent.");
    }

    @Test
    void what_is_read_aloud_contains_the_names_that_are_seen() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-26"), Heard.id("mentor"), "structure-0940176F", "26");
        hear(match);
        String own = new Http(port)
                .as(Tokens.mentor(match.terms().mentor()))
                .get("/suivi/mes-binomes")
                .body();
        for (String page : List.of(workbench("26"), own)) {
            List<String> hidden = Pattern.compile("<span class=\"visually-hidden\">\\s*:(.*?)<kbd", Pattern.DOTALL)
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(hidden).isNotEmpty().allMatch(name -> name.contains("data-name-of=\"0940176F\""));
        }
    }

    @Test
    void a_mentor_who_leaves_makes_an_alert() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-15"), Heard.id("mentor"), "structure-0150001A", "15");
        hear(match);
        assertThat(workbench("15", "alertes")).contains("Aucune alerte");
        String card = "/mentors/" + match.terms().mentor() + "/contact";
        Http school = new Http(port).as(Tokens.structure("structure-0150001A"));
        assertThat(school.get("/suivi/mes-binomes").body()).contains(card);

        hear(new MentorWithdrew(match.terms().mentor(), "MOVED", day(0)));
        assertThat(workbench("15"))
                .contains("Le mentor a quitté l’opération", "Appeler l’établissement et décider")
                .contains("/suivi/mentors/" + match.terms().mentor() + "/depart?retour=/suivi")
                .contains("/besoins/" + match.terms().need() + "/contact")
                .doesNotContain(card, "/premier-contact");
        assertThat(school.get("/suivi/mes-binomes").body()).doesNotContain(card);
        assertThat(school.get("/suivi/binomes/" + match.pair()).body())
                .contains("Les coordonnées de l’autre côté ne sont plus affichées")
                .doesNotContain(card);
    }

    @Test
    void a_proof_that_expires_marks_the_running_pairs_for_the_team_alone_until_it_is_renewed() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-17"), Heard.id("mentor"), "structure-0940176F", "17");
        hear(match);
        String page = "/suivi/binomes/" + match.pair();
        Http team = new Http(port).as(Tokens.referent("17"));
        Http mentor = new Http(port).as(Tokens.mentor(match.terms().mentor()));
        assertThat(workbench("17", "alertes")).contains("Aucune alerte");

        hear(new GoodStandingProofExpired(match.terms().mentor(), day(0)));
        assertThat(workbench("17")).contains("Le justificatif du mentor n’est plus valable");
        assertThat(team.get(page).body()).contains("Le justificatif du mentor n’est plus valable");
        assertThat(mentor.get(page).body()).doesNotContain("justificatif");
        assertThat(mentor.get("/api/followup/v1/pairs/" + match.pair())
                        .json()
                        .get("proofExpiredOn")
                        .isNull())
                .isTrue();

        hear(new GoodStandingProofRenewed(match.terms().mentor(), day(0)));
        assertThat(workbench("17", "alertes")).contains("Aucune alerte");
        assertThat(team.get(page).body()).doesNotContain("justificatif");
    }

    @Test
    void a_mentor_whose_file_is_looked_into_marks_the_running_pairs_for_the_team_alone_and_says_not_why() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-19"), Heard.id("mentor"), "structure-0940176F", "19");
        hear(match);
        String page = "/suivi/binomes/" + match.pair();
        String api = "/api/followup/v1/pairs/" + match.pair();
        Http team = new Http(port).as(Tokens.referent("19"));
        List<Http> others = List.of(
                new Http(port).as(Tokens.mentor(match.terms().mentor())),
                new Http(port).as(Tokens.structure("structure-0940176F")));
        hear(new MentorHeldForReview(match.terms().mentor(), day(0)));
        assertThat(workbench("19")).contains("attend une décision de l’équipe");
        assertThat(team.get(page).body()).contains("attend une décision de l’équipe");
        assertThat(team.get(api).json().get("mentorInReviewSince").asString()).isEqualTo(day(0).toString());
        assertThat(others).allSatisfy(other -> {
            assertThat(other.get(page).status()).isEqualTo(200);
            assertThat(other.get(page).body()).doesNotContain("décision de l’équipe");
            assertThat(other.get(api).json().get("mentorInReviewSince").isNull())
                    .isTrue();
        });

        hear(new MentorReviewEnded(match.terms().mentor(), day(0)));
        assertThat(workbench("19", "alertes")).contains("Aucune alerte");
        assertThat(team.get(page).body()).doesNotContain("décision de l’équipe");
    }

    @Test
    void forms_act_once_come_back_and_say_what_to_mend() throws IOException {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-16"), Heard.id("mentor"), "structure-0940176F", "16");
        hear(match);
        Http http = new Http(port).as(Tokens.referent("16"));
        String pair = "/suivi/binomes/" + match.pair();
        keep("binome", http.get(pair).body());
        keep(
                "mes-binomes",
                new Http(port)
                        .as(Tokens.mentor(match.terms().mentor()))
                        .get("/suivi/mes-binomes")
                        .body());

        Map<String, String> session = Map.of(
                "commande",
                Heard.id("command"),
                "jour",
                day(0).toString(),
                "minutes",
                "60",
                "canal",
                "VIDEO",
                "retour",
                "/suivi?qui=miens#" + match.pair());
        Answer noted = http.postForm(pair + "/seances", session);
        assertThat(noted.location()).endsWith("/suivi?qui=miens#" + match.pair());
        assertThat(http.follow(noted).body())
                .contains("La séance est notée", pair + "/annulation")
                .contains("id=\"" + match.pair() + "\"");
        assertThat(http.postForm(pair + "/seances", session).status()).isEqualTo(303);
        assertThat(http.get(pair).body())
                .containsOnlyOnce("Séance de 60 minutes")
                .contains("Premier contact, confirmé par");
        Answer undone = http.postForm(pair + "/annulation", Map.of());
        assertThat(undone.status())
                .as("the mentor may confirm it, until then it is undone")
                .isEqualTo(303);
        assertThat(http.follow(undone).body()).contains("C’est annulé", "annulée aussitôt", "elle ne compte plus");
        assertThat(http.postForm(pair + "/annulation", Map.of()).status()).isEqualTo(409);
        Map<String, String> toldAgain = new HashMap<>(session);
        toldAgain.put("commande", Heard.id("command"));
        assertThat(http.postForm(pair + "/seances", toldAgain).status()).isEqualTo(303);
        assertThat(http.get("/suivi?fait=seance&geste=seance&sur=" + match.pair())
                        .body())
                .doesNotContain("La séance est notée");

        Map<String, String> another = Map.of(
                "jour",
                day(0).toString(),
                "minutes",
                "30",
                "canal",
                "PHONE",
                "pour",
                "METHOD",
                "retour",
                "//example.org");
        Answer asked = http.postForm(pair + "/seances", another);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body())
                .contains("Dites si c’est la même chose ou autre chose", "name=\"doublon\"")
                .containsPattern("value=\"METHOD\"\\s+checked")
                .doesNotContain("name=\"doublonAbsence\"");
        Map<String, String> answered = new HashMap<>(another);
        answered.put("doublon", "ANOTHER");
        Answer elsewhere = http.postForm(pair + "/seances", answered);
        assertThat(elsewhere.location()).contains(pair);

        Answer wrong = http.postForm(pair + "/seances", Map.of("jour", "31/02/2020", "minutes", "une heure"));
        keep("erreurs", wrong.body());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<title>Erreur")
                .contains("href=\"#jour\"")
                .contains("href=\"#minutes\"")
                .contains("une heure");
        assertThat(http.postForm(pair + "/seances", Map.of("jour", "01/01/2030", "minutes", "30", "canal", "VIDEO"))
                        .body())
                .contains("Cette date n’est pas encore passée");
        Answer conflict = http.postForm(pair + "/premier-contact", Map.of("contactLe", day(0).toString()));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("déjà confirmé");
        assertThat(http.postForm(
                                pair + "/absences",
                                Map.of(
                                        "prevueLe",
                                        day(0).toString(),
                                        "absent",
                                        "MENTOR",
                                        "annoncee",
                                        "oui",
                                        "doublonAbsence",
                                        "ANOTHER"))
                        .status())
                .isEqualTo(303);
        assertThat(http.postForm(pair + "/interruption", Map.of()).status()).isEqualTo(422);
        assertThat(http.postForm(pair + "/interruption", Map.of("cote", "MENTOR", "motif", "MENTOR_NO_TIME"))
                        .status())
                .isEqualTo(303);
        keep("termine", http.get(pair).body());
        assertThat(http.get(pair).body())
                .contains("le mentor n’a plus le temps")
                .contains("/seances\"", "une séance d’avant peut encore être notée", "Méthode et organisation")
                .doesNotContain("/interruption");
        String mend = linkTo(http.get(pair).body(), "Séance de 30 minutes", pair + "/seances/");
        assertThat(http.get(mend).body()).contains("Corriger ou retirer une séance", "value=\"30\"");
        Answer unsaid = http.postForm(
                mend, Map.of("jour", day(0).toString(), "minutes", "300", "canal", "PHONE", "raison", "MISTYPED"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("href=\"#minutes\"", "value=\"300\"");
        Answer corrected = http.postForm(
                mend, Map.of("jour", day(0).toString(), "minutes", "20", "canal", "PHONE", "raison", "MISTYPED"));
        assertThat(http.follow(corrected).body())
                .contains("La séance est corrigée", "Séance de 20 minutes", "Avant : 30 minutes", "faute de frappe");
        assertThat(http.postForm(mend + "/retrait", Map.of()).status()).isEqualTo(422);
        Answer gone = http.postForm(mend + "/retrait", Map.of("raisonRetrait", "WRONG_PAIR"));
        assertThat(http.follow(gone).body())
                .contains("C’est retiré", "elle ne compte plus", "1\u00a0séance, 1\u00a0h, ");
        assertThat(http.get(mend).status()).isEqualTo(404);
        assertThat(http.postForm(pair + "/cloture", Map.of("prevue", "oui")).status())
                .isEqualTo(409);
    }

    @Test
    void a_closure_can_be_planned_and_a_mentor_cannot_make_one() {
        MatchConfirmed match = Heard.match(
                Heard.id("pair"), Tokens.account("referente-17"), Heard.id("mentor"), "structure-0940176F", "17");
        hear(match);
        String pair = "/suivi/binomes/" + match.pair();
        Http mentor = new Http(port).as(Tokens.mentor(match.terms().mentor()));
        assertThat(mentor.get(pair).body())
                .doesNotContain("/cloture")
                .contains("/besoins/" + match.terms().need() + "/contact");
        assertThat(mentor.with("HX-Current-URL", "http://localhost/suivi/mes-binomes?page=2#x")
                        .get(pair + "/actes?rang=" + match.pair())
                        .body())
                .contains("value=\"/suivi/mes-binomes?page=2#" + match.pair() + "\"");
        assertThat(new Http(port)
                        .as(Tokens.referent("17"))
                        .postForm(pair + "/cloture", Map.of("prevue", "oui"))
                        .status())
                .isEqualTo(303);
        assertThat(mentor.get("/suivi/mes-binomes").body()).contains("Binômes terminés");
        going(match);
    }

    private void going(MatchConfirmed match) {
        String pair = "/suivi/binomes/" + match.pair();
        Http referent = new Http(port).as(Tokens.referent("17"));
        assertThat(new Http(port)
                        .as(Tokens.mentor(match.terms().mentor()))
                        .get(pair)
                        .body())
                .doesNotContain("/poursuite");
        assertThat(referent.get(pair).body())
                .contains("Poursuivre en présentiel")
                .contains("Entraide scolaire amicale");
        Answer nothing = referent.postForm(pair + "/poursuite", Map.of("proposeeLe", day(0).toString()));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("href=\"#association\"");
        Map<String, String> proposal = Map.of("association", "PROXITE", "proposeeLe", day(0).toString());
        assertThat(referent.postForm(pair + "/poursuite", proposal).status()).isEqualTo(303);
        Answer twice = referent.postForm(pair + "/poursuite", proposal);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("Une poursuite est déjà proposée");
        assertThat(referent.get(pair).body()).contains("Proposée avec Proxité, en attente de réponse.");
        assertThat(referent.postForm(pair + "/poursuite/reponse", Map.of("repondueLe", "hier"))
                        .body())
                .contains("href=\"#accord\"")
                .contains("href=\"#avisDe\"")
                .contains("href=\"#repondueLe\"");
        assertThat(referent.postForm(
                                pair + "/poursuite/reponse",
                                Map.of("accord", "oui", "avisDe", "ASSOCIATION", "repondueLe", day(0).toString()))
                        .status())
                .isEqualTo(303);
        String page = referent.get(pair).body();
        assertThat(page)
                .contains("Convenue avec Proxité")
                .contains("Poursuite convenue avec Proxité. Dernier oui : l’association.")
                .doesNotContain("??");
    }

    @Test
    void a_staff_name_is_sealed_shown_to_staff_and_forgotten_on_request() {
        String page = workbench("18");
        String account = Tokens.account("referente-18");
        assertThat(page).contains("Compte referente-18");
        Http colleague = new Http(port).as(Tokens.referent("94"));
        assertThat(colleague.get("/suivi/personnes/" + account).body()).contains("Compte referente-18");
        assertThat(db.sql("select sealed_name from staff_member where account = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("k1:")
                .doesNotContain("referente");
        assertThat(new Http(port)
                        .as(Tokens.referent("18"))
                        .delete("/api/followup/v1/staff/" + account)
                        .status())
                .isEqualTo(204);
        assertThat(colleague.get("/suivi/personnes/" + account).body()).contains("membre de l’équipe");
    }

    @Test
    void a_display_name_that_is_more_than_a_name_is_kept_nowhere() {
        String account = Tokens.account("marie 07 00 55 10 05");
        Http who = new Http(port).as(Tokens.of("marie 07 00 55 10 05", List.of("referent"), List.of("17"), null, null));
        assertThat(who.get("/suivi").status()).isEqualTo(200);
        assertThat(db.sql("select count(*) from staff_member where account = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_structure_sees_who_follows_its_need_and_nobody_elses() {
        String structure = "structure-0940176F";
        String account = Tokens.account("referente-19");
        workbench("19");
        Http school = new Http(port).as(Tokens.structure(structure));
        String name = "/suivi/personnes/" + account;
        assertThat(school.get(name).status()).isEqualTo(404);

        String need = Heard.id("need");
        hear(Heard.need(need, "19", "NONE", day(1)));
        hear(new NeedReferentAssigned(need, account));

        assertThat(school.get(name).body()).contains("Compte referente-19");
        assertThat(byLink(need).get(name).body()).contains("Compte referente-19");
        assertThat(byLink(Heard.id("need")).get(name).status()).isEqualTo(404);
        assertThat(new Http(port)
                        .as(Tokens.structure("structure-0750001A"))
                        .get(name)
                        .status())
                .isEqualTo(404);
    }

    private Http byLink(String need) {
        return new Http(port).with(LinkStatement.HEADER, Tokens.link("NEED_STATUS", need, need, ""));
    }

    /** Some calls, sessions and silences, as on a day of May. */
    private void lookRealistic() {
        String need = Heard.id("need");
        String mentor = Heard.id("mentor");
        hear(Heard.need(need, "14", "QPV", day(20)));
        hear(new NeedReferentAssigned(need, Tokens.account("referente-14")));
        String proposal = Heard.id("proposal");
        hear(new MatchProposed(
                proposal,
                need,
                1,
                2,
                mentor,
                "RUN",
                1,
                60,
                clock.instant().plus(Duration.ofDays(2)),
                Tokens.account("referente-14"),
                "14"));
        hear(new ProposalAcceptedByMentor(proposal, need, 1, 2, mentor));
        MatchConfirmed old = Heard.match(
                Heard.id("pair"), Tokens.account("referente-14"), Heard.id("mentor"), "structure-0940198E", "14");
        inbox.hearing().on(Heard.event(old, clock.instant().minus(Duration.ofDays(20))));
    }

    private String workbench(String departement) {
        return workbench(departement, "");
    }

    private String workbench(String departement, String kind) {
        Answer answer = new Http(port).as(Tokens.referent(departement)).get("/suivi?voir=" + kind);
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

    /** For people who want to look at the pages. */
    private static void keep(String name, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
    }

    /** The first link after these words whose address begins like this. */
    private static String linkTo(String page, String after, String begins) {
        int at = page.indexOf("href=\"" + begins, page.indexOf(after)) + 6;
        return page.substring(at, page.indexOf('"', at));
    }
}
