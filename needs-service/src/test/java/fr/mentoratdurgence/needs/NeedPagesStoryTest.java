package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.Samples;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the team does with a need on its pages, and what others see of it. */
@ServiceTest
class NeedPagesStoryTest extends NeedsChapter {
    @Test
    void a_number_of_places_that_is_no_number_is_told_on_the_page() {
        String page = "/besoins/" + declare();

        for (String typed : List.of("douze", "", "-3", "99999999999")) {
            Answer refused = school.postForm(page + "/lignes/1", Map.of("nombre", typed));
            assertThat(refused.status()).as(typed).isEqualTo(422);
            assertThat(refused.body())
                    .contains(
                            "4e ou 3e\u00a0: indiquez un nombre entier",
                            "href=\"#nombre-1\"",
                            "aria-describedby=\"nombre-1-erreur\"",
                            "value=\"" + typed + "\"")
                    .containsPattern("<details open=\"open\">\\s*<summary><span>Changer le nombre")
                    .doesNotContain("Ligne 1");
        }
        assertThat(school.postForm(page + "/lignes/1", Map.of("nombre", "5")).location())
                .isEqualTo(page);
    }

    @Test
    void a_need_is_withdrawn_for_a_reason_that_somebody_chose_and_says_so() {
        String page = "/besoins/" + declare();
        assertThat(school.get(page + "/retrait").body()).doesNotContain("checked", "ne relève pas");
        assertThat(referent.get(page + "/retrait").body()).contains("ne relève pas");
        for (String motif : List.of("", "OUT_OF_SCOPE", "X")) {
            Answer refused = school.postForm(page + "/retrait", Map.of("motif", motif));
            assertThat(refused.status()).as(motif).isEqualTo(422);
            assertThat(refused.body()).contains("Dites pourquoi ce besoin est retiré.", "href=\"#motif\"");
        }
        Answer done = school.postForm(page + "/retrait", Map.of("motif", "STRUCTURE_WITHDREW"));
        assertThat(done.location()).isEqualTo(page);
        String today = new FrenchTime().day(LocalDate.now(clock));
        assertThat(school.follow(done).body()).contains("C’est fait", "le " + today, "Nous renonçons à ce besoin");
    }

    @Test
    void calls_leave_a_trace_and_the_page_offers_what_makes_sense() {
        String page = "/besoins/" + declare();
        Http colleague = anyone.as(Tokens.referent("94", "75"));
        assertThat(referent.get(page).body()).contains("Prendre en charge").doesNotContain("J’ai joint");
        assertThat(referent.postForm(page + "/prise-en-charge", Map.of()).location())
                .isEqualTo(page);
        assertThat(referent.get(page + "?fait=prise-en-charge").body())
                .contains("À vous de jouer", "J’ai joint")
                .doesNotContain("C’est fait");
        assertThat(colleague.get(page).body()).doesNotContain("À vous de jouer").contains("Agir à la place");

        String tomorrow = LocalDate.now(clock).plusDays(1).toString();
        for (String day : List.of(tomorrow, "hier")) {
            Answer refused = referent.postForm(page + "/contacts", Map.of("joint", "non", "jour", day));
            assertThat(refused.status()).as(day).isEqualTo(422);
            assertThat(refused.body()).contains("href=\"#jour\"", "value=\"" + day + "\"");
        }
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        assertThat(referent.postForm(page + "/contacts", Map.of("joint", "non", "jour", yesterday.toString()))
                        .location())
                .isEqualTo(page);
        assertThat(referent.postForm(page + "/contacts", Map.of("joint", "oui")).location())
                .isEqualTo(page);
        assertThat(referent.get(page).body())
                .contains(
                        "2 appels",
                        new FrenchTime().dayOfMonth(yesterday),
                        "pas de réponse",
                        "établissement joint",
                        "Qualifier");

        step(referent, page + "/qualification", Map.of());
        assertThat(referent.get(page).body())
                .contains("/appariement/lignes/", "Noter un autre appel")
                .doesNotContain("À vous de jouer", "Qualifier le besoin");
        assertThat(school.get(page).body()).doesNotContain("/appariement/lignes/", "J’ai joint");
    }

    @Test
    void a_claim_is_handed_to_a_colleague_of_the_territory_or_given_back() {
        String need = declare();
        String page = "/besoins/" + need;
        Http basile = anyone.as(Tokens.referent("94", "95"));
        Http far = anyone.as(Tokens.referent("93"));
        assertThat(basile.get("/besoins/passation").status()).isEqualTo(200);
        assertThat(far.get("/besoins/passation").status()).isEqualTo(200);
        step(referent, page + "/prise-en-charge", Map.of());
        String me = Tokens.account("referente-94");
        assertThat(followedBy(need)).isEqualTo(me);
        assertThat(basile.postForm(page + "/rendre", Map.of("motif", "NO_TIME")).status())
                .as("somebody else's")
                .isEqualTo(409);
        assertThat(basile.get("/besoins/passation?de=" + me).body()).doesNotContain(need);

        String desk = referent.get("/besoins/passation?besoin=" + need).body();
        assertThat(desk).contains(need, Tokens.account("referente-94-95")).doesNotContain("??");
        Map<String, String> asked = Map.of("de", me, "besoins", need, "motif", "ABSENT");
        Answer toNobody = referent.postForm("/besoins/passation", asked);
        assertThat(toNobody.status()).isEqualTo(422);
        assertThat(toNobody.body()).contains("href=\"#vers\"");
        assertThat(referent.postForm("/besoins/passation", and(asked, "vers", Tokens.account("referente-93")))
                        .body())
                .contains("ne travaille pas dans tous les départements");
        String basiles = Tokens.account("referente-94-95");
        Answer until =
                referent.postForm("/besoins/passation", and(and(asked, "vers", basiles), "jusque", "2020-03-16"));
        assertThat(until.status()).isEqualTo(422);
        assertThat(until.body()).contains("href=\"#jusque\"", "Choisissez un jour à venir");
        assertThat(referent.postForm("/besoins/passation", and(asked, "vers", basiles))
                        .location())
                .isEqualTo("/besoins/passation?de=" + me);
        assertThat(followedBy(need)).isEqualTo(basiles);

        assertThat(basile.get(page + "/rendre").body()).contains("prise par erreur");
        assertThat(basile.postForm(page + "/rendre", Map.of()).status()).isEqualTo(422);
        assertThat(basile.postForm(page + "/rendre", Map.of("motif", "NO_TIME")).location())
                .isEqualTo(page);
        assertThat(referent.get(page).body()).contains("Prendre en charge");
    }

    @Test
    void the_last_call_is_corrected_with_a_reason_when_ten_minutes_are_over() {
        String need = declare();
        String page = "/besoins/" + need;
        step(referent, page + "/prise-en-charge", Map.of());
        step(referent, page + "/contacts", Map.of("joint", "non"));
        assertThat(referent.get(page).body())
                .contains("Corriger le dernier appel", "Noter : établissement joint")
                .doesNotContain("??");
        assertThat(school.get(page).body()).doesNotContain("Corriger le dernier appel");
        Answer why = referent.postForm(page + "/contacts/correction", Map.of("joint", "oui"));
        assertThat(why.status()).isEqualTo(422);
        assertThat(why.body()).contains("href=\"#raison\"", "Dites pourquoi vous corrigez");
        step(referent, page + "/contacts/correction", Map.of("joint", "oui", "raison", "OTHERWISE"));
        assertThat(referent.get(page).body())
                .contains("établissement joint", "Noter : pas de réponse", page + "/qualification");
        Answer back = referent.post(
                API + "/needs/" + need + "/contact-attempts/correction",
                Map.of("reached", false, "reason", "MISTYPED"));
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.body()).contains("ASSIGNED");
        assertThat(referent.post(
                                API + "/needs/" + need + "/contact-attempts/correction",
                                Map.of("reached", false, "reason", "MISTYPED"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_a_click_did_is_undone_for_ten_minutes_and_all_is_as_before() {
        String need = declare();
        String page = "/besoins/" + need;
        step(referent, page + "/prise-en-charge", Map.of());
        String taken = row(need);
        step(referent, page + "/contacts", Map.of("joint", "oui"));
        assertThat(referent.get(page).body()).contains("Appel noté", "par l’équipe", page + "/annulation");
        String called = row(need);
        for (String act : List.of("/qualification", "/retrait")) {
            step(referent, page + act, Map.of("motif", "OTHER"));
            assertThat(row(need)).as(act).isNotEqualTo(called);
            step(referent, page + "/annulation", Map.of());
            assertThat(row(need)).as("undone: " + act).isEqualTo(called);
        }
        step(referent, page + "/contacts", Map.of("joint", "oui"));
        step(referent, page + "/annulation", Map.of());
        assertThat(row(need)).isEqualTo(called);
        assertThat(referent.postForm(page + "/annulation", Map.of()).status())
                .as("only the last act")
                .isEqualTo(409);

        step(referent, page + "/retrait", Map.of("motif", "OTHER"));
        assertThat(school.postForm(page + "/annulation", Map.of()).status())
                .as("the team withdrew it")
                .isEqualTo(409);
        db.sql("update need set last_act_at = last_act_at - interval '11 minutes' where need = ?")
                .param(need)
                .update();
        assertThat(referent.get(page).body()).doesNotContain(page + "/annulation");
        assertThat(referent.post(API + "/needs/" + need + "/undoing", Map.of()).status())
                .isEqualTo(409);
        db.sql("update need set last_act_at = last_act_at + interval '11 minutes' where need = ?")
                .param(need)
                .update();
        assertThat(taken).isNotEqualTo(called);
    }

    /** All that readers see of a need. */
    private String row(String need) {
        return db.sql("""
                        select status || coalesce(referent, '') || coalesce(qualified_on::text, '')
                            || coalesce(withdrawal_reason, '') || coalesce(last_attempt_on::text, '')
                            || (select count(*) from need_call c where c.need = n.need)
                            || (select string_agg(l.profile::text || l.count, ';' order by l.line)
                                from need_line l where l.need = n.need)
                        from need n where need = ?""").param(need).query(String.class).single();
    }

    private String followedBy(String need) {
        return db.sql("select referent from need where need = ?")
                .param(need)
                .query(String.class)
                .single();
    }

    private static Map<String, String> and(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    @Test
    void the_team_finds_a_need_by_its_number_however_it_is_said_or_by_the_school() {
        Answer declared = school.post(API + "/needs", need(12, "14:00", "16:00", ""));
        String need = declared.json().get("need").asString();
        String reference = declared.json().get("reference").asString();
        String said = reference
                .substring(3)
                .replace("-", " ")
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o');
        for (String q : List.of(reference, said, "mu" + reference.substring(3).replace("-", ""))) {
            assertThat(found(referent, q))
                    .as(q)
                    .contains("/besoins/" + need + "\"")
                    .containsPattern("class=\"count\">1<");
        }
        for (String q : List.of("0940176 f", "40176", "doisneau ecole élémentaire", "robert doisnau", "FRESNES")) {
            assertThat(found(referent, q)).as(q).contains("/besoins/need-", "/besoins/structures/0940176F/comptes");
        }
        assertThat(found(referent, "%")).contains("Rien trouvé");
        assertThat(found(anyone.as(Tokens.referent("93")), reference)).contains("Rien trouvé");
    }

    @Test
    void the_team_finds_a_need_by_its_contact_however_typed_until_the_contact_is_erased() {
        String name = "Maëlle Saint-Exupéry";
        String need = school.post(API + "/needs", need(12, "14:00", "16:00", "").replace("Mme Diallo", name))
                .json()
                .get("need")
                .asString();
        for (String q : List.of(name, "st exupery maelle", "mael", "exuperi")) {
            assertThat(found(referent, q))
                    .as(q)
                    .contains("/besoins/" + need + "\"")
                    .doesNotContain("Maëlle");
        }
        assertThat(found(anyone.as(Tokens.referent("93")), name)).contains("Rien trouvé");

        assertThat(school.delete(API + "/needs/" + need + "/contact").status()).isLessThan(300);
        assertThat(found(referent, name)).doesNotContain(need);
        assertThat(db.sql("select count(*) from person_index where person = ?")
                        .param(need)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_calls_of_the_day_say_when_and_their_telephones_are_shown_on_demand_and_recorded() {
        String need = declare();
        Http caller = anyone.as(Tokens.of("appels", List.of("referent"), List.of("94"), null, null));
        assertThat(caller.get("/besoins/appels").body()).contains("Aucun établissement n’attend votre appel");
        assertThat(caller.postForm("/besoins/" + need + "/prise-en-charge", Map.of())
                        .status())
                .isEqualTo(303);
        db.sql("update need set call_times = 'TUESDAY_AFTERNOON' where need = ?")
                .param(need)
                .update();

        Answer without = caller.get("/besoins/appels");
        assertThat(without.body())
                .contains("/besoins/" + need + "\"", "mardi après-midi", "Afficher les téléphones")
                .doesNotContain("tel:");
        assertThat(looks(need)).isZero();

        Answer with = caller.get("/besoins/appels?telephones");
        assertThat(with.body()).contains("tel:", "à détruire le soir même").doesNotContain(">+33");
        assertThat(with.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(looks(need)).isOne();
        assertThat(anyone.as(Tokens.of("autre-appels", List.of("referent"), List.of("94"), null, null))
                        .get("/besoins/appels?telephones")
                        .body())
                .doesNotContain(need, "tel:");
        db.sql("update need set call_times = '' where need = ?").param(need).update();
    }

    @Test
    void the_page_of_a_structure_joins_what_three_services_know_of_it() {
        String need = declare();
        String page = referent.get("/besoins/structures/0940176F").body();
        assertThat(page)
                .contains("/besoins/" + need + "\"", "Ses demandes")
                .contains("hx-get=\"/suivi/structures/structure-0940176F\"")
                .contains("hx-get=\"/appariement/structures/structure-0940176F\"")
                .doesNotContain("??", "tel:");
        assertThat(anyone.as(Tokens.referent("93"))
                        .get("/besoins/structures/0940176F")
                        .status())
                .isEqualTo(404);
    }

    private int looks(String need) {
        return db.sql("select count(*) from contact_access where need = ? and role = 'referent'")
                .param(need)
                .query(Integer.class)
                .single();
    }

    private static String found(Http by, String q) {
        String page = by.postForm("/besoins/recherche", Map.of("q", q)).body();
        return page.substring(page.indexOf("id=\"chez-nous\""));
    }

    @Test
    void what_a_public_site_owes_opens_for_everybody_and_invents_nobody() {
        for (String page :
                List.of("confidentialite", "mentions-legales", "qui-sommes-nous", "contact", "aide", "parents")) {
            assertThat(anyone.get("/" + page).body())
                    .contains("<h2>", "href=\"/" + page + "\"", "og:description")
                    .doesNotContain("??", "th:text", "{courriel}");
        }
        assertThat(anyone.get("/parents/autorisation").body())
                .contains("Signature", "Je reviens sur mon accord", "à compléter")
                .doesNotContain("??", "th:text", "<form method=\"post\" action=\"/parents", "<input");
        assertThat(anyone.get("/mentions-legales").body())
                .contains("à compléter")
                .doesNotContain("mailto:");
        assertThat(anyone.get("/robots.txt").body()).contains("Disallow: /lien/");
    }

    @Test
    void the_home_page_shows_only_doors_that_open() {
        assertThat(anyone.get("/").body()).contains("\"/besoins/declarer\"", "\"/mentors/candidature\"", "\"/suivi\"");
        String main = "(?s).*<main|</main>.*";
        assertThat(school.get("/").body().replaceAll(main, ""))
                .contains("\"/besoins\"", "\"/besoins/declarer\"")
                .doesNotContain("\"/suivi\"", "/mentors");
        assertThat(anyone.as(Tokens.mentor("mentor-1")).get("/").body().replaceAll(main, ""))
                .contains("\"/mentors/mon-espace\"", "\"/appariement/mes-propositions\"")
                .doesNotContain("\"/suivi\"", "/besoins");
        assertThat(referent.get("/").body().replaceAll(main, ""))
                .contains("\"/suivi\"", "\"/besoins\"")
                .doesNotContain("mon-espace", "candidature");
        assertThat(anyone.as(Tokens.role("analyst")).get("/").body().replaceAll(main, ""))
                .contains("\"/bilan\"")
                .doesNotContain("\"/suivi\"");
        assertThat(anyone.get("/ui/accessibilite.html").body())
                .contains("non conforme", "Un lecteur d’écran, une loupe", "Défenseur des droits")
                .doesNotContain("??", "mailto:");
    }

    @Test
    void what_was_not_called_yet_comes_first_then_by_age() {
        String qualified = declare();
        for (String act : List.of("assignment", "contact-attempts", "qualification")) {
            assertThat(referent.post(API + "/needs/" + qualified + "/" + act, body(act))
                            .status())
                    .isEqualTo(200);
        }
        String older = declare();
        String newer = declare();
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= 5; page++) {
            all.append(referent.get("/besoins?page=" + page).body());
        }
        assertThat(all.indexOf(older)).isPositive().isLessThan(all.indexOf(newer));
        assertThat(all.indexOf(newer)).isLessThan(all.indexOf(qualified));
        assertThat(referent.get("/besoins?etat=QUALIFIED").body())
                .contains(qualified)
                .doesNotContain(newer);
        assertThat(referent.get("/besoins?etat=A_RAPPELER").status()).isEqualTo(200);
    }

    private static String body(String act) {
        return act.equals("contact-attempts") ? "{\"reached\":true}" : "{}";
    }

    @Test
    void acts_lead_back_where_they_came_from_and_nowhere_else() {
        String page = "/besoins/" + declare();
        assertThat(referent.postForm(page + "/prise-en-charge", Map.of("retour", "/suivi"))
                        .location())
                .isEqualTo("/suivi");
        assertThat(referent.postForm(page + "/verification", Map.of("retour", "/suivi?rappels=2#need-1"))
                        .location())
                .isEqualTo("/suivi?rappels=2#need-1");
        assertThat(referent.postForm(page + "/contacts", Map.of("retour", "//evil.example"))
                        .location())
                .isEqualTo(page);
        Answer taken = anyone.as(Tokens.referent("94", "75")).postForm(page + "/prise-en-charge", Map.of());
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).contains("un·e autre référent·e, depuis le");
    }

    @Test
    void who_follows_a_need_is_asked_of_the_service_that_owns_the_names_of_the_staff() {
        String page = "/besoins/" + declare();
        assertThat(referent.postForm(page + "/prise-en-charge", Map.of()).status())
                .isEqualTo(303);
        String owner = "hx-get=\"/suivi/personnes/" + Tokens.account("referente-94") + "\"";

        assertThat(school.get(page).body()).contains(owner).doesNotContain("Compte referente");
        assertThat(anyone.as(Tokens.referent("94", "75")).get(page).body()).contains(owner);
        assertThat(referent.get(page).body()).contains("vous").doesNotContain(owner);
        assertThat(db.sql("""
                        select table_name from information_schema.columns
                        where column_name like '%sealed%' or column_name like 'sealed%'""").query(String.class).set())
                .containsExactlyInAnyOrder("contact", "contact_person", "note", "draft", "erasure_receipt", "job");
    }

    @Test
    void what_matching_tells_shows_on_the_need() {
        String need = declare();
        String one = API + "/needs/" + need;
        for (String act : List.of("assignment", "contact-attempts", "qualification")) {
            assertThat(referent.post(one + "/" + act, body(act)).status()).isEqualTo(200);
        }
        tell("match-proposed", need);
        waitFor(one, "proposed", 1);
        tell("match-confirmed", need);
        waitFor(one, "confirmed", 1);
        assertThat(school.get("/besoins").body()).contains("Binômes en route");

        Samples.tell("followup", "pair-interrupted", Map.of("need", need));
        waitFor(one, "confirmed", 0);
        assertThat(school.get("/besoins/" + need).body()).contains("Qualifié").doesNotContain("Binômes en route");
    }

    @Test
    void a_mentor_reaches_the_structure_as_long_as_the_pair_lasts() {
        String need = declare();
        String card = "/besoins/" + need + "/contact";
        Http mentor = anyone.as(Tokens.mentor("mentor-of-" + need));
        assertThat(mentor.get(card).status()).isEqualTo(404);

        Map<String, String> pair = Map.of("pair", "pair-of-" + need, "need", need, "mentor", "mentor-of-" + need);
        Samples.tell("followup", "pair-opened", pair);
        waitUntil(() -> mentor.get(card).status() == 200);
        assertThat(mentor.get(card).body()).contains("tel:").doesNotContain("Effacer");
        assertThat(mentor.get("/besoins/" + need).status()).isEqualTo(403);
        assertThat(anyone.as(Tokens.mentor("mentor-other")).get(card).status()).isEqualTo(404);

        Samples.tell("followup", "pair-interrupted", pair);
        waitUntil(() -> mentor.get(card).status() == 404);
    }

    @Test
    void a_named_mentor_reaches_the_structure_as_long_as_the_trial_is_on() {
        String need = declare();
        String card = "/besoins/" + need + "/contact";
        for (String end : List.of("proposal-declined", "proposal-expired", "match-confirmed")) {
            String mentor = "mentor-of-" + end + need;
            Http own = anyone.as(Tokens.mentor(mentor));
            Map<String, String> trial = Map.of("proposal", "proposal-" + end + need, "need", need, "mentor", mentor);
            assertThat(own.get(card).status()).isEqualTo(404);

            Samples.tell("matching", "trial-begun", trial);
            waitUntil(() -> own.get(card).status() == 200);
            assertThat(own.get(card).body()).contains("tel:").doesNotContain("Effacer");

            Samples.tell("matching", end, trial);
            waitUntil(() -> own.get(card).status() == 404);
        }
    }

    @Test
    void who_has_left_or_is_held_reaches_no_structure_though_the_pair_stands() {
        String need = declare();
        String card = "/besoins/" + need + "/contact";
        String who = "mentor-apart-of-" + need;
        String pair = "pair-apart-of-" + need;
        Http mentor = anyone.as(Tokens.mentor(who));
        Samples.tell("followup", "pair-opened", Map.of("pair", pair, "need", need, "mentor", who));
        waitUntil(() -> mentor.get(card).status() == 200);

        Map<String, String> held = Map.of("mentor", who, "proposal", pair);
        Samples.tell("followup", "mentor-protected", Map.of("mentor", who, "pair", "another"));
        waitUntil(() -> mentor.get(card).status() == 404);
        Samples.tell("matching", "mentor-released", held);
        waitUntil(() -> mentor.get(card).status() == 200);
        Samples.tell("matching", "mentor-held", with(held, "heldAt", "2020-08-01T10:00:00Z"));
        waitUntil(() -> mentor.get(card).status() == 404);
        Samples.tell("matching", "mentor-released", with(held, "releasedAt", "2020-08-02T10:00:00Z"));
        waitUntil(() -> mentor.get(card).status() == 200);

        // a pair with another structure was interrupted to protect a young person; heard late, the release counts
        Map<String, String> other = Map.of("pair", pair + "-2", "need", "need-other", "mentor", who);
        Samples.tell("followup", "pair-interrupted", with(other, "reason", "SAFEGUARDING"));
        Samples.tell("mentors", "mentor-withdrew", Map.of("mentor", who, "pair", pair));
        waitUntil(() -> mentor.get(card).status() == 404);
        assertThat(count("mentor_apart where departed and held_at < released_at and mentor = '" + who + "'"))
                .isOne();
    }

    private static Map<String, String> with(Map<String, String> about, String field, String value) {
        Map<String, String> all = new HashMap<>(about);
        all.put(field, value);
        return all;
    }

    @Test
    void a_card_opens_inside_another_page_without_a_second_page_around_it() {
        String card = "/besoins/" + declare() + "/contact";
        assertThat(referent.get(card).body()).contains("<h1", "tel:");
        assertThat(referent.with("HX-Request", "true").get(card).body())
                .contains("tel:")
                .doesNotContain("<h1", "<main", "<header");
    }
}
