package fr.mentoratdurgence.followup.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.test.FakeKeycloak;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How somebody comes into the team, and leaves it. */
@FollowupTest
@DirtiesContext // its parts are its own: a second service would tell the others' facts again
class TeamStoryTest {
    private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    private static final MailPart MAIL = MailPart.start(0);

    private final String email = "equipe-" + UUID.randomUUID() + "@exemple.fr";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AccountRemovals removals;

    @Autowired
    private ErasureReceipts erased;

    @Autowired
    private StaffBoard board;

    @Autowired
    private StaffNames names;

    @Autowired
    private FirstCoordinator first;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry settings) {
        settings.add("accounts.realm", KEYCLOAK::realm);
        settings.add("accounts.client-secret", () -> "secret");
        settings.add("spring.mail.port", MAIL::port);
    }

    @BeforeEach
    void keycloak_answers() {
        KEYCLOAK.down(false);
    }

    private Http as(String token) {
        return new Http(port).as(token);
    }

    private final String nadia = Tokens.of("nadia", List.of("coordinator"), List.of("*"), null, null);
    private final String idris = Tokens.of("idris", List.of("coordinator"), List.of("*"), null, null);

    private Map<String, String> form(String role, String address) {
        return Map.of(
                "prenom", "Awa",
                "nom", "Benali",
                "email", address,
                "telephone", "01 40 00 00 00",
                "role", role,
                "territoires", "94, 75");
    }

    private String invited(String role, String address) {
        Answer answer = as(nadia).postForm("/suivi/equipe", form(role, address));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.response().headers().firstValue("Just-Done").orElseThrow().split("~", -1)[1];
    }

    @Test
    void a_referent_is_invited_by_a_letter_whose_link_gives_the_first_password_once() {
        String staff = invited("REFERENT", email);
        assertThat(as(nadia)
                        .postForm("/suivi/equipe/" + staff + "/compte", Map.of())
                        .status())
                .isEqualTo(303);

        String login = KEYCLOAK.username(KEYCLOAK.usersAt(email).getFirst());
        String letter = letter("ACCOUNT_INVITATION");
        assertThat(letter).contains(login, "/lien/suivi/").doesNotContain("mot de passe provisoire :");

        String account = "account-" + KEYCLOAK.usersAt(email).getFirst();
        Http link = new Http(port).with("Link-Statement", Tokens.link("ACCOUNT_ACCESS", staff, account, ""));
        Answer access = link.postForm("/lien/suivi/acces", Map.of());
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.body()).contains(login).containsPattern("[a-z]{4}-[a-z]{4}-[a-z]{4}-[0-9]{4}");
        assertThat(db.sql("select count(*) from act_link where subject = ? and revoked_at is null")
                        .param(account)
                        .query(Long.class)
                        .single())
                .as("it has done its work")
                .isZero();
        assertThat(as(idris)
                        .postForm("/suivi/equipe/" + staff + "/mot-de-passe", Map.of())
                        .status())
                .as("no colleague sees a password that a letter can bring")
                .isEqualTo(303);
        assertThat(new Http(port)
                        .with("Link-Statement", Tokens.link("ACCOUNT_ACCESS", "staff-another", account, ""))
                        .postForm("/lien/suivi/acces", Map.of())
                        .status())
                .as("somebody else's account")
                .isEqualTo(409);
    }

    @Test
    void a_coordinator_comes_in_when_a_second_one_agrees() {
        String staff = invited("COORDINATOR", "");
        String path = "/suivi/equipe/" + staff;

        assertThat(as(nadia).postForm(path + "/compte", Map.of()).status()).isEqualTo(409);
        assertThat(as(nadia).postForm(path + "/confirmation", Map.of()).body()).contains("une autre personne");
        assertThat(as(idris).postForm(path + "/confirmation", Map.of()).status())
                .isEqualTo(303);
        Answer opened = as(idris).postForm(path + "/compte", Map.of());

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).as("no address: told by telephone").contains("À dire au téléphone");
        assertThat(as(Tokens.referent("94")).get("/suivi/equipe").status()).isEqualTo(403);
    }

    @Test
    void each_sealed_column_is_sealed_anew_when_keys_change() {
        assertThat(as(Tokens.role("ops")).get("/api/followup/v1/ops/keys").body())
                .contains("\"unnamed\":[]", "\"staff_person\":0", "\"concern_text\":0", "\"note\":0");
    }

    @Test
    void
            the_first_coordinator_of_a_new_installation_is_invited_by_the_operator_once_and_erased_at_the_operators_word() {
        Http operator = as(Tokens.role("ops"));
        String api = "/api/followup/v1/ops/";
        assertThat(operator.post(api + "first-coordinator", Map.of("email", "rien"))
                        .status())
                .isEqualTo(422);
        KEYCLOAK.down(true);
        Answer invited = operator.post(api + "first-coordinator", Map.of("email", email));
        KEYCLOAK.down(false);
        first.watch();
        first.watch();

        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(KEYCLOAK.usersAt(email)).hasSize(1);
        assertThat(letter("ACCOUNT_INVITATION")).contains("/lien/suivi/");
        assertThat(board.here().stream().filter(row -> row.invitedBy().equals("system")))
                .singleElement()
                .satisfies(row -> assertThat(row.role()).isEqualTo(StaffRole.COORDINATOR));
        Answer again = operator.post(api + "first-coordinator", Map.of("email", "autre@exemple.fr"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("déjà invitée");

        String person = api + "people/" + invited.json().path("staff").asString();
        assertThat(operator.get(person).json().path("identity").asBoolean()).isTrue();
        assertThat(operator.delete(person).status()).isEqualTo(204);
        assertThat(operator.delete(person).status()).as("again is the same").isEqualTo(204);
        assertThat(operator.delete(api + "people/staff-unknown").status()).isEqualTo(404);
        assertThat(letter("ERASED")).contains("Ce courrier est le reçu");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            erased.clear();
            return operator.get(person).body().contains("\"receipt\":false");
        });
        assertThat(operator.get(person).body())
                .contains("\"identity\":false", "\"letters\":0", "\"links\":0", "\"receipt\":false", "\"logins\":0");
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
        first.watch();
        assertThat(operator.post(api + "first-coordinator", Map.of("email", email))
                        .status())
                .as("once and for all")
                .isEqualTo(409);
    }

    @Test
    void somebody_whom_the_login_server_knows_already_enters_the_book_with_the_role_given_there_and_no_other() {
        String login = KEYCLOAK.has("ancienne", email, "coordinators", "*");
        Http operator = as(Tokens.role("ops"));

        Answer taken = operator.post("/api/followup/v1/ops/team", Map.of("login", "ancienne"));
        Answer again = operator.post("/api/followup/v1/ops/team", Map.of("login", "ancienne"));

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        String staff = taken.json().path("staff").asString();
        assertThat(again.json().path("staff").asString()).isEqualTo(staff);
        assertThat(board.one(staff)).satisfies(row -> {
            assertThat(row.account()).isEqualTo("account-" + login);
            assertThat(row.role()).isEqualTo(StaffRole.COORDINATOR);
            assertThat(row.confirmed()).isTrue();
            assertThat(row.territories()).containsExactly(StaffEvent.EVERYWHERE);
        });
        assertThat(as(nadia).get("/suivi/equipe/" + staff + "/correction").body())
                .contains("value=\"Awa\"", email);
        assertThat(names.name("account-" + login))
                .as("known before the first login here")
                .contains("Awa Benali");
        names.erase("account-" + login);
        assertThat(names.name("account-" + login)).as("named nowhere").isEmpty();
        KEYCLOAK.has("chiffres", email, "analysts", "");
        String analyst = operator.post("/api/followup/v1/ops/team", Map.of("login", "chiffres"))
                .json()
                .path("staff")
                .asString();
        assertThat(board.one(analyst).zone())
                .as("who has no territory stops nobody's morning")
                .isEqualTo(ZoneId.of("Europe/Paris"));
        KEYCLOAK.has("volontaire", email, "mentors", "94");
        assertThat(operator.post("/api/followup/v1/ops/team", Map.of("login", "volontaire"))
                        .status())
                .as("no role in the team")
                .isEqualTo(409);
        assertThat(operator.post("/api/followup/v1/ops/team", Map.of("login", "personne"))
                        .status())
                .isGreaterThanOrEqualTo(400)
                .isLessThan(500);
        assertThat(operator.post("/api/followup/v1/ops/team", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void a_name_a_role_and_territories_are_corrected_and_the_login_follows() {
        String staff = invited("REFERENT", email);
        String path = "/suivi/equipe/" + staff;
        as(nadia).postForm(path + "/compte", Map.of());
        String login = KEYCLOAK.usersAt(email).getFirst();
        assertThat(as(nadia).get(path + "/correction").body()).contains("value=\"Awa\"", "94, 75", email);
        Map<String, String> right = new HashMap<>(form("REFERENT", email));
        right.put("prenom", "Eva");
        right.put("territoires", "93");

        assertThat(as(nadia).postForm(path + "/correction", right).status()).isEqualTo(303);

        assertThat(KEYCLOAK.name(login)).isEqualTo("Eva Benali");
        assertThat(KEYCLOAK.role(login)).isEqualTo("[\"/referents\"] [\"93\"]");
        assertThat(board.one(staff).territories()).containsExactly("93");
        right.put("role", "COORDINATOR");
        right.put("territoires", "*");
        assertThat(as(nadia).postForm(path + "/correction", right).status()).isEqualTo(303);
        assertThat(KEYCLOAK.role(login)).as("not with one yes").isEqualTo("[\"/referents\"] [\"93\"]");
        assertThat(as(nadia).postForm(path + "/changement", Map.of()).body()).contains("une autre personne");
        assertThat(as(nadia).get("/suivi/equipe").body()).contains("Changement demandé : coordination");
        assertThat(as(nadia).get("/suivi/equipe?etat=CHANGING&role=REFERENT").body())
                .contains("Changement demandé : coordination", "Garder cette vue");
        assertThat(as(nadia)
                        .get("/suivi/equipe?etat=TO_CONFIRM&role=ASSOCIATION")
                        .body())
                .contains("Personne ne répond à ce choix.");
        assertThat(as(nadia).get("/suivi/equipe?fichier=csv&etat=CHANGING").body())
                .contains("Numéro;Rôle;Départements;Accès;Invitation;Ouverture", ";changement à confirmer;");
        assertThat(as(Tokens.referent("94"))
                        .postForm(path + "/changement", Map.of())
                        .status())
                .isEqualTo(403);

        assertThat(as(idris).postForm(path + "/changement", Map.of()).status()).isEqualTo(303);

        assertThat(KEYCLOAK.role(login)).isEqualTo("[\"/coordinators\"] [\"*\"]");
        assertThat(KEYCLOAK.calls()).contains("POST /admin/realms/mentorat/users/" + login + "/logout");
        assertThat(board.one(staff).role()).isEqualTo(StaffRole.COORDINATOR);
        right.put("email", "ailleurs-" + email);
        assertThat(as(nadia).postForm(path + "/correction", right).body())
                .as("no single colleague turns the letters of who can read everything to another mailbox")
                .contains("ne se change pas à une seule");
        assertThat(KEYCLOAK.usersAt(email)).containsExactly(login);
        right.put("email", email);
        right.put("role", "ANALYST");
        KEYCLOAK.down(true);
        assertThat(as(nadia).postForm(path + "/correction", right).status()).isEqualTo(503);
        KEYCLOAK.down(false);
        assertThat(board.one(staff).role()).as("nothing changed").isEqualTo(StaffRole.COORDINATOR);
        right.put("nom", "12");
        assertThat(as(nadia).postForm(path + "/correction", right).status()).isEqualTo(422);
    }

    @Test
    void who_forgot_the_login_is_told_by_letter_and_the_answer_is_the_same_for_every_address() {
        String staff = invited("ANALYST", email);
        as(nadia).postForm("/suivi/equipe/" + staff + "/compte", Map.of());
        letter("ACCOUNT_INVITATION");

        Answer known = new Http(port).postForm("/lien/suivi/identifiant", Map.of("email", email));
        Answer unknown = new Http(port).postForm("/lien/suivi/identifiant", Map.of("email", "nobody@exemple.fr"));

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(letter("LOGIN_REMINDER"))
                .contains(KEYCLOAK.username(KEYCLOAK.usersAt(email).getFirst()));
        assertThat(new Http(port)
                        .postForm("/lien/suivi/identifiant", Map.of("email", "rien"))
                        .status())
                .isEqualTo(422);
        assertThat(db.sql("select count(*) from letter where person = ? and kind = 'LOGIN_REMINDER'")
                        .param(staff)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_leaves_is_logged_out_and_forgotten_and_what_they_follow_is_said_first() {
        String staff = invited("REFERENT", email);
        as(nadia).postForm("/suivi/equipe/" + staff + "/compte", Map.of());
        String path = "/suivi/equipe/" + staff + "/depart";

        String account = board.one(staff).account();
        db.sql("insert into staff_member(account, sealed_name, updated_at) values (?, 'sealed', now())")
                .param(account)
                .update();

        assertThat(as(nadia).get(path).body()).contains("Aucun besoin", "Aucun binôme");
        assertThat(as(nadia).postForm(path, Map.of()).status()).isEqualTo(303);
        removals.work();

        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
        assertThat(db.sql("select count(*) from staff_person where staff = ?")
                        .param(staff)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(db.sql("select count(*) from staff_member where account = ?")
                        .param(account)
                        .query(Long.class)
                        .single())
                .as("the name that colleagues read")
                .isZero();
        assertThat(db.sql("select count(*) from domain_event where aggregate_id = ? and payload::text like '%Benali%'")
                        .param(staff)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(as(nadia).get("/suivi/equipe").body()).doesNotContain(staff);
        assertThat(letter("ERASED")).contains("Bonjour Awa", "vous", "effacés").doesNotContain("??", "{");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            erased.clear();
            return db.sql("select count(*) from erasure_receipt where person = ?")
                            .param(staff)
                            .query(Long.class)
                            .single()
                    == 0;
        });
        assertThat(db.sql("select count(*) from letter where person = ?")
                        .param(staff)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_likely_slip_in_the_address_of_a_colleague_is_asked_about_once() {
        String slip = "awa" + UUID.randomUUID() + "@gmial.com";
        Map<String, String> typed = new HashMap<>(form("REFERENT", slip));
        Answer asked = as(nadia).postForm("/suivi/equipe", typed);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Vouliez-vous écrire", "@gmail.com ?", "name=\"sure\" value=\"" + slip);

        typed.put("sure", slip);
        assertThat(as(nadia).postForm("/suivi/equipe", typed).status()).isEqualTo(303);
    }

    @Test
    void what_is_typed_wrong_is_said_at_its_field_and_kept() {
        Answer again = as(nadia)
                .postForm(
                        "/suivi/equipe",
                        Map.of("prenom", "Awa", "nom", "06 12", "role", "KING", "territoires", "Paris", "email", "x@"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("#nom", "#role", "#territoires", "#email", "#telephone", "value=\"Awa\"");
    }

    private String letter(String kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> MAIL.letters().stream()
                        .anyMatch(letter ->
                                letter.kind().equals(kind) && letter.to().contains(email)));
        return MAIL.letters().stream()
                .filter(letter -> letter.kind().equals(kind) && letter.to().contains(email))
                .findFirst()
                .orElseThrow()
                .plain();
    }
}
