package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.followup.v1.MentorProtected;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MentorReleased;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclined;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.Samples;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who may reach a mentor, and for how long; what somebody reads of the own data; how they go. */
@ServiceTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorContactStoryTest extends MentorChapter {
    @Test
    void a_mentor_who_helps_anywhere_is_called_by_the_own_territory_and_by_who_follows_the_need() {
        String mentor = apply(email(), true, true);
        String card = "/mentors/" + mentor + "/contact";
        assertThat(referent.get(card).body()).contains("tel:");
        assertThat(anyone.as(Tokens.coordinator()).get(card).body()).contains("tel:");
        assertThat(elsewhere.get("/mentors/" + mentor).body())
                .contains("Ses coordonnées s’ouvriront ici")
                .doesNotContain(card);
        assertThat(elsewhere.get(card).status()).isEqualTo(403);
        assertThat(elsewhere.get(card).body())
                .contains("vit dans un autre territoire")
                .doesNotContain("tel:");

        MatchProposed asked = new MatchProposed(
                "proposal-of-" + mentor,
                "need-1",
                1,
                1,
                mentor,
                "RUN",
                1,
                60,
                Instant.parse("2030-01-01T00:00:00Z"),
                Tokens.account("another"),
                "75");
        hear(asked);
        assertThat(elsewhere.get(card).body()).contains("tel:");
        assertThat(elsewhere.get("/mentors/" + mentor).body()).contains(card);
        hear(new ProposalDeclined(asked.proposal(), "need-1", 1, 1, mentor, "MENTOR", "SCHEDULE"));
        assertThat(elsewhere.get(card).status()).isEqualTo(403);

        // a pair that this person follows, in whatever département
        hear(new PairOpened(
                "pair-of-" + mentor,
                asked.proposal(),
                new PairTerms(
                        "need-1",
                        1,
                        1,
                        mentor,
                        "structure-0940176F",
                        Tokens.account("referente-75"),
                        "13",
                        "02",
                        "LYCEE_GT",
                        "NONE",
                        LocalDate.parse(today)),
                LocalDate.parse(today),
                Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(elsewhere.get(card).status()).isEqualTo(200);
        hear(new PairClosed("pair-of-" + mentor, "need-1", 1, 1, mentor, true, LocalDate.parse(today)));
        assertThat(elsewhere.get(card).status()).isEqualTo(403);
    }

    @Test
    void a_structure_reaches_its_mentor_as_long_as_the_pair_lasts() {
        String email = email();
        String mentor = apply(email, true, false);
        String card = "/mentors/" + mentor + "/contact";
        Http structure = anyone.as(Tokens.structure("structure-0940176F"));
        assertThat(structure.get(card).status()).isEqualTo(404);

        Map<String, String> pair =
                Map.of("pair", "pair-of-" + mentor, "mentor", mentor, "structure", "structure-0940176F");
        Samples.tell("followup", "pair-opened", pair);
        await().atMost(Duration.ofSeconds(60)).until(() -> structure.get(card).status() == 200);
        assertThat(structure.get(card).body())
                .contains("Zéphirine", email, "/suivi/mes-binomes")
                .doesNotContain("Durand", "href=\"/mentors/" + mentor);
        assertThat(structure.get("/mentors/" + mentor).status()).isEqualTo(403);
        String names = API + "/names?of=" + mentor;
        assertThat(structure.get(names).json().path(mentor).asString())
                .as("no family name")
                .isEqualTo("Zéphirine");
        assertThat(anyone.as(Tokens.structure("structure-0941250Y")).get(names).json())
                .isEmpty();
        assertThat(anyone.as(Tokens.structure("structure-0941250Y")).get(card).status())
                .isEqualTo(404);

        Samples.tell("followup", "pair-closed", pair);
        await().atMost(Duration.ofSeconds(60)).until(() -> structure.get(card).status() == 404);
    }

    @Test
    void who_has_left_or_is_held_is_reached_by_no_structure_though_the_pair_stands() {
        String email = email();
        String mentor = apply(email, true, false);
        String card = "/mentors/" + mentor + "/contact";
        String names = API + "/names?of=" + mentor;
        Http structure = anyone.as(Tokens.structure("structure-0940176F"));
        Map<String, String> pair =
                Map.of("pair", "pair-of-" + mentor, "mentor", mentor, "structure", "structure-0940176F");
        Samples.tell("followup", "pair-opened", pair);
        await().atMost(Duration.ofSeconds(60)).until(() -> structure.get(card).status() == 200);

        hear(new MentorProtected("concern-of-" + mentor, mentor, null, LocalDate.parse("2020-05-04")));
        assertThat(structure.get(card).status()).isEqualTo(404);
        assertThat(structure.get(names).json()).isEmpty();
        hear(new MentorReleased(mentor, "CLEARED", Instant.now()));
        assertThat(structure.get(card).status()).isEqualTo(200);

        Answer left =
                anyone.as(Tokens.mentor(mentor)).postForm("/mentors/mon-espace/depart", Map.of("reason", "NO_TIME"));
        assertThat(left.status()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(60)).until(() -> structure.get(card).status() == 404);
    }

    @Test
    void a_structure_reaches_the_mentor_it_named_as_long_as_the_trial_is_on() {
        String mentor = apply(email(), true, false);
        String card = "/mentors/" + mentor + "/contact";
        Http structure = anyone.as(Tokens.structure("structure-0940176F"));
        for (String end : List.of("proposal-declined", "proposal-expired", "match-confirmed")) {
            Map<String, String> trial =
                    Map.of("proposal", "proposal-" + end + mentor, "mentor", mentor, "structure", "structure-0940176F");
            assertThat(structure.get(card).status()).isEqualTo(404);

            Samples.tell("matching", "trial-begun", trial);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> structure.get(card).status() == 200);
            assertThat(structure.get(card).body()).contains("Zéphirine").doesNotContain("Durand");
            assertThat(anyone.as(Tokens.structure("structure-0941250Y"))
                            .get(card)
                            .status())
                    .isEqualTo(404);

            Samples.tell("matching", end, trial);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> structure.get(card).status() == 404);
        }
    }

    @Test
    void a_structure_without_an_account_reaches_its_mentor_by_the_link_of_a_letter_and_each_look_is_noted() {
        String mentor = apply(email(), true, false);
        String card = "/mentors/" + mentor + "/contact";
        String need = "need-of-" + mentor;
        String pair = "pair-of-" + mentor;
        Http status = byLink("NEED_STATUS", need);
        Http letter = byLink("NEED_PAIR", pair);
        assertThat(status.get(card).status()).isEqualTo(404);

        Map<String, String> opened =
                Map.of("pair", pair, "need", need, "mentor", mentor, "structure", "structure-0940176F");
        Samples.tell("followup", "pair-opened", opened);
        await().atMost(Duration.ofSeconds(60)).until(() -> status.get(card).status() == 200);
        String names = API + "/names?of=" + mentor;
        assertThat(status.get(names).json().path(mentor).asString()).isEqualTo("Zéphirine");
        assertThat(byLink("NEED_STATUS", "need-of-another-school").get(names).json())
                .isEmpty();
        assertThat(status.get(card).body())
                .contains("Zéphirine", "/besoins/" + need)
                .doesNotContain("Durand");
        assertThat(letter.get(card).body()).contains("Zéphirine", "/suivi/binomes/" + pair);
        assertThat(byLink("NEED_STATUS", "need-of-another-school").get(card).status())
                .isEqualTo(404);
        assertThat(byLink("NEED_TRIAL", "proposal-of-another-school").get(card).status())
                .isEqualTo(404);
        assertThat(anyone.with(LinkStatement.HEADER, Tokens.link("NEED_PAIR", need, pair, "mentor-somebody"))
                        .get(card)
                        .status())
                .as("a mentor speaks for no structure")
                .isEqualTo(404);
        assertThat(db.sql("select role || ' ' || account from contact_access where mentor = ?")
                        .param(mentor)
                        .query(String.class)
                        .set())
                .containsExactly("link link-" + need);

        Samples.tell("followup", "pair-closed", opened);
        await().atMost(Duration.ofSeconds(60)).until(() -> letter.get(card).status() == 404);
        assertThat(status.get(card).status()).isEqualTo(404);
    }

    private Http byLink(String purpose, String subject) {
        String need = subject.replaceFirst("^[a-z]+", "need");
        return anyone.with(LinkStatement.HEADER, Tokens.link(purpose, need, subject, ""));
    }

    @Test
    void the_team_may_call_mentors_by_their_names() {
        String here = apply(email(), true, false);
        String names = API + "/names?of=" + here + "&of=mentor-unknown";
        assertThat(referent.get(names).json().size()).isEqualTo(1);
        assertThat(referent.get(names).json().path(here).asString()).isEqualTo("Zéphirine Durand");
        assertThat(elsewhere.get(names).json()).isEmpty();
    }

    @Test
    void a_mentor_sees_who_looked_at_the_card_and_takes_all_along() {
        String email = email();
        String mentor = withAccount(email);
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace/donnees").body()).contains("Personne n’a encore consulté");
        referent.get("/mentors/" + mentor + "/contact");
        referent.get("/mentors/" + mentor + "/contact");
        db.sql("insert into contact_access(mentor, account, role, accessed_at) values (?, 'link-need-1',"
                        + " 'link', now())")
                .param(mentor)
                .update();

        assertThat(self.get("/mentors/mon-espace/donnees").body())
                .contains("un·e référent·e, 2 fois", "par le lien d’un courrier, une fois", API + "/me");
        Answer json = self.get(API + "/me");
        assertThat(json.json().path("identity").path("email").asString()).isEqualTo(email);
        assertThat(json.json().path("readings").findValuesAsString("role")).contains("referent", "link");
        assertThat(json.json().path("letters").findValuesAsString("kind")).isNotEmpty();
    }

    @Test
    void who_erases_is_logged_out_first_and_told_what_ends() {
        String email = email();
        String mentor = withAccount(email);
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace/effacement").body())
                .contains("aussitôt déconnecté")
                .doesNotContain("binôme est en cours");
        db.sql("insert into companion(pair, need, mentor, structure) values (?, 'need-1', ?, 'structure-0940176F')")
                .params("pair-of-" + mentor, mentor)
                .update();
        assertThat(self.get("/mentors/mon-espace/effacement").body())
                .contains("Un binôme est en cours", "prévenez d’abord l’établissement");
        assertThat(self.get("/mentors/mon-espace/depart").body()).contains("Un binôme est en cours");
        String id = KEYCLOAK.usersAt(email).getFirst();
        String user = "/admin/realms/mentorat/users/" + id;
        assertThat(self.postForm(
                                "/mentors/mon-espace/coordonnees",
                                Map.of(
                                        "firstName",
                                        "Zéphyr",
                                        "lastName",
                                        "Durand",
                                        "email",
                                        email,
                                        "phone",
                                        "0612345678"))
                        .status())
                .isEqualTo(303);
        assertThat(KEYCLOAK.name(id)).as("where one logs in, too").isEqualTo("Zéphyr Durand");

        Answer erased = self.postForm("/mentors/mon-espace/effacement", Map.of("accord", "true"));

        assertThat(erased.location()).endsWith("/mentors/au-revoir");
        assertThat(anyone.get("/mentors/au-revoir").body()).contains("Vos données sont effacées");
        assertThat(KEYCLOAK.calls()).containsSubsequence("PUT " + user, "POST " + user + "/logout", "DELETE " + user);
    }

    @Test
    void an_operator_erases_whoever_asks_also_with_a_login_and_is_told_what_is_left() {
        String email = email();
        String mentor = withAccount(email);
        Http operator = anyone.as(Tokens.role("ops"));
        String person = API.replace("/v1/mentors", "/v1") + "/ops/people/" + mentor;
        assertThat(operator.get(person).json().path("identity").asBoolean()).isTrue();

        assertThat(operator.delete(person).status()).isEqualTo(204);
        assertThat(operator.delete(person).status()).as("again is the same").isEqualTo(204);

        assertThat(identities(mentor)).isZero();
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
        assertThat(operator.get(person).json().path("identity").asBoolean(true)).isFalse();
        assertThat(operator.delete(person + "0").status()).isEqualTo(404);
    }

    @Test
    void each_sealed_column_is_sealed_anew_when_keys_change() {
        assertThat(anyone.as(Tokens.role("ops"))
                        .get(API.replace("/v1/mentors", "/v1") + "/ops/keys")
                        .body())
                .contains("\"unnamed\":[]", "\"mentor_identity\":0", "\"recent_application\":0", "set_aside_mark");
    }

    @Test
    void who_has_no_login_is_erased_by_the_team_of_the_territory_on_request() {
        String email = email();
        String mentor = apply(email, true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", false, "reason", "AVAILABILITY"));
        referent.get("/mentors/" + mentor + "/contact");

        assertThat(code(elsewhere.delete(API + "/" + mentor))).isEqualTo("NOT_YOURS_TO_ERASE");
        assertThat(elsewhere.get("/mentors/" + mentor).body()).doesNotContain("/effacement");
        assertThat(referent.get("/mentors/" + mentor).body()).contains("/mentors/" + mentor + "/effacement");
        Answer page = referent.get("/mentors/" + mentor + "/effacement");
        assertThat(page.body()).contains("3 faits sans nom", "1 consultation").doesNotContain("??", email);
        Answer unsure = referent.postForm("/mentors/" + mentor + "/effacement", Map.of());
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.body()).contains("Cochez la case");
        assertThat(identities(mentor)).isEqualTo(1);

        Answer done = referent.postForm("/mentors/" + mentor + "/effacement", Map.of("accord", "true"));
        assertThat(done.status()).isIn(302, 303);
        assertThat(done.location()).endsWith("/mentors/" + mentor);
        assertThat(identities(mentor)).isZero();
        assertThat(referent.follow(done).body())
                .contains("Les données de cette personne sont effacées")
                .doesNotContain(email);
        // the address may be used again
        assertThat(anyone.post(API, application(email, true, false)).status()).isEqualTo(201);

        String waiting = apply(email(), true, false);
        assertThat(referent.delete(API + "/" + waiting).status()).isEqualTo(204);
        assertThat(identities(waiting)).isZero();
        assertThat(referent.get(API + "/" + waiting).json().path("status").asString())
                .isEqualTo("ERASED");
    }

    @Test
    void who_has_a_login_erases_from_there() {
        String mentor = withAccount(email());
        assertThat(code(referent.delete(API + "/" + mentor))).isEqualTo("ERASES_FROM_OWN_SPACE");
        assertThat(referent.postForm("/mentors/" + mentor + "/effacement", Map.of("accord", "true"))
                        .status())
                .isEqualTo(409);
        assertThat(referent.get("/mentors/" + mentor).body()).doesNotContain("/effacement");
        assertThat(identities(mentor)).isEqualTo(1);
    }

    @Test
    void one_s_own_data_page_holds_all_of_it() {
        String mentor = withAccount(email());
        Http self = anyone.as(Tokens.mentor(mentor));
        self.post(API + "/me/charter", Map.of("version", 1));
        self.post(API + "/me/training", Map.of("module", "CORE"));
        String day = new FrenchTime().day(LocalDate.parse(today));
        assertThat(self.get("/mentors/mon-espace/donnees").body())
                .contains("Mathématiques", "Méthode et organisation", "Visio", "Retenue le " + day)
                .contains("Version 1 acceptée le " + day, "Suivie le " + day, "Identifiant", "Aucun binôme en cours")
                .contains("/suivi/mes-binomes", "6 faits datés")
                .doesNotContain("??");
    }
}
