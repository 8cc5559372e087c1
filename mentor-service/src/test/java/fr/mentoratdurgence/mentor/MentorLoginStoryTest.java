package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Logins: who opens one, who may renew its password, and what happens where Keycloak says no. */
@ServiceTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorLoginStoryTest extends MentorChapter {
    @Test
    void a_login_is_a_short_name_of_its_own_which_says_nothing_of_the_person() {
        String email = email();
        String mentor = apply(email, true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        KEYCLOAK.taken(2); // somebody else's: another is drawn

        Answer login = referent.post(path(mentor, "account"), "{}");

        assertThat(login.status()).as(login.body()).isEqualTo(200);
        assertThat(KEYCLOAK.usersAt(email).stream().map(KEYCLOAK::username))
                .containsExactly(login.json().path("username").asString())
                .allMatch(username -> username.matches("([bdflmnprtv][aiou]){3}[1-9][0-9]{2}"));
        assertThat(referent.postForm("/mentors/" + mentor + "/mot-de-passe", Map.of())
                        .body())
                .contains(login.json().path("username").asString());
    }

    @Test
    void a_login_that_is_made_while_the_person_leaves_is_removed() {
        for (String way : List.of("erasure", "withdrawal")) {
            String email = email();
            String mentor = apply(email, true, true);
            referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
            Http self = anyone.as(Tokens.mentor(mentor));
            KEYCLOAK.whileCreating(() -> assertThat((way.equals("erasure")
                                    ? self.delete(API + "/me")
                                    : self.post(API + "/me/withdrawal", Map.of("reason", "NO_TIME")))
                            .status())
                    .isLessThan(300));

            assertThat(code(referent.post(path(mentor, "account"), "{}"))).isEqualTo("ALREADY_WITHDRAWN");
            assertThat(KEYCLOAK.usersAt(email)).as(way).isEmpty();
        }
    }

    @Test
    void a_login_that_cannot_be_removed_stops_no_other() {
        String stuck = email();
        String free = email();
        List<String> erased = List.of(withAccount(stuck), withAccount(free));
        String id = KEYCLOAK.usersAt(stuck).getFirst();
        KEYCLOAK.keeps(id, true);
        erased.forEach(mentor -> assertThat(
                        anyone.as(Tokens.mentor(mentor)).delete(API + "/me").status())
                .isEqualTo(204));

        assertThat(KEYCLOAK.usersAt(free)).isEmpty();
        assertThat(KEYCLOAK.usersAt(stuck)).hasSize(1);
        KEYCLOAK.keeps(id, false);
        removals.work();
        assertThat(KEYCLOAK.usersAt(stuck)).isEmpty();
    }

    @Test
    void a_mentor_who_helps_anywhere_is_given_a_password_by_the_own_territory_or_a_coordinator_only() {
        String mentor = withAccount(email());
        String page = "/mentors/" + mentor;
        int before = KEYCLOAK.calls().size();

        // seen everywhere, since this mentor helps anywhere
        assertThat(elsewhere.get(page).body())
                .contains("vit dans un autre territoire")
                .doesNotContain("/mot-de-passe");
        assertThat(code(elsewhere.post(API + "/" + mentor + "/account/password", "{}")))
                .isEqualTo("NOT_YOURS_TO_LET_IN");
        assertThat(elsewhere.postForm(page + "/mot-de-passe", Map.of()).status())
                .isEqualTo(403);
        String waiting = apply(email(), true, true);
        referent.post(path(waiting, "interview"), Map.of("heldOn", today, "passed", true));
        assertThat(code(elsewhere.post(path(waiting, "account"), "{}"))).isEqualTo("NOT_YOURS_TO_LET_IN");
        assertThat(KEYCLOAK.calls()).hasSize(before);

        assertThat(anyone.as(Tokens.coordinator())
                        .post(API + "/" + mentor + "/account/password", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(referent.postForm(page + "/mot-de-passe", Map.of()).body()).contains("À dire au téléphone");
    }

    @Test
    void a_renewed_password_is_a_fact_ends_all_sessions_and_is_told_to_the_person() {
        String email = email();
        String mentor = withAccount(email);
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace").body()).doesNotContain("renouvelé");

        assertThat(referent.post(API + "/" + mentor + "/account/password", "{}").status())
                .isEqualTo(200);

        assertThat(renewals(mentor)).isEqualTo(1);
        String id = KEYCLOAK.usersAt(email).getFirst();
        assertThat(KEYCLOAK.calls())
                .containsSubsequence(
                        "PUT /admin/realms/mentorat/users/" + id + "/reset-password",
                        "POST /admin/realms/mentorat/users/" + id + "/logout");
        String day = new FrenchTime().day(LocalDate.parse(today));
        assertThat(self.get("/mentors/mon-espace").body()).contains("renouvelé le " + day + " par l’équipe");
        assertThat(self.get("/mentors/mon-espace/donnees").body()).contains("Renouvelé par l’équipe le " + day);
        assertThat(referent.get("/mentors/" + mentor).body()).contains("Mot de passe renouvelé par l’équipe le " + day);

        // who has left may still be let in, to read or erase what is kept
        self.post(API + "/me/withdrawal", Map.of("reason", "NO_TIME"));
        assertThat(referent.get("/mentors/" + mentor).body()).contains("/mot-de-passe");
        assertThat(referent.post(API + "/" + mentor + "/account/password", "{}").status())
                .isEqualTo(200);
        assertThat(renewals(mentor)).isEqualTo(2);
    }

    @Test
    void no_password_is_renewed_that_keycloak_cannot_renew_now() {
        String email = email();
        String mentor = withAccount(email);
        KEYCLOAK.down(true);
        assertThat(referent.post(API + "/" + mentor + "/account/password", "{}").status())
                .isEqualTo(503);
        KEYCLOAK.down(false);
        KEYCLOAK.forget(KEYCLOAK.usersAt(email).getFirst());
        assertThat(code(referent.post(API + "/" + mentor + "/account/password", "{}")))
                .isEqualTo("ACCOUNT_MISSING");
        assertThat(renewals(mentor)).isZero();
    }

    @Test
    void what_keycloak_refuses_is_said_and_not_tried_again_for_ever() {
        String mentor = apply(email(), true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));

        KEYCLOAK.doesNotAccept("email");
        Answer address = referent.post(path(mentor, "account"), "{}");
        KEYCLOAK.doesNotAccept("lastName");
        Answer name = referent.post(path(mentor, "account"), "{}");
        KEYCLOAK.doesNotAccept("");
        KEYCLOAK.refuses(true);
        Answer rights = referent.post(path(mentor, "account"), "{}");
        KEYCLOAK.refuses(false);

        assertThat(code(address)).isEqualTo("ACCOUNT_ADDRESS_REFUSED");
        assertThat(address.status()).isEqualTo(409);
        assertThat(code(name)).isEqualTo("ACCOUNT_PERSON_REFUSED");
        assertThat(code(rights)).isEqualTo("ACCOUNTS_REFUSED");
        assertThat(rights.json().path("detail").asString()).contains("Réessayer n’y changera rien");
    }

    @Test
    void an_account_without_a_mentor_gets_a_plain_page() {
        Http nobody = anyone.as(Tokens.role("mentor"));
        assertThat(nobody.get("/mentors/mon-espace").status()).isEqualTo(404);
        assertThat(nobody.get("/mentors/mon-espace").body()).contains("Aucun dossier de mentor");
        assertThat(code(nobody.get(API + "/me"))).isEqualTo("NO_MENTOR_FOR_ACCOUNT");
    }
}
