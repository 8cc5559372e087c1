package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Applications by form, file and program: what is asked, what is refused, and what nobody learns. */
@ServiceTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorApplicationStoryTest extends MentorChapter {
    @Test
    void nobody_learns_by_applying_twice_whether_an_address_is_here() {
        String known = email();
        apply(known, true, false);
        for (String address : List.of(known, email())) {
            Http sender = anyone.with("Idempotency-Key", UUID.randomUUID().toString());
            long begun = System.nanoTime();
            Answer first = sender.post(API, application(address, true, false));
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            Answer again = sender.post(API, application(address, true, false));

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body())
                    .isEqualTo(first.body())
                    .hasSize(first.body().length());
            assertThat(again.location()).isEqualTo(first.location());
            assertThat(taken).isGreaterThan(Duration.ofMillis(150));
        }
        // by the form, too
        assertThat(form(known)).isEqualTo(form(known)).matches("M-[0-9A-Z]{1,8}");
    }

    @Test
    void who_leads_interviews_sees_the_applications_of_the_territory_that_wait_and_no_file() {
        String mentor = apply(email(), true, true);
        Http screener = anyone.as(Tokens.of("irene", List.of("screener"), List.of("94"), null, null));
        String page = "/mentors/entretiens/" + mentor;
        assertThat(screener.get("/mentors/entretiens").body())
                .contains(page)
                .doesNotContain("Durand", "href=\"/mentors\"");
        assertThat(screener.get(page).body()).contains("Durand", "+33612345678");
        assertThat(db.sql("select role from contact_access where mentor = ?")
                        .param(mentor)
                        .query(String.class)
                        .list())
                .containsExactly("screener");
        Http elsewhereScreener = anyone.as(Tokens.of("jeanne", List.of("screener"), List.of("75"), null, null));
        assertThat(elsewhereScreener.get("/mentors/entretiens").body()).doesNotContain(mentor);
        assertThat(elsewhereScreener.get(page).status()).isEqualTo(404);
        assertThat(anyone.as(Tokens.referent("94"))
                        .get("/mentors/attente?dpt=94")
                        .body())
                .as("a row for the list of work")
                .contains("entretien-" + mentor, "data-sort=\"entretien\"", "un entretien est à mener")
                .doesNotContain("??");
        assertThat(anyone.as(Tokens.referent("94"))
                        .get("/mentors?colonnes=association,departement&fichier=csv")
                        .body())
                .startsWith("\uFEFFNuméro;État;Département;Association")
                .doesNotContain("Durand");
        assertThat(screener.get("/mentors/" + mentor).status()).isEqualTo(403);
        assertThat(screener.get(API + "/" + mentor).status()).isEqualTo(403);

        assertThat(screener.postForm(page, Map.of("heldOn", today, "passed", "non"))
                        .body())
                .contains("#reason");
        assertThat(screener.postForm(page, Map.of("heldOn", today, "passed", "oui"))
                        .status())
                .isEqualTo(303);
        assertThat(db.sql("select screened_on::text from mentor_row where mentor = ?")
                        .param(mentor)
                        .query(String.class)
                        .single())
                .isEqualTo(today);
        assertThat(screener.get(page).status())
                .as("the file is the référents' again")
                .isEqualTo(404);
        assertThat(screener.get("/mentors/entretiens").body()).doesNotContain(page);
    }

    @Test
    void the_thanks_are_true_for_an_address_that_is_known_and_for_one_that_is_not() {
        String page =
                anyone.get("/mentors/candidature/merci?reference=M-E14F7434").body();
        assertThat(page)
                .contains("M-E14F7434", "c’est votre première candidature qui compte")
                .doesNotContain("le reconnaîtra");
    }

    @Test
    void a_departement_is_read_as_official_files_write_it() {
        for (Map.Entry<String, String> spelling :
                Map.of("094", "94", "02a", "2A", "1", "01").entrySet()) {
            Map<String, Object> typed = new HashMap<>(application(email(), true, true));
            typed.put("departement", spelling.getKey());
            Answer sent = anyone.post(API, typed);
            assertThat(sent.status()).as(sent.body()).isEqualTo(201);
            assertThat(anyone.as(Tokens.coordinator())
                            .get(API + "/" + sent.json().path("mentor").asString())
                            .json()
                            .path("departement")
                            .asString())
                    .isEqualTo(spelling.getValue());
        }
        Map<String, Object> none = new HashMap<>(application(email(), true, true));
        none.put("departement", "020");
        assertThat(anyone.post(API, none).status()).isEqualTo(422);
    }

    @Test
    void what_is_wrong_is_said_field_by_field_and_nothing_is_stored() {
        Answer wrong = anyone.post(API, """
                {"firstName":"Zoé2","email":"zoe","adult":true,"departement":"20","capacity":9,
                 "skills":[{"subject":"MATHS","fromBand":"LYCEE_GT","toBand":"CP_CE2"},{"subject":"X"}],
                 "supports":[],"channels":["SMOKE"],"slots":[{"day":"MONDAY","start":"16:00","end":"14:00"},
                  {"day":"TUESDAY","start":"14:00","end":"14:59"}]}""");
        assertThat(wrong.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        wrong.json().path("errors").forEach(e -> fields.add(e.path("field").asString()));
        assertThat(fields)
                .contains(
                        "firstName",
                        "lastName",
                        "email",
                        "phone",
                        "departement",
                        "capacity",
                        "skills[0].toBand",
                        "skills[1].subject",
                        "supports",
                        "channels",
                        "slots[1].end",
                        "slots[0].end");
        assertThat(wrong.body()).doesNotContain("candidature.");
    }

    @Test
    void the_form_thanks_or_says_what_to_mend() {
        Answer empty = anyone.postForm("/mentors/candidature", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("<!doctype html>")
                .contains("Indiquez votre prénom.")
                .contains("Erreur :")
                .doesNotContain("??");
        assertThat(anyone.postForm("/mentors/candidature", Map.of("subjects", "MATHS"))
                        .body())
                .contains("href=\"#fromBand\">Dites à partir de quel niveau")
                .contains("href=\"#toBand\">Dites jusqu’à quel niveau")
                .contains("id=\"fromBand-erreur\"", "id=\"toBand-erreur\"")
                .doesNotContain("CP_CE2, ");
        Map<String, String> form = Map.ofEntries(
                Map.entry("firstName", "Zéphirine"),
                Map.entry("lastName", "de l’Étang"),
                Map.entry("email", email()),
                Map.entry("phone", "06 12 34 56 78"),
                Map.entry("adult", "oui"),
                Map.entry("departement", "94"),
                Map.entry("anywhere", "true"),
                Map.entry("subjects", "MATHS"),
                Map.entry("fromBand", "COLLEGE_6_5"),
                Map.entry("toBand", "COLLEGE_4_3"),
                Map.entry("supports", "METHOD"),
                Map.entry("channels", "VIDEO"),
                Map.entry("slots", "WEDNESDAY 14:00-17:00"),
                Map.entry("capacity", "2"),
                Map.entry("commande", UUID.randomUUID().toString()));
        Answer first = anyone.postForm("/mentors/candidature", form);
        Answer again = anyone.postForm("/mentors/candidature", form);
        assertThat(first.status()).isIn(302, 303);
        assertThat(first.location())
                .contains("/mentors/candidature/merci?reference=M-")
                .isEqualTo(again.location());
        assertThat(anyone.get(first.location().replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("Merci, votre candidature est bien arrivée");
    }

    @Test
    void a_volunteer_may_come_through_a_member_association_of_the_list() {
        Map<String, Object> through = new HashMap<>(application(email(), true, true));
        through.put("association", "afev");
        String mentor = anyone.post(API, through).json().path("mentor").asString();
        assertThat(referent.get(API + "/" + mentor).json().path("association").asString())
                .isEqualTo("AFEV");
        assertThat(referent.get("/mentors/" + mentor).body()).contains(">Afev<");

        through.put("association", "Club des cinq");
        Answer unknown = anyone.post(API, through);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("associations membres").contains("AFEV (Afev), ARTICLE_1 (Article 1)");
        assertThat(anyone.get("/mentors/candidature").body()).contains("<option value=\"PROXITE\">Proxité</option>");

        String file = """
                prenom;nom;courriel;telephone;majeur;departement;partout;matieres;accompagnements;canaux;creneaux;capacite;association
                Ada;Lenoir;%s;0612345678;oui;94;oui;;METHOD;VIDEO;;2;SOCRATE
                Luc;Blanc;%s;0612345679;oui;94;oui;;METHOD;VIDEO;;1;
                Eve;Roux;%s;0612345679;oui;94;oui;;METHOD;VIDEO;;1;SOKRATES
                """.formatted(email(), email(), email());
        JsonNode report = referent.postCsv(API + "/import", file).json();
        assertThat(report.path("accepted").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.path("errors").path(0).path("column").asString()).isEqualTo("association");
    }

    @Test
    void a_file_is_imported_once_and_bad_cells_are_named() {
        String file = """
                \uFEFFprenom;nom;courriel;telephone;majeur;departement;partout;matieres;accompagnements;canaux;creneaux;capacite
                Ada;Lenoir;%s;0612345678;oui;94;oui;MATHS:COLLEGE_6_5-COLLEGE_4_3|FRENCH:CP_CE2-CM1_CM2;METHOD|HOMEWORK;VIDEO;mer 14:00-16:00|sam 10h00-12h00;2
                Luc;Blanc;%s;0612345679;non;75;non;;LISTENING;PHONE;;1
                Eve;Roux;pas-une-adresse;0612345679;peut-être;94;parfois;POTERIE;LISTENING;PHONE;mer 16:00-14:00;1
                """.formatted(email(), email());
        JsonNode report = referent.postCsv(API + "/import", file).json();
        assertThat(report.path("accepted").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        List<String> columns = new ArrayList<>();
        report.path("errors").forEach(e -> {
            assertThat(e.path("line").asInt()).isEqualTo(4);
            assertThat(e.path("reason").asString()).doesNotContain("candidature.");
            columns.add(e.path("column").asString());
        });
        assertThat(columns).contains("partout", "courriel", "majeur", "matieres", "creneaux");
        JsonNode again = referent.postCsv(API + "/import", file).json();
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        JsonNode open = referent.postCsv(API + "/import", file + "\"Zoé;Noir;a\nIda;Gris;b\n")
                .json();
        assertThat(open.path("unchanged").asInt()).as(open.toString()).isEqualTo(2);
        JsonNode last = open.path("errors").get(open.path("errors").size() - 1);
        assertThat(last.path("line").asInt()).isEqualTo(5);
        assertThat(last.path("reason").asString()).contains("guillemet");
        assertThat(referent.postCsv(API + "/import", "a;b\n1;2\n").status()).isEqualTo(422);
        assertThat(referent.postCsv(API + "/import", "").status()).isEqualTo(422);
    }
}
