package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.local.parts.MailPart.Caught;
import fr.mentoratdurgence.needs.accounts.AccountLetter;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.letters.EachLetter;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.test.FakeKeycloak;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How somebody of a school comes to an account, invites a colleague, and leaves. */
@ServiceTest
class ContactAccountStoryTest {
    private static final String API = "/api/needs/v1";
    private static final String OWN = "structure-0940176F";
    private static final String NEVER_CALLED = "structure-0940198E";
    private static final String ACCOUNTS = "/besoins/structures/0940176F/comptes";
    private static final Pattern PASSWORD = Pattern.compile("[a-z]{4}-[a-z]{4}-[a-z]{4}-[0-9]{4}");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/lien/besoins)/([\\w-]{43})");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    private static final MailPart MAIL = MailPart.start(0);

    private final String email = "compte-" + UUID.randomUUID() + "@example.org";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext service;

    @Autowired
    private JdbcClient db;

    @Autowired
    private AccountRemovals removals;

    private Http anyone;
    private Http referent;
    private Http school;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry settings) {
        settings.add("accounts.realm", KEYCLOAK::realm);
        settings.add("accounts.client-secret", () -> "secret");
        settings.add("spring.mail.port", MAIL::port);
        settings.add("mentorat.clock.start", () -> "2020-04-07T08:00:00Z");
    }

    @AfterAll
    static void no_server() {
        MAIL.close();
    }

    @BeforeEach
    void directory() throws IOException {
        KEYCLOAK.down(false);
        anyone = new Http(port);
        referent = anyone.as(Tokens.referent("94"));
        school = anyone.as(Tokens.structure(OWN));
        try (var in =
                Objects.requireNonNull(ContactAccountStoryTest.class.getResourceAsStream("/annuaire-extrait.csv"))) {
            assertThat(anyone.as(Tokens.coordinator())
                            .postCsv(API + "/structures/import", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoever_declares_in_a_schools_name_does_not_get_into_its_account() {
        String need = declared(NEVER_CALLED, "M. Malin", email, "");

        Answer refused = referent.postForm("/besoins/" + need + "/compte", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Appelez d’abord");
        assertThat(byLink(need)
                        .postForm("/besoins/" + need + "/compte", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(byLink(need).get("/besoins/" + need).body()).doesNotContain("Ouvrir un compte");
        Http another = anyone.as(Tokens.structure(NEVER_CALLED));
        String accounts = "/besoins/structures/0940198E/comptes";
        assertThat(another.get(accounts).body())
                .contains("dès qu’une de vos demandes")
                .doesNotContain("name=\"email\"");
        assertThat(referent.get(accounts).body()).contains("Appelez d’abord");
        assertThat(another.postForm(accounts, Map.of("name", "M. Malin", "email", email))
                        .status())
                .isEqualTo(409);
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();

        qualified(OWN, "Mme Diallo", address(), "");
        String inItsName = declared(OWN, "M. Malin", email, "");
        assertThat(byLink(inItsName)
                        .postForm("/besoins/" + inItsName + "/compte", Map.of())
                        .status())
                .as("the school was called, about another need")
                .isEqualTo(409);
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
    }

    @Test
    void the_contact_is_invited_by_a_letter_whose_link_gives_the_first_password_once() {
        String need = qualified(OWN, "Mme Diallo", email, "");
        assertThat(referent.get("/besoins/" + need).body()).contains("Ouvrir un compte à la personne à rappeler");
        assertThat(anyone.as(Tokens.referent("13"))
                        .postForm("/besoins/" + need + "/compte", Map.of())
                        .status())
                .isEqualTo(404);
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));

        String id = KEYCLOAK.usersAt(email).getFirst();
        Caught letter = letter("ACCOUNT_INVITATION", email, 1);
        assertThat(letter.plain()).contains(KEYCLOAK.username(id)).doesNotContainPattern(PASSWORD);
        Matcher link = LINK.matcher(letter.plain());
        assertThat(link.find()).isTrue();
        String shown = link.group(1) + "/" + link.group(2);
        long before = resets(id);
        assertThat(anyone.get(shown).body()).as("a scanner looks").contains("Voir mon mot de passe");
        assertThat(anyone.get(shown).status()).isEqualTo(200);
        assertThat(resets(id)).isEqualTo(before);

        Answer pressed = anyone.postForm(link.group(1), Map.of("jeton", link.group(2), "choix", "ouvrir"));
        assertThat(pressed.status()).as(pressed.body()).isEqualTo(307);
        Answer access = anyone.with(
                        LinkStatement.HEADER,
                        pressed.response()
                                .headers()
                                .firstValue(LinkStatement.HEADER)
                                .orElseThrow())
                .postForm("/lien/besoins/acces", Map.of());
        assertThat(access.body()).contains(KEYCLOAK.username(id)).containsPattern(PASSWORD);
        assertThat(anyone.get(shown).status()).as("it has done its work").isEqualTo(410);

        assertThat(referent.postForm("/besoins/" + need + "/compte", Map.of()).status())
                .isEqualTo(409);
        assertThat(referent.get("/besoins/" + need).body()).contains("La personne à rappeler a un compte");
        assertThat(school.get(ACCOUNTS).body())
                .contains("Mme Diallo", "Compte ouvert le")
                .doesNotContain(email);
        assertThat(school.get("/besoins").body()).contains("href=\"" + ACCOUNTS, "href=\"/besoins/mes-donnees\"");
    }

    @Test
    void the_contact_asks_for_it_by_the_link_of_the_need_and_never_sees_a_password_there() {
        String need = qualified(OWN, "Mme Kone", email, "");
        Http holder = byLink(need);
        assertThat(holder.get("/besoins/" + need).body())
                .contains("Ouvrir un compte")
                .doesNotContain("à la personne à rappeler");

        Answer asked = holder.postForm("/besoins/" + need + "/compte", Map.of());
        done(asked);
        assertThat(asked.body()).doesNotContainPattern(PASSWORD);
        letter("ACCOUNT_INVITATION", email, 1);
        assertThat(holder.get("/besoins/" + need).body())
                .contains("Vous avez un compte")
                .doesNotContainPattern(PASSWORD);
        assertThat(holder.get(ACCOUNTS).status())
                .as("the link speaks of the need alone")
                .isEqualTo(403);
    }

    @Test
    void each_kind_of_letter_to_a_structure_has_all_its_words_on_every_channel() {
        String need = qualified(OWN, "Mme Kone", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        letter("ACCOUNT_INVITATION", email, 1);
        EachLetter letters = EachLetter.of(service);
        Map<String, String> parameters = new HashMap<>(Map.of(
                "pair", "pair-1",
                "proposal", "proposal-1",
                "on", "2020-04-07",
                "minute", "1020",
                "minutes", "60",
                "callBy", "2020-04-07",
                "calledOn", "2020-04-07",
                "answerBy", "2020-04-10",
                "dueAt", "2020-04-10T16:00:00Z"));
        parameters.putAll(Map.of("weekly", "true", "version", "1", "line", "1", "seat", "2"));

        assertThat(letters.kinds()).hasSize(NeedLetter.values().length + AccountLetter.values().length);
        letters.kinds()
                .forEach(kind ->
                        letters.hasItsWords(kind, kind instanceof AccountLetter ? contact(need) : need, parameters));
    }

    @Test
    void who_has_no_address_is_told_by_telephone_and_by_the_team_alone() {
        String phone = phone();
        String need = qualified(OWN, "M. Sans-Courriel", "", phone);
        assertThat(byLink(need)
                        .postForm("/besoins/" + need + "/compte", Map.of())
                        .body())
                .contains("demandez-le à votre référent·e");

        Answer opened = referent.postForm("/besoins/" + need + "/compte", Map.of());
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).contains("À dire au téléphone").containsPattern(PASSWORD);
        assertThat(opened.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(referent.get("/besoins/" + need).body()).doesNotContainPattern(PASSWORD);
        String contact = contact(need);
        assertThat(school.postForm(ACCOUNTS + "/" + contact + "/mot-de-passe", Map.of())
                        .status())
                .as("no colleague hears a password")
                .isEqualTo(409);
        assertThat(referent.postForm(ACCOUNTS + "/" + contact + "/mot-de-passe", Map.of())
                        .body())
                .containsPattern(PASSWORD);
    }

    @Test
    void a_failure_of_the_login_server_is_mended_by_doing_it_again() {
        String need = qualified(OWN, "Mme Reprise", email, "");
        KEYCLOAK.down(true);
        Answer failed = referent.postForm("/besoins/" + need + "/compte", Map.of());
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.body()).contains("réessayez dans quelques minutes");
        KEYCLOAK.down(false);
        assertThat(referent.get(ACCOUNTS).body()).contains("Le compte n’est pas encore ouvert");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        assertThat(KEYCLOAK.usersAt(email)).hasSize(1);
        assertThat(db.sql("select count(*) from contact_account where contact = ?")
                        .param(contact(need))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_colleague_is_invited_by_who_speaks_for_the_school_and_by_nobody_of_another() {
        qualified(OWN, "Mme Diallo", address(), "");
        Map<String, String> form = Map.of("name", "M. Petit", "email", email);

        Answer nowhere = school.postForm(ACCOUNTS, Map.of("name", "M. Petit", "phone", "06 12 34 56 78"));
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.body()).contains("#email", "value=\"M. Petit\"");
        String slip = "petit" + UUID.randomUUID().toString().substring(0, 8) + "@gmial.com";
        assertThat(school.postForm(ACCOUNTS, Map.of("name", "M. Petit", "email", slip))
                        .body())
                .contains("Vouliez-vous écrire");
        for (Http stranger : List.of(anyone.as(Tokens.structure(NEVER_CALLED)), anyone.as(Tokens.referent("13")))) {
            assertThat(stranger.get(ACCOUNTS).status()).isEqualTo(404);
            assertThat(stranger.postForm(ACCOUNTS, form).status()).isEqualTo(404);
        }

        done(school.postForm(ACCOUNTS, form));
        letter("ACCOUNT_INVITATION", email, 1);
        assertThat(school.postForm(ACCOUNTS, form).body()).contains("a déjà un compte");
        assertThat(KEYCLOAK.usersAt(email)).hasSize(1);
        String contact = invited("M. Petit");
        String elsewhere = "/besoins/structures/0940198E/comptes/" + contact;
        Http another = anyone.as(Tokens.structure(NEVER_CALLED));
        for (String act : List.of("/mot-de-passe", "/depart", "/ouverture", "/correction")) {
            assertThat(another.postForm(elsewhere + act, form).status()).as(act).isEqualTo(404);
        }
        done(school.postForm(ACCOUNTS + "/" + contact + "/mot-de-passe", Map.of()));
        letter("ACCOUNT_INVITATION", email, 2);
    }

    @Test
    void who_leaves_is_logged_out_and_forgotten_and_says_who_takes_over() {
        String need = qualified(OWN, "Mme Depart", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        letter("ACCOUNT_INVITATION", email, 1);
        String other = address();
        done(referent.postForm(ACCOUNTS, Map.of("name", "M. Suivant", "email", other)));
        String contact = contact(need);
        String page = ACCOUNTS + "/" + contact + "/depart";

        assertThat(school.get(page).body()).contains("Qui prend la suite", "M. Suivant", reference(need));
        assertThat(school.postForm(page, Map.of()).status()).isEqualTo(422);
        done(school.postForm(page, Map.of("suite", invited("M. Suivant"))));
        removals.work();

        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
        assertThat(referent.get(API + "/needs/" + need + "/contact")
                        .json()
                        .path("email")
                        .asString())
                .isEqualTo(other);
        db.sql("update letter set due_at = written_at where person = ?")
                .param(need)
                .update();
        letter("QUALIFIED", other, 1);
        assertThat(letter("ACCOUNT_CLOSED", email, 1).plain())
                .contains("Bonjour Mme Depart")
                .doesNotContain("??", "{");
        for (String rows :
                List.of("contact_person where contact = ?", "letter where person = ?", "act_link where person = ?")) {
            await(rows)
                    .atMost(PATIENCE)
                    .until(() -> db.sql("select count(*) from " + rows)
                                    .param(contact)
                                    .query(Integer.class)
                                    .single()
                            == 0);
        }
        assertThat(db.sql("select string_agg(payload::text, ' ') from domain_event where aggregate_id = ?")
                        .param(contact)
                        .query(String.class)
                        .single())
                .contains("0940176F")
                .doesNotContain("Depart", email);
        assertThat(school.get(ACCOUNTS).body()).doesNotContain(contact);
        assertThat(school.get(page).status()).isEqualTo(404);
    }

    @Test
    void a_corrected_name_and_address_are_the_logins_too_and_the_links_of_the_one_before_open_no_more() {
        String need = qualified(OWN, "Mme Faute", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        Caught wrong = letter("ACCOUNT_INVITATION", email, 1);
        String id = KEYCLOAK.usersAt(email).getFirst();
        String page = ACCOUNTS + "/" + contact(need) + "/correction";
        assertThat(school.get(page).status())
                .as("a colleague's data are not shown")
                .isEqualTo(404);
        assertThat(referent.get(page).body()).contains(email);
        assertThat(db.sql("select role from contact_access where need = ?")
                        .param(contact(need))
                        .query(String.class)
                        .list())
                .containsExactly("referent");

        String right = address();
        done(referent.postForm(page, Map.of("name", "Awa Juste", "email", right)));

        assertThat(KEYCLOAK.usersAt(right)).containsExactly(id);
        assertThat(KEYCLOAK.name(id)).isEqualTo("Awa Juste");
        Matcher link = LINK.matcher(wrong.plain());
        assertThat(link.find()).isTrue();
        assertThat(anyone.get(link.group(1) + "/" + link.group(2)).status()).isEqualTo(410);
        assertThat(referent.get(API + "/needs/" + need + "/contact")
                        .json()
                        .path("email")
                        .asString())
                .as("the need whose contact that is")
                .isEqualTo(right);
        done(referent.postForm(ACCOUNTS + "/" + contact(need) + "/mot-de-passe", Map.of()));
        letter("ACCOUNT_INVITATION", right, 1);
    }

    @Test
    void who_has_an_account_reads_takes_along_corrects_and_erases_what_is_kept_of_them() {
        String need = qualified(OWN, "Mme Moi", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        letter("ACCOUNT_INVITATION", email, 1);
        assertThat(referent.get("/besoins/" + need + "/contact").body()).contains(email);
        String login = "moi-" + UUID.randomUUID();
        db.sql("update contact_account set account = ? where contact = ?")
                .params(Tokens.account(login), contact(need))
                .update();
        Http oneself = anyone.as(Tokens.of(login, List.of("structure"), List.of(), OWN, null));

        assertThat(oneself.get("/besoins/mes-donnees").body())
                .contains("Mme Moi", email, reference(need), "7 avril 2020", "un·e référent·e")
                .doesNotContain("??");
        Answer file = oneself.get("/besoins/mes-donnees/fichier");
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(said -> assertThat(said).contains("mes-donnees.json"));
        assertThat(file.json().path("email").asString()).isEqualTo(email);
        assertThat(file.json().path("readings").path(0).path("role").asString()).isEqualTo("referent");
        assertThat(school.get("/besoins/mes-donnees").body())
                .as("another account")
                .doesNotContain(email);
        assertThat(school.get("/besoins/mes-donnees/fichier").status()).isEqualTo(404);

        done(oneself.postForm("/besoins/courriers", Map.of("rythme.QUALIFIED", "NEEDED_ONLY")));
        assertThat(db.sql("select kind from letter_preference where person = ?")
                        .param(need)
                        .query(String.class)
                        .list())
                .as("chosen once, where the links choose too")
                .contains("QUALIFIED");

        String account = ACCOUNTS + "/" + contact(need);
        assertThat(oneself.get(ACCOUNTS).body()).contains("Je pars, fermer mon compte");
        done(oneself.postForm(account + "/correction", Map.of("name", "Mme Moi-Même", "email", email)));
        assertThat(oneself.get("/besoins/mes-donnees").body()).contains("Mme Moi-Même");
        done(oneself.postForm(account + "/depart", Map.of("suite", "PERSONNE")));
        assertThat(oneself.get("/besoins/mes-donnees").body())
                .contains("aucune coordonnée")
                .doesNotContain(email);
        assertThat(referent.get("/besoins/" + need + "/contact").body()).doesNotContain(email, "Moi");
        letter("ACCOUNT_CLOSED", email, 1);
    }

    @Test
    void an_operator_erases_a_contact_with_the_account_and_the_needs_at_once() {
        String need = qualified(OWN, "Mme Oubliée", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        letter("ACCOUNT_INVITATION", email, 1);
        Http operator = anyone.as(Tokens.role("ops"));
        String people = API + "/ops/people/";
        String contact = contact(need);

        assertThat(operator.delete(people + contact).status()).isEqualTo(204);
        assertThat(operator.delete(people + contact).status())
                .as("again is the same")
                .isEqualTo(204);
        assertThat(operator.delete(people + need).status()).isEqualTo(204);
        assertThat(operator.delete(people + "contact-unknown").status()).isEqualTo(404);

        assertThat(operator.get(API + "/ops/erasures").body())
                .as("for whoever puts back a backup of before")
                .contains("\"" + contact + "\"", "\"" + need + "\"")
                .doesNotContain("contact-unknown");
        letter("ACCOUNT_CLOSED", email, 1);
        for (String id : List.of(contact, need)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(operator.get(people + id).body())
                            .contains("\"identity\":false", "\"letters\":0", "\"links\":0", "\"receipt\":false"));
        }
        assertThat(KEYCLOAK.usersAt(email)).isEmpty();
    }

    @Test
    void each_sealed_column_is_sealed_anew_when_keys_change() {
        assertThat(anyone.as(Tokens.role("ops")).get(API + "/ops/keys").body())
                .contains("\"unnamed\":[]", "\"contact\":0", "\"contact_person\":0", "\"draft\":0", "\"note\":0");
    }

    @Test
    void who_forgot_the_login_is_told_by_letter_and_the_answer_is_the_same_for_every_address() {
        String need = qualified(OWN, "Mme Oubli", email, "");
        done(referent.postForm("/besoins/" + need + "/compte", Map.of()));
        letter("ACCOUNT_INVITATION", email, 1);

        Answer known = anyone.postForm("/lien/besoins/identifiant", Map.of("email", email));
        Answer unknown = anyone.postForm("/lien/besoins/identifiant", Map.of("email", "nobody@example.org"));

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(letter("LOGIN_REMINDER", email, 1).plain())
                .contains(KEYCLOAK.username(KEYCLOAK.usersAt(email).getFirst()))
                .doesNotContain("??", "{");
    }

    private static String address() {
        return "autre-" + UUID.randomUUID() + "@example.org";
    }

    private static String phone() {
        return "+336" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
    }

    private Http byLink(String need) {
        return anyone.with(LinkStatement.HEADER, Tokens.link("NEED_STATUS", need, need, ""));
    }

    private long resets(String id) {
        return KEYCLOAK.calls().stream()
                .filter(call -> call.endsWith("/users/" + id + "/reset-password"))
                .count();
    }

    private String declared(String structure, String name, String address, String phone) {
        Answer declared = anyone.as(Tokens.structure(structure))
                .post(API + "/needs", """
                    {"structure":"%s","priorityAudience":"NONE",
                     "contact":{"name":"%s","email":"%s","phone":"%s"},
                     "lines":[{"levelBand":"COLLEGE_4_3","count":3,"supports":["HOMEWORK"],"subjects":[],
                       "channels":["VIDEO"],"slots":[],"familyLink":false}]}\
                    """.formatted(structure, name, address, phone));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        return declared.json().get("need").asString();
    }

    private String qualified(String structure, String name, String address, String phone) {
        String need = declared(structure, name, address, phone);
        done(referent.postForm("/besoins/" + need + "/prise-en-charge", Map.of()));
        done(referent.postForm("/besoins/" + need + "/contacts", Map.of("joint", "oui")));
        done(referent.postForm("/besoins/" + need + "/qualification", Map.of()));
        return need;
    }

    /** The person whom this need vouches for, invited last. */
    private String contact(String need) {
        return db.sql("""
            select aggregate_id from domain_event
            where payload_type = 'needs.ContactInvited' and payload ->> 'need' = ?
            order by global_index limit 1\
            """).param(need).query(String.class).single();
    }

    /** The id of the card with this name. */
    private String invited(String name) {
        return Pattern.compile("<section[^>]*id=\"(contact-[0-9a-f-]{36})\"[^>]*>")
                .matcher(school.get(ACCOUNTS).body())
                .results()
                .filter(card -> card.group().contains("\"" + name + "\""))
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private String reference(String need) {
        return db.sql("select reference from need where need = ?")
                .param(need)
                .query(String.class)
                .single();
    }

    private static void done(Answer act) {
        assertThat(act.status()).as(act.body()).isEqualTo(303);
    }

    private static Caught letter(String kind, String address, int number) {
        await().atMost(PATIENCE)
                .until(() -> MAIL.letters().stream()
                                .filter(caught -> is(caught, kind, address))
                                .count()
                        >= number);
        return MAIL.letters().stream()
                .filter(caught -> is(caught, kind, address))
                .toList()
                .get(number - 1);
    }

    private static boolean is(Caught letter, String kind, String address) {
        return kind.equals(letter.kind()) && letter.to().equals(address);
    }
}
