package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a need is declared: by the public form, step by step, by program and by file. */
@ServiceTest
@Tag("reliability")
class DeclarationStoryTest extends NeedsChapter {
    @Test
    void the_same_sending_twice_declares_once() {
        Http twice = school.with("Idempotency-Key", "envoi-" + UUID.randomUUID());
        String first = twice.post(API + "/needs", need(3, "14:00", "16:00", "")).body();
        assertThat(twice.post(API + "/needs", need(3, "14:00", "16:00", "")).body())
                .isEqualTo(first);
    }

    @Test
    void wrong_answers_are_told_by_field_in_french_and_nothing_is_stored() {
        int before = count("need");
        assertThat(fields(school.post(API + "/needs", need(0, "14:00", "16:00", ""))))
                .containsExactly("lines[0].count");
        assertThat(fields(school.post(API + "/needs", need(10_000, "16:00", "14:00", "Le petit Kevin DUPONT"))))
                .contains("lines[0].count", "lines[0].slots[0]", "note");
        Answer unknownLevel =
                school.post(API + "/needs", need(3, "14:00", "16:00", "").replace("COLLEGE_4_3", "SIXIEME"));
        assertThat(unknownLevel.status()).isEqualTo(422);
        assertThat(unknownLevel.json().get("errors").get(0).get("detail").asString())
                .contains("niveau");
        assertThat(fields(referent.post(
                        API + "/needs", need(3, "14:00", "16:00", "").replace("structure-0940176F", "0940176G"))))
                .containsExactly("structure");
        assertThat(count("need")).isEqualTo(before);
    }

    @Test
    void a_file_of_needs_is_imported_once() throws IOException {
        String file = sample("/besoins-extrait.csv");
        Answer first = referent.postCsv(API + "/needs/import", file);
        assertThat(first.json().get("accepted").asInt()).as(first.body()).isEqualTo(3);
        assertThat(first.json().get("rejected").asInt()).isEqualTo(2);
        assertThat(first.json().get("errors"))
                .extracting(e -> e.get("line").asInt() + " " + e.get("column").asString())
                .containsExactly("5 niveau", "5 nombre", "6 uai");
        int needs = count("need");
        Answer again = referent.postCsv(API + "/needs/import", file);
        assertThat(again.json().get("needs")).isEqualTo(first.json().get("needs"));
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(3);
        assertThat(count("need")).isEqualTo(needs);
    }

    @Test
    void a_school_without_account_declares_by_the_public_form() {
        Answer wrong = anyone.postForm("/besoins/declarer", Map.of("uai", "0940176G"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("0940176G", "Ce numéro UAI n’existe pas", "<title>Erreur :");

        Answer begun = anyone.postForm("/besoins/declarer", Map.of("uai", "0940176f"));
        assertThat(begun.status()).isEqualTo(303);
        String draft = begun.location().replaceFirst("/jeunes$", "");
        Answer none = anyone.postForm(draft + "/jeunes/1", Map.of("count", "0", "levelBand", "COLLEGE_4_3"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(anyone.postForm(
                                draft + "/jeunes/1",
                                Map.of(
                                        "levelBand",
                                        "COLLEGE_4_3",
                                        "count",
                                        "12",
                                        "supports",
                                        "HOMEWORK",
                                        "subjects",
                                        "MATHS"))
                        .location())
                .isEqualTo(draft + "/jeunes");
        assertThat(anyone.get(draft + "/jeunes").body()).contains("12\u00a0jeunes", "Fresnes");
        assertThat(anyone.get(draft + "/verification").location()).isEqualTo(draft + "/organisation");
        Map<String, String> organisation = new HashMap<>(Map.of(
                "channels",
                "VIDEO",
                "priorityAudience",
                "REP",
                "slots[0].day",
                "WEDNESDAY",
                "slots[0].start",
                "16:00",
                "slots[0].end",
                "14:00"));
        Answer backwards = anyone.postForm(draft + "/organisation", organisation);
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.body()).contains("se termine (14:00) avant de commencer (16:00)");
        organisation.put("slots[0].end", "18:00");
        assertThat(anyone.postForm(draft + "/organisation", organisation).location())
                .isEqualTo(draft + "/contact");
        assertThat(anyone.postForm(
                                draft + "/contact",
                                Map.of("name", "Mme Diallo", "email", "x", "note", "pour Yanis au 06 12 34 56 78"))
                        .status())
                .isEqualTo(422);
        assertThat(anyone.postForm(
                                draft + "/contact",
                                Map.of("name", "Mme Diallo", "email", "diallo@ecole.fr", "note", "plutôt le matin"))
                        .location())
                .isEqualTo(draft + "/verification");
        assertThat(anyone.get(draft + "/verification").body())
                .contains("Vérifiez vos réponses", "Mme Diallo", "Mercredi");

        int before = count("need");
        Answer sent = anyone.postForm(draft + "/verification", Map.of());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith("/besoins/confirmation/MU-");
        assertThat(anyone.postForm(draft + "/verification", Map.of()).location())
                .isEqualTo(sent.location());
        assertThat(count("need")).isEqualTo(before + 1);
        assertThat(anyone.get(sent.location()).body())
                .contains("Votre besoin est enregistré", "Au plus tard le", "par le lien de nos courriers");
        String stranger = sent.location().replaceFirst("\\?.*", "");
        for (String other : List.of(stranger, stranger + "?envoi=x", "/besoins/confirmation/MU-1234-5678")) {
            Answer page = anyone.get(other);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("est enregistré").contains("Votre numéro de dossier");
        }
        // the number of somebody else's need does not become true by one's own sending
        assertThat(anyone.get(sent.location().replaceFirst("MU-.{9}", "MU-1234-5678"))
                        .body())
                .doesNotContain("est enregistré");
        assertThat(db.sql("select count(*) from draft where content_sealed is not null and need is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(anyone.get("/besoins/declarer/brouillon-inconnu/jeunes").location())
                .isEqualTo("/besoins/declarer?expiree=oui");
    }

    @Test
    void going_back_in_the_form_keeps_what_was_typed_and_asks_for_the_rest_later() {
        String draft = anyone.postForm("/besoins/declarer", Map.of("uai", "0940176f"))
                .location()
                .replaceFirst("/jeunes$", "");
        Answer back = anyone.postForm(draft + "/jeunes/1", Map.of("count", "17", "revenir", "oui"));
        assertThat(back.location()).isEqualTo(draft + "/etablissement");
        assertThat(anyone.get(draft + "/jeunes/1").body()).contains("value=\"17\"");
        assertThat(anyone.get(draft + "/verification").location()).isEqualTo(draft + "/jeunes");
        step(draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "17", "supports", "METHOD"));

        Map<String, String> half = Map.of("slots[0].day", "MONDAY", "slots[0].start", "17:00", "revenir", "oui");
        assertThat(anyone.postForm(draft + "/organisation", half).location()).isEqualTo(draft + "/jeunes");
        assertThat(anyone.get(draft + "/organisation").body()).contains("value=\"17:00\"");
        step(draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));

        Map<String, String> unsaid = Map.of("name", "M. Petit", "note", "Yanis a treize ans", "revenir", "oui");
        assertThat(anyone.postForm(draft + "/contact", unsaid).location()).isEqualTo(draft + "/organisation");
        assertThat(anyone.get(draft + "/contact").body()).doesNotContain("Yanis");
        Map<String, String> kept = Map.of("name", "M. Petit", "note", "Plutôt le matin", "revenir", "oui");
        assertThat(anyone.postForm(draft + "/contact", kept).status()).isEqualTo(303);
        assertThat(anyone.get(draft + "/contact").body()).contains("M. Petit", "Plutôt le matin");
    }

    @Test
    void a_school_that_the_directory_does_not_know_may_declare_and_is_verified_later() {
        Answer begun = anyone.postForm("/besoins/declarer", Map.of("uai", "0949991Z"));
        String draft = begun.location().replaceFirst("/etablissement$", "");
        assertThat(anyone.get(begun.location()).body()).contains("Nous ne vous connaissons pas encore");
        assertThat(anyone.postForm(
                                draft + "/etablissement",
                                Map.of(
                                        "uai",
                                        "0949991Z",
                                        "structureName",
                                        "École Les Tilleuls",
                                        "structureCommune",
                                        "Vitry"))
                        .location())
                .isEqualTo(draft + "/jeunes");
        step(draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD"));
        step(draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        step(draft + "/contact", Map.of("name", "M. Petit", "phone", "0123456789"));
        step(draft + "/verification", Map.of());

        JsonNode structure = anyone.get(API + "/structures/0949991Z").json();
        assertThat(structure.get("verified").asBoolean()).isFalse();
        assertThat(structure.get("name").asString()).isEqualTo("0949991Z");
        assertThat(anyone.get(API + "/structures/names?of=0949991Z").body()).doesNotContain("Tilleuls");
        String need = referent.get(API + "/needs?structure=structure-0949991Z")
                .json()
                .get(0)
                .get("need")
                .asString();
        String page = "/besoins/" + need;
        assertThat(referent.get(page).body()).contains("École Les Tilleuls", "seule à voir ce nom");
        step(referent, page + "/prise-en-charge", Map.of());
        step(referent, page + "/contacts", Map.of("joint", "oui"));
        Answer tooEarly = referent.postForm(page + "/qualification", Map.of());
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.body()).contains("pas encore vérifié");
        step(referent, page + "/verification", Map.of());
        step(referent, page + "/qualification", Map.of());
        assertThat(referent.get(page).body()).contains("Qualifié");
        assertThat(anyone.get(API + "/structures/0949991Z").json().get("name").asString())
                .isEqualTo("École Les Tilleuls");
    }

    @Test
    void what_somebody_calls_an_unlisted_school_is_theirs_until_the_team_has_checked_it() {
        String first = declareUnlisted("0949992A", "École des Prés secrets");
        assertThat(anyone.get(API + "/structures/0949992A").body()).doesNotContain("secrets");
        Answer begun = anyone.postForm("/besoins/declarer", Map.of("uai", "0949992A"));
        assertThat(anyone.get(begun.location()).body())
                .contains("Nous ne vous connaissons pas encore")
                .doesNotContain("secrets");
        String second = declareUnlisted("0949992A", "École du Bois");
        assertThat(referent.get("/besoins/" + first).body())
                .contains("Prés secrets")
                .doesNotContain("du Bois");
        assertThat(referent.get("/besoins/" + second).body())
                .contains("du Bois")
                .doesNotContain("secrets");
        assertThat(db.sql("select count(*) from structure_name where structure = 'structure-0949992A'")
                        .query(Integer.class)
                        .single())
                .isZero();

        referent.postForm("/besoins/" + first + "/contact/effacement", Map.of());
        assertThat(referent.get("/besoins/" + first).body()).doesNotContain("secrets");
        assertThat(db.sql("select count(*) from contact where need = ?")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void words_about_a_person_are_quoted_and_taken_out_in_one_click_and_the_team_may_let_a_false_alarm_pass() {
        String draft = draftBeforeContact(anyone);
        Answer refused = anyone.postForm(
                draft + "/contact",
                Map.of(
                        "name",
                        "Mme Diallo",
                        "phone",
                        "0123456789",
                        "note",
                        "Voir avec Kenza HADDOU, 07/00/55/10/05, merci"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("« Kenza HADDOU »", "« 07/00/55/10/05 »", "Retirer ces mots", "value=\"note telephone nom\"")
                .doesNotContain("fausse-alerte");
        Answer taken = anyone.postForm(
                draft + "/contact",
                Map.of(
                        "name",
                        "Mme Diallo",
                        "phone",
                        "0123456789",
                        "note",
                        "Voir avec Kenza HADDOU, 07/00/55/10/05, merci",
                        "retirer",
                        "note telephone nom"));
        assertThat(taken.location()).isEqualTo(draft + "/verification");
        assertThat(anyone.get(taken.location()).body())
                .contains("Voir avec,, merci")
                .doesNotContain("HADDOU");

        Map<String, String> alarm = Map.of(
                "name",
                "Mme Diallo",
                "phone",
                "0123456789",
                "note",
                "Lecture de Souad",
                "fausse-alerte.note",
                "FIGURE_OR_WORK");
        assertThat(anyone.postForm(draft + "/contact", alarm).status()).isEqualTo(422);
        String team = draftBeforeContact(referent);
        assertThat(referent.postForm(
                                team + "/contact",
                                Map.of("name", "Mme Diallo", "phone", "0123456789", "note", "Lecture de Souad"))
                        .body())
                .contains("fausse-alerte.note");
        assertThat(referent.postForm(team + "/contact", alarm).location()).isEqualTo(team + "/verification");
        assertThat(referent.postForm(team + "/verification", Map.of()).location())
                .startsWith("/besoins/confirmation/");
        assertThat(db.sql("select rules || ' ' || reason || ' ' || role from false_alarm")
                        .query(String.class)
                        .list())
                .containsExactly("nom FIGURE_OR_WORK referent");
    }

    @Test
    void signs_that_nobody_sees_are_not_kept_and_u0000_is_refused_by_field() {
        String draft = draftBeforeContact(anyone);
        Answer refused = anyone.postForm(draft + "/contact", Map.of("name", "Mme\u0000 Diallo", "phone", "0123456789"));
        assertThat(refused.status()).isEqualTo(422);
        Answer kept = anyone.postForm(
                draft + "/contact",
                Map.of("name", "Mme D\u200bial\u202elo", "phone", "0123456789", "note", "Ap\u00adrès 17h"));
        assertThat(anyone.get(kept.location()).body()).contains("Mme Diallo", "Après 17h");
        Answer json = school.post(API + "/needs", "{\"structure\":\"0940176F\",\"note\":\"a\\u0000b\"}");
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.json().get("errors").get(0).get("field").asString()).isEqualTo("note");
    }
}
