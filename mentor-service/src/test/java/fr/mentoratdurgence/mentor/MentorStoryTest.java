package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.mentor.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From a volunteer's form to an active mentor, and to being forgotten; on real PostgreSQL and Kafka. */
@ServiceTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorStoryTest {
    private static final String API = "/api/mentors/v1/mentors";
    private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    private final String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    @Autowired
    JdbcClient db;

    @Autowired
    AccountRemovals removals;

    @LocalServerPort
    int port;

    Http anyone;
    Http referent;
    Http elsewhere;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry settings) {
        settings.add("accounts.realm", KEYCLOAK::realm);
        settings.add("accounts.client-secret", () -> "secret");
    }

    @BeforeEach
    void people() {
        anyone = new Http(port);
        referent = anyone.as(Tokens.referent("94"));
        elsewhere = anyone.as(Tokens.referent("75"));
        KEYCLOAK.down(false);
    }

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
        assertThat(account.json().path("username").asString()).isEqualTo(email);
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
        assertThat(KEYCLOAK.usersNamed(email)).isEmpty();
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
    void a_staff_login_is_never_taken_over() {
        String email = email();
        KEYCLOAK.add(UUID.randomUUID().toString(), email);
        String mentor = apply(email, true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        assertThat(code(referent.post(path(mentor, "account"), "{}"))).isEqualTo("ACCOUNT_NAME_TAKEN");
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
            assertThat(KEYCLOAK.usersNamed(email)).as(way).isEmpty();
        }
    }

    @Test
    void a_login_that_cannot_be_removed_stops_no_other() {
        String stuck = email();
        String free = email();
        List<String> erased = List.of(withAccount(stuck), withAccount(free));
        String id = KEYCLOAK.usersNamed(stuck).getFirst();
        KEYCLOAK.keeps(id, true);
        erased.forEach(mentor -> assertThat(
                        anyone.as(Tokens.mentor(mentor)).delete(API + "/me").status())
                .isEqualTo(204));

        assertThat(KEYCLOAK.usersNamed(free)).isEmpty();
        assertThat(KEYCLOAK.usersNamed(stuck)).hasSize(1);
        KEYCLOAK.keeps(id, false);
        removals.work();
        assertThat(KEYCLOAK.usersNamed(stuck)).isEmpty();
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
        String id = KEYCLOAK.usersNamed(email).getFirst();
        assertThat(KEYCLOAK.calls())
                .containsSubsequence(
                        "PUT /admin/realms/mentorat/users/" + id + "/reset-password",
                        "POST /admin/realms/mentorat/users/" + id + "/logout");
        String day = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.parse(today));
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
        KEYCLOAK.forget(KEYCLOAK.usersNamed(email).getFirst());
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
    void who_erases_is_logged_out_first_and_told_what_ends() {
        String email = email();
        String mentor = withAccount(email);
        Http self = anyone.as(Tokens.mentor(mentor));
        assertThat(self.get("/mentors/mon-espace/effacement").body())
                .contains("aussitôt déconnecté")
                .doesNotContain("binôme est en cours");
        db.sql("insert into companion(pair, mentor, structure) values (?, ?, 'structure-0940176F')")
                .params("pair-of-" + mentor, mentor)
                .update();
        assertThat(self.get("/mentors/mon-espace/effacement").body())
                .contains("Un binôme est en cours", "prévenez d’abord l’établissement");
        assertThat(self.get("/mentors/mon-espace/depart").body()).contains("Un binôme est en cours");
        String user =
                "/admin/realms/mentorat/users/" + KEYCLOAK.usersNamed(email).getFirst();

        Answer erased = self.postForm("/mentors/mon-espace/effacement", Map.of("accord", "true"));

        assertThat(erased.location()).endsWith("/mentors/au-revoir");
        assertThat(anyone.get("/mentors/au-revoir").body()).contains("Vos données sont effacées");
        assertThat(KEYCLOAK.calls()).containsSubsequence("PUT " + user, "POST " + user + "/logout", "DELETE " + user);
    }

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

    /** The number that the public form tells, for a page that is sent twice. */
    private String form(String address) {
        String location = anyone.postForm(
                        "/mentors/candidature",
                        Map.ofEntries(
                                Map.entry("commande", "command-00000000-0000-4000-8000-000000000b0b"),
                                Map.entry("firstName", "Zéphirine"),
                                Map.entry("lastName", "Durand"),
                                Map.entry("email", address),
                                Map.entry("phone", "0612345678"),
                                Map.entry("adult", "oui"),
                                Map.entry("departement", "94"),
                                Map.entry("supports", "METHOD"),
                                Map.entry("channels", "VIDEO"),
                                Map.entry("capacity", "1")))
                .location();
        return location.substring(location.indexOf('=') + 1);
    }

    private long renewals(String mentor) {
        return db.sql("select count(*) from domain_event where aggregate_id = ?"
                        + " and payload_type = 'mentors.PasswordRenewed'")
                .param(mentor)
                .query(Long.class)
                .single();
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

    private long identities(String mentor) {
        return db.sql("select count(*) from mentor_identity where mentor = ?")
                .param(mentor)
                .query(Long.class)
                .single();
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
    void one_s_own_data_page_holds_all_of_it() {
        String mentor = withAccount(email());
        Http self = anyone.as(Tokens.mentor(mentor));
        self.post(API + "/me/charter", Map.of("version", 1));
        self.post(API + "/me/training", Map.of("module", "CORE"));
        String day = DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.parse(today));
        assertThat(self.get("/mentors/mon-espace/donnees").body())
                .contains("Mathématiques", "Méthode et organisation", "Visio", "Retenue le " + day)
                .contains("Version 1 acceptée le " + day, "Suivie le " + day, "Identifiant", "Aucun binôme en cours")
                .contains("/suivi/mes-binomes", "6 faits datés")
                .doesNotContain("??");
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

    private String withAccount(String email) {
        String mentor = apply(email, true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        assertThat(referent.post(path(mentor, "account"), "{}").status()).isEqualTo(200);
        return mentor;
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
        assertThat(bad.body()).contains("Indiquez le jour de l’entretien.");
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

    @Test
    void an_account_without_a_mentor_gets_a_plain_page() {
        Http nobody = anyone.as(Tokens.role("mentor"));
        assertThat(nobody.get("/mentors/mon-espace").status()).isEqualTo(404);
        assertThat(nobody.get("/mentors/mon-espace").body()).contains("Aucun dossier de mentor");
        assertThat(code(nobody.get(API + "/me"))).isEqualTo("NO_MENTOR_FOR_ACCOUNT");
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
        tell("followup", "pair-opened", pair);
        await().atMost(Duration.ofSeconds(60)).until(() -> structure.get(card).status() == 200);
        assertThat(structure.get(card).body())
                .contains("Zéphirine", email, "/suivi/mes-binomes")
                .doesNotContain("Durand", "href=\"/mentors/" + mentor);
        assertThat(structure.get("/mentors/" + mentor).status()).isEqualTo(403);
        assertThat(anyone.as(Tokens.structure("structure-0941250Y")).get(card).status())
                .isEqualTo(404);

        tell("followup", "pair-closed", pair);
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

            tell("matching", "trial-begun", trial);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> structure.get(card).status() == 200);
            assertThat(structure.get(card).body()).contains("Zéphirine").doesNotContain("Durand");
            assertThat(anyone.as(Tokens.structure("structure-0941250Y"))
                            .get(card)
                            .status())
                    .isEqualTo(404);

            tell("matching", end, trial);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> structure.get(card).status() == 404);
        }
    }

    @Test
    void the_team_may_call_mentors_by_their_names() {
        String here = apply(email(), true, false);
        String names = API + "/names?of=" + here + "&of=mentor-unknown";
        assertThat(referent.get(names).json().size()).isEqualTo(1);
        assertThat(referent.get(names).json().path(here).asString()).isEqualTo("Zéphirine Durand");
        assertThat(elsewhere.get(names).json()).isEmpty();
    }

    /** Another service tells something: the contract's own sample, about these. */
    private static void tell(String service, String type, Map<String, String> about) {
        try (InputStream sample =
                        MentorStoryTest.class.getResourceAsStream("/contracts/" + service + "/v1/" + type + ".json");
                KafkaProducer<String, byte[]> producer = LocalParts.publisher()) {
            ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(sample);
            about.forEach(data::put);
            String key =
                    data.get(service.equals("matching") ? "proposal" : "pair").asString();
            byte[] envelope = JsonMapper.shared()
                    .writeValueAsBytes(Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            "event-" + UUID.randomUUID(),
                            "source",
                            "/" + service + "-service",
                            "type",
                            service + "." + type + ".v1",
                            "subject",
                            key,
                            "time",
                            Instant.EPOCH.toString(),
                            "data",
                            data));
            var _ = producer.send(new ProducerRecord<>(service + ".v1", key, envelope))
                    .get();
        } catch (IOException | ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private String apply(String email, boolean adult, boolean anywhere) {
        Answer answer = anyone.post(API, application(email, adult, anywhere));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("reference").asString()).startsWith("M-");
        return answer.json().path("mentor").asString();
    }

    private static Map<String, Object> application(String email, boolean adult, boolean anywhere) {
        return Map.ofEntries(
                Map.entry("firstName", "Zéphirine"),
                Map.entry("lastName", "Durand"),
                Map.entry("email", email),
                Map.entry("phone", "06 12 34 56 78"),
                Map.entry("adult", adult),
                Map.entry("departement", "94"),
                Map.entry("anywhere", anywhere),
                Map.entry(
                        "skills",
                        List.of(Map.of("subject", "MATHS", "fromBand", "COLLEGE_6_5", "toBand", "COLLEGE_4_3"))),
                Map.entry("supports", List.of("METHOD")),
                Map.entry("channels", List.of("VIDEO", "PHONE")),
                Map.entry("slots", List.of(Map.of("day", "WEDNESDAY", "start", "14:00", "end", "16:00"))),
                Map.entry("capacity", 2));
    }

    private List<String> missing(String mentor) {
        List<String> missing = new ArrayList<>();
        referent.get(API + "/" + mentor).json().path("missing").forEach(m -> missing.add(m.asString()));
        return missing;
    }

    private static String path(String mentor, String act) {
        return API + "/" + mentor + "/" + act;
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asString("none, but " + answer.status());
    }

    private static String email() {
        return "zephirine-" + UUID.randomUUID() + "@exemple.fr";
    }

    private static List<String> published(String mentor, int count) {
        List<String> types = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalParts.kafka(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "story-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("mentors.v1"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(message -> {
                    if (mentor.equals(message.key())) {
                        types.add(JsonMapper.shared()
                                .readTree(message.value())
                                .path("type")
                                .asString());
                    }
                });
                return types.size() >= count;
            });
        }
        return types;
    }
}
