package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a volunteer's form to an active mentor, and to being forgotten; on real PostgreSQL and Kafka. */
@ServiceTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorStoryTest extends MentorChapter {
    @Test
    void a_volunteer_becomes_active_and_may_be_forgotten() {
        String email = email();
        String mentor = apply(email, true, false);

        // the same address again: the same answer for the outside, one mentor inside
        Answer twice = anyone.post(API, application(email.toUpperCase(Locale.ROOT), true, false));
        assertThat(twice.status()).isEqualTo(201);
        assertThat(twice.json().path("mentor").asString()).startsWith("mentor-").isNotEqualTo(mentor);
        assertThat(twice.location())
                .isEqualTo("/mentors/" + twice.json().path("mentor").asString());
        assertThat(referent.get(API + "/" + twice.json().path("mentor").asString())
                        .status())
                .isEqualTo(404);

        assertThat(missing(mentor)).containsExactly("INTERVIEW", "PROOF", "CHARTER", "TRAINING");
        Answer hidden = elsewhere.get(API + "/" + mentor);
        Answer unknown = elsewhere.get(API + "/mentor-unknown");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.json().path("code")).isEqualTo(unknown.json().path("code"));
        assertThat(hidden.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        assertThat(code(referent.post(path(mentor, "account"), "{}"))).isEqualTo("INTERVIEW_FIRST");

        assertThat(code(referent.post(path(mentor, "interview"), Map.of("heldOn", "2999-01-01", "passed", true))))
                .isEqualTo("DATE_IN_FUTURE");
        assertThat(referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true))
                        .status())
                .isEqualTo(200);
        assertThat(referent.post(path(mentor, "proof"), Map.of("kind", "HONORABILITY_CERTIFICATE", "issuedOn", today))
                        .status())
                .isEqualTo(200);

        KEYCLOAK.down(true);
        Answer unavailable = referent.post(path(mentor, "account"), "{}");
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.json().path("detail").asString()).contains("indisponible");
        KEYCLOAK.down(false);
        Answer account = referent.post(path(mentor, "account"), "{}");
        assertThat(account.status()).as(account.body()).isEqualTo(200);
        assertThat(account.json().path("username").asString())
                .isEqualTo(KEYCLOAK.username(KEYCLOAK.usersAt(email).getFirst()));
        assertThat(account.json().path("temporaryPassword").asString()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(code(referent.post(path(mentor, "account"), "{}"))).isEqualTo("ACCOUNT_ALREADY_OPEN");
        assertThat(referent.post(API + "/" + mentor + "/account/password", "{}").status())
                .isEqualTo(200);

        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get(API + "/me").json().path("identity").path("email").asString())
                .isEqualTo(email);
        assertThat(code(self.post(API + "/me/charter", Map.of("version", 99)))).isEqualTo("CHARTER_NOT_CURRENT");
        assertThat(self.post(API + "/me/charter", Map.of("version", 1)).status())
                .isEqualTo(200);
        JsonNode active =
                self.post(API + "/me/training", Map.of("module", "CORE")).json().path("mentor");
        assertThat(active.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(active.path("missing")).isEmpty();

        assertThat(self.get("/mentors/mon-espace").body()).contains("Tout est prêt");
        assertThat(referent.get("/mentors/" + mentor + "/contact").body()).contains(email);
        assertThat(db.sql("select count(*) from contact_access where mentor = ?")
                        .param(mentor)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        assertThat(self.delete(API + "/me").status()).isEqualTo(204);
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
        assertThat(db.sql("select count(*) from mentor_identity where mentor = ?")
                        .param(mentor)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(referent.get("/mentors/" + mentor).body())
                .contains("Données effacées")
                .doesNotContain(email);
        assertThat(self.get("/mentors/mon-espace").body()).contains("Vos données sont effacées");

        assertThat(published(mentor, 6))
                .containsExactly(
                        "mentors.mentor-applied.v1",
                        "mentors.screening-passed.v1",
                        "mentors.charter-accepted.v1",
                        "mentors.training-completed.v1",
                        "mentors.mentor-activated.v1",
                        "mentors.mentor-withdrew.v1");
    }

    @Test
    void names_and_addresses_are_sealed_and_in_no_event() {
        String email = email();
        apply(email, true, true);
        assertThat(db.sql("select mentor_identity::text from mentor_identity")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(email) || row.contains("Zéphirine"));
        assertThat(db.sql("select payload::text || meta_data::text from domain_event")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("@") || row.contains("Zéphirine"));
    }

    @Test
    void the_team_of_the_territory_finds_a_mentor_until_all_is_erased() {
        String email = email();
        String mentor = apply(email, true, false);
        for (String q : List.of(email.toUpperCase(Locale.ROOT), "m-" + mentor.substring(7, 15))) {
            assertThat(found(referent, q)).as(q).contains("/mentors/" + mentor + "\"");
            assertThat(found(elsewhere, q)).as(q).doesNotContain(mentor);
        }

        assertThat(referent.delete(API + "/" + mentor).status()).isLessThan(300);

        assertThat(found(referent, email)).doesNotContain(mentor);
        assertThat(db.sql("select count(*) from person_index where person = ?")
                        .param(mentor)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_looks_for_a_mentor_elsewhere_chooses_one_and_goes_back() {
        String email = email();
        String mentor = apply(email, true, false);
        String line = "/appariement/lignes/need-1/1";
        assertThat(choosing(line, email)).contains("href=\"" + line + "?avec=" + mentor + "#choisir\"");
        assertThat(choosing(line + "?avec=mentor-0#choisir", email))
                .contains("href=\"" + line + "?avec=mentor-0&amp;avec=" + mentor + "#choisir\"");
        assertThat(choosing("https://mechant.example/", email))
                .contains("/mentors/" + mentor + "\"")
                .doesNotContain("avec=", "mechant");
    }

    private String choosing(String back, String q) {
        return referent.postForm("/mentors/recherche", Map.of("q", q, "pour", back))
                .body();
    }

    @Test
    void the_interviews_of_the_day_show_their_telephones_on_demand_and_that_is_recorded() {
        String mentor = apply(email(), true, false);
        Http.Answer without = referent.get("/mentors/appels");
        assertThat(without.body()).contains("/mentors/" + mentor + "\"").doesNotContain("tel:");
        Http.Answer with = referent.get("/mentors/appels?telephones");
        assertThat(with.body()).contains("tel:", "à détruire le soir même");
        assertThat(with.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(db.sql("select count(*) from contact_access where mentor = ?")
                        .param(mentor)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(elsewhere.get("/mentors/appels?telephones").body()).doesNotContain(mentor);
    }

    private static String found(Http by, String q) {
        return by.postForm("/mentors/recherche", Map.of("q", q)).body();
    }

    @Test
    void a_failed_interview_ends_it() {
        String mentor = apply(email(), true, true);
        assertThat(referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", false))
                        .status())
                .isEqualTo(422);
        JsonNode refused = referent.post(
                        path(mentor, "interview"), Map.of("heldOn", today, "passed", false, "reason", "AVAILABILITY"))
                .json();
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(code(referent.post(path(mentor, "proof"), Map.of("kind", "B3_SHOWN", "issuedOn", today))))
                .isEqualTo("APPLICATION_REFUSED");
    }

    @Test
    void a_minor_waits_for_the_authorisation() {
        String mentor = apply(email(), false, true);
        assertThat(missing(mentor)).contains("AUTHORISATION");
        assertThat(referent.post(path(mentor, "minor-authorisation"), Map.of("recordedOn", today))
                        .status())
                .isEqualTo(200);
        assertThat(missing(mentor)).doesNotContain("AUTHORISATION");
    }

    @Test
    void a_refused_date_is_said_at_its_field_in_french_and_what_was_typed_stays() {
        String mentor = apply(email(), true, true);
        String page = "/mentors/" + mentor;
        Answer future = referent.postForm(
                page + "/entretien", Map.of("heldOn", "2999-01-31", "passed", "non", "reason", "SKILLS"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.body())
                .contains("<title>Erreur", "href=\"#heldOn\"", "id=\"heldOn-erreur\"", "value=\"2999-01-31\"")
                .containsPattern("value=\"non\"[^>]*checked")
                .containsPattern("value=\"SKILLS\"[^>]*selected");
        Answer old = referent.postForm(page + "/preuve", Map.of("kind", "SWORN_STATEMENT", "issuedOn", "2019-04-01"));
        assertThat(old.status()).isEqualTo(422);
        assertThat(old.body())
                .contains("href=\"#issuedOn\"", "id=\"issuedOn-erreur\"", "value=\"2019-04-01\"")
                .containsPattern("plus valable depuis le \\d+(?:er)? \\p{L}+ 20")
                .containsPattern("value=\"SWORN_STATEMENT\"[^>]*selected");
        Answer seen = referent.postForm(page + "/preuve", Map.of("kind", "SWORN_STATEMENT", "issuedOn", today));
        assertThat(seen.status()).isEqualTo(303);
        assertThat(referent.follow(seen).body()).contains("Le justificatif est enregistré.");
        assertThat(referent.get(page + "?fait=preuve").body()).doesNotContain("Le justificatif est enregistré.");
        assertThat(referent.get(page).body()).doesNotContain("établi le");
    }

    @Test
    void pages_lead_a_referent_and_a_mentor_through_all_acts() {
        String email = email();
        String mentor = apply(email, false, true);
        String page = "/mentors/" + mentor;
        assertThat(referent.get("/mentors").body()).contains("Zéphirine").doesNotContain("??");
        assertThat(referent.get(page).body())
                .contains("Enregistrer l’entretien")
                .doesNotContain("??");
        Answer bad = referent.postForm(page + "/entretien", Map.of("heldOn", "demain"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body())
                .contains("Ce jour n’est pas lisible.")
                .doesNotContain("Indiquez le jour de l’entretien.");
        assertThat(referent.postForm(page + "/entretien", Map.of("heldOn", " ")).body())
                .contains("Indiquez le jour de l’entretien.");
        assertThat(referent.postForm(page + "/entretien", Map.of("heldOn", "2999-01-01", "passed", "oui"))
                        .body())
                .contains("Cette date est dans le futur");
        Answer back =
                referent.postForm(page + "/entretien", Map.of("heldOn", today, "passed", "oui", "retour", "/suivi"));
        assertThat(back.location()).endsWith("/suivi");
        Answer evil = referent.postForm(
                page + "/preuve", Map.of("kind", "B3_SHOWN", "issuedOn", today, "retour", "//evil.test"));
        assertThat(evil.location()).endsWith(page);
        referent.postForm(page + "/autorisation", Map.of("recordedOn", today));
        KEYCLOAK.down(true);
        Answer unavailable = referent.postForm(page + "/compte", Map.of());
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.body()).contains("Rien n’est perdu");
        KEYCLOAK.down(false);
        assertThat(referent.postForm(page + "/compte", Map.of()).body()).contains("À dire au téléphone");

        Http self = anyone.as(Tokens.mentor(mentor));
        for (String one : List.of("", "/charte", "/formation", "/donnees", "/depart", "/effacement")) {
            assertThat(self.get("/mentors/mon-espace" + one).body())
                    .as(one)
                    .contains("<h1")
                    .doesNotContain("??");
        }
        assertThat(self.postForm("/mentors/mon-espace/charte", Map.of("version", "1"))
                        .status())
                .isEqualTo(422);
        self.postForm("/mentors/mon-espace/charte", Map.of("version", "1", "accord", "true"));
        Answer wrong = self.postForm("/mentors/mon-espace/formation", Map.of("role", "a"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "Relisez le point 1",
                        "Une séance que vous ne pourrez pas assurer",
                        "Une parole qui vous inquiète")
                .contains("Ce que vous notez de la séance");
        self.postForm(
                "/mentors/mon-espace/formation",
                Map.of("role", "b", "rythme", "a", "confidentialite", "b", "inquietude", "b"));
        assertThat(referent.get(API + "/" + mentor).json().path("status").asString())
                .isEqualTo("ACTIVE");

        assertThat(self.postForm("/mentors/mon-espace/depart", Map.of()).status())
                .isEqualTo(422);
        self.postForm("/mentors/mon-espace/depart", Map.of("reason", "NO_TIME"));
        assertThat(self.get("/mentors/mon-espace").body()).contains("Vous avez quitté");
        assertThat(self.postForm("/mentors/mon-espace/effacement", Map.of()).status())
                .isEqualTo(422);
        self.postForm("/mentors/mon-espace/effacement", Map.of("accord", "true"));
        assertThat(referent.get(page + "/contact").body()).contains("effac").doesNotContain(email);
    }
}
