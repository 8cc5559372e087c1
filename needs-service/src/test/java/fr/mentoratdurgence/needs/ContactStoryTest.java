package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.followup.v1.SessionPlanned;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.local.parts.MailPart.Caught;
import fr.mentoratdurgence.needs.letters.NeedLetter;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.LinkStatement;
import fr.mentoratdurgence.platform.links.LinkStatements;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.Samples;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.NullNode;

/** What the contact of a need is told, and does by a link without an account, over real HTTP, PostgreSQL and SMTP. */
@ServiceTest
class ContactStoryTest {
    private static final String API = "/api/needs/v1";
    private static final MailPart MAIL = MailPart.start(0);
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/lien/besoins)/([\\w-]{43})");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private CallsWaiting.Counted unreached;

    @Autowired
    private JdbcClient db;

    @Autowired
    private LinkStatements statements;

    @Autowired
    private NeedLetters letters;

    @Autowired
    private Letters mail;

    @Autowired
    private TransactionTemplate transaction;

    private Http anyone;
    private Http referent;

    @DynamicPropertySource
    static void a_tuesday_morning(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.port", MAIL::port);
        settings.add("mentorat.clock.start", () -> "2020-04-07T08:00:00Z");
        settings.add("mentorat.letters.every", () -> "200ms");
        settings.add("mentorat.deadlines.every", () -> "1s");
    }

    @AfterAll
    static void no_server() {
        MAIL.close();
    }

    @BeforeEach
    void directory() throws IOException {
        anyone = new Http(port);
        referent = anyone.as(Tokens.referent("94"));
        try (var in = Objects.requireNonNull(ContactStoryTest.class.getResourceAsStream("/annuaire-extrait.csv"))) {
            assertThat(anyone.as(Tokens.coordinator())
                            .postCsv(API + "/structures/import", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_declares_without_an_account_is_told_by_when_somebody_calls_and_follows_the_need_by_a_link() {
        String email = address();
        Answer confirmation = anyone.get(declareByForm(email, "0123456789"));
        assertThat(confirmation.body()).contains("Au plus tard le vendredi 10 avril", email);

        Caught letter = letterTo(email, 1);
        assertThat(letter.subject()).startsWith("Votre demande de mentors est bien reçue (MU-");
        assertThat(letter.plain()).contains("Bonjour Mme Diallo", "au plus tard le vendredi 10 avril");
        String need = needOf(email);
        String page = "/besoins/" + need;
        Http holder = open(letter, page);

        assertThat(holder.get(page).body())
                .contains("Et maintenant", "au plus tard le vendredi 10 avril", "Dire quand m’appeler")
                .doesNotContain("Tous les besoins", "Prendre en charge", "??");
        String ofTheSameSchool = needOf(declared(address()));
        assertThat(holder.get("/besoins/" + ofTheSameSchool).status()).isEqualTo(404);
        assertThat(holder.get("/besoins/" + ofTheSameSchool + "/contact").status())
                .isEqualTo(404);
        assertThat(holder.get("/besoins").status()).isEqualTo(403);

        done(holder.postForm(page + "/rappel", Map.of("rappel", "THURSDAY_MORNING")));
        assertThat(referent.get(page).body()).contains("jeudi matin");
        assertThat(holder.postForm(page + "/rappel", Map.of("rappel", "SUNDAY_NIGHT"))
                        .status())
                .isEqualTo(422);
        done(holder.postForm(page + "/lignes/1", Map.of("nombre", "5")));
        done(holder.postForm(page + "/retrait", Map.of("motif", "SOLVED_ELSEWHERE")));
        assertThat(holder.get(page).body()).contains("Retiré");
        assertThat(referent.get(page).body()).contains("Une solution a été trouvée ailleurs");
    }

    @Test
    void an_address_with_a_slip_is_asked_about_and_a_wrong_one_is_mended_on_the_confirmation() {
        String name = "diallo" + UUID.randomUUID().toString().substring(0, 8);
        String draft = draftBeforeContact();
        Map<String, String> slip = Map.of("name", "Mme Diallo", "email", name + "@gmial.com");
        Answer asked = anyone.postForm(draft + "/contact", slip);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("Vouliez-vous écrire " + name + "@gmail.com");
        done(anyone.postForm(
                draft + "/contact",
                Map.of("name", "Mme Diallo", "email", name + "@gmial.com", "sure", name + "@gmial.com")));
        Answer sent = anyone.postForm(draft + "/verification", Map.of());
        Caught wrong = letterTo(name + "@gmial.com", 1);
        String need = needOf(name + "@gmial.com");

        String confirmation = sent.location().replaceFirst("\\?.*", "");
        String envoi = sent.location().replaceFirst(".*envoi=", "");
        assertThat(anyone.postForm(confirmation, Map.of("envoi", "x", "email", "other@example.org"))
                        .status())
                .isEqualTo(404);
        done(anyone.postForm(confirmation, Map.of("envoi", envoi, "email", name + "@gmail.com")));

        Caught right = letterTo(name + "@gmail.com", 1);
        assertThat(anyone.get(path(wrong)).status())
                .as("the link that went astray")
                .isEqualTo(410);
        open(right, "/besoins/" + need);
        assertThat(anyone.get(sent.location()).body()).contains(name + "@gmail.com");
    }

    @Test
    void a_lost_link_is_sent_again_and_the_answer_is_the_same_for_every_address() {
        String email = declared(address());
        Caught first = letterTo(email, 1);
        Answer known =
                anyone.postForm("/besoins/lien-perdu", Map.of("email", " " + email.toUpperCase(java.util.Locale.ROOT)));
        Answer unknown = anyone.postForm("/besoins/lien-perdu", Map.of("email", "nobody@example.org"));
        assertThat(known.status()).isEqualTo(303);
        assertThat(unknown.status()).isEqualTo(303);
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(anyone.get(known.location()).body()).contains("un courrier y part maintenant");

        Caught again = letterTo(email, 2);
        assertThat(again.subject()).startsWith("Votre lien pour suivre votre demande");
        assertThat(anyone.get(path(first)).status()).isEqualTo(410);
        open(again, "/besoins/" + needOf(email));
        assertThat(anyone.postForm("/besoins/lien-perdu", Map.of("email", "nobody"))
                        .status())
                .isEqualTo(422);
        assertThat(db.sql("select count(*) from contact where contact::text like '%' || ? || '%'")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_contact_erases_itself_by_the_link_and_gets_a_receipt_and_then_nothing() {
        String email = declared(address());
        Caught letter = letterTo(email, 1);
        String need = needOf(email);
        Http holder = open(letter, "/besoins/" + need);
        done(holder.postForm("/besoins/" + need + "/contact/effacement", Map.of()));

        assertThat(referent.get("/besoins/" + need + "/contact").body()).doesNotContain(email, "Diallo");
        assertThat(letterTo(email, 2).subject()).startsWith("Vos coordonnées sont effacées");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows("contact where need = ?", need)).isZero();
            for (String table :
                    List.of("letter", "letter_preference", "letter_channel", "act_link", "erasure_receipt")) {
                assertThat(rows(table + " where person = ?", need)).as(table).isZero();
            }
        });
        assertThat(anyone.get(path(letter)).status()).isEqualTo(404);
        write(() -> letters.linkLost(need, Instant.EPOCH));
        await().atMost(PATIENCE).until(() -> rows("letter where person = ?", need) == 0);
        assertThat(MAIL.letters().stream().filter(caught -> caught.to().equals(email)))
                .hasSize(2);
    }

    @Test
    void a_corrected_address_gets_the_link_and_the_one_before_loses_it() {
        String email = declared(address());
        Caught first = letterTo(email, 1);
        String need = needOf(email);
        String other = address();
        done(referent.postForm(
                "/besoins/" + need + "/contact/correction",
                Map.of("name", "M. Nouveau", "email", other, "phone", "06 12 34 56 78")));

        open(letterTo(other, 1), "/besoins/" + need);
        assertThat(letterTo(other, 1).plain()).contains("Bonjour M. Nouveau");
        assertThat(anyone.get(path(first)).status()).isEqualTo(410);
        assertThat(anyone.as(Tokens.referent("93"))
                        .postForm("/besoins/" + need + "/contact/correction", Map.of("name", "X", "email", other))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_cannot_be_written_to_is_called_and_the_team_sees_it() {
        String location = declareByForm("", "06 12 34 56 78");
        assertThat(anyone.get(location).body()).contains("vous ne recevez aucun courrier");
        String reference = location.replaceFirst(".*/(MU-[^?]*).*", "$1");
        String need = db.sql("select need from need where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
        await().atMost(PATIENCE)
                .until(() -> referent.get("/besoins?courrier=a-appeler").body().contains(reference));
        assertThat(referent.get("/besoins/" + need).body())
                .contains("À dire par téléphone", "aucune adresse électronique");
        assertThat(unreached.byDepartement()).containsKey("94");
        assertThat(referent.get("/besoins/attente").body())
                .contains(
                        "id=\"appel-" + need + "\"",
                        "data-sort=\"appel\"",
                        "href=\"/besoins/" + need + "\"",
                        "aucune adresse électronique")
                .doesNotContain("??");

        String letter = db.sql("select letter_id from letter where person = ? and state = 'TO_CALL'")
                .param(need)
                .query(String.class)
                .single();
        String list = referent.get("/besoins/courrier").body();
        assertThat(list)
                .contains(
                        "value=\"" + letter + "\"", "href=\"/besoins/" + need, "aucune adresse", "/besoins/lot/appele")
                .doesNotContain("??", "06 12 34 56 78", "Diallo");
        assertThat(anyone.as(Tokens.referent("75")).get("/besoins/courrier").body())
                .doesNotContain(letter);
        assertThat(referent.get("/besoins/courrier?etat=SENT").body()).doesNotContain(letter);
        assertThat(anyone.as(Tokens.coordinator())
                        .get("/besoins/courrier?dpt=94")
                        .body())
                .as("a coordinator sees at first what does not arrive")
                .contains("value=\"FAILED\" selected", letter);
        assertThat(referent.get("/besoins/courrier?etat=ALL&sorte=RECEIVED&fichier=csv")
                        .body())
                .contains("Numéro;Courrier;État;Depuis le;Pourquoi il n’arrive pas", reference + ";", ";à appeler;")
                .doesNotContain("Diallo", "@");
        for (int time = 0; time < 2; time++) {
            String rows = "choix=" + letter + "&commande=dit-" + time + need;
            String said = referent.postForm("/besoins/lot/appele/fait?" + rows, Map.of())
                    .body()
                    .replace('\u00a0', ' ');
            assertThat(said).contains("Une ligne : c’est fait.").doesNotContain("??");
            assertThat(referent.get("/besoins/courrier").body()).doesNotContain(letter);
            assertThat(referent.postForm("/besoins/lot/appele/annulation?choix=" + letter, Map.of("lot", sending(said)))
                            .body()
                            .replace('\u00a0', ' '))
                    .contains("Une ligne est annulée.");
            assertThat(referent.get("/besoins/courrier").body()).contains(letter);
        }
        done(referent.postForm("/besoins/" + need + "/courriers/appel", Map.of()));
        assertThat(referent.get("/besoins?courrier=a-appeler").body()).doesNotContain(reference);
        assertThat(referent.get("/besoins/" + need).body()).doesNotContain("À dire par téléphone");
    }

    @Test
    void a_missed_call_is_told_after_ten_minutes_unless_somebody_was_reached_meanwhile() {
        String told = needOf(declared(address()));
        String reached = needOf(declared(address()));
        for (String need : List.of(told, reached)) {
            done(referent.postForm("/besoins/" + need + "/prise-en-charge", Map.of()));
            done(referent.postForm("/besoins/" + need + "/contacts", Map.of("joint", "non")));
        }
        done(referent.postForm("/besoins/" + reached + "/contacts", Map.of("joint", "oui")));
        assertThat(state(told, NeedLetter.CALL_MISSED)).isEqualTo("WAITING");
        assertThat(rows("letter where person = ? and due_at >= written_at + interval '10 minutes'", told))
                .isOne();
        assertThat(state(reached, NeedLetter.CALL_MISSED)).isEqualTo("CANCELLED");
    }

    @Test
    void nobody_called_in_time_is_a_fact_and_the_team_sees_it() {
        String need = needOf(declared(address()));
        // given a promise of which the last day was Monday
        db.sql("update deadline set due_at = timestamptz '2020-04-07 00:00 Europe/Paris' where subject = ?")
                .param(need)
                .update();
        await().atMost(PATIENCE)
                .until(() -> referent.get("/besoins/" + need).body().contains("Rappel en retard"));
        assertThat(db.sql(
                                "select payload ->> 'dueOn' from domain_event where aggregate_id = ? and payload_type = 'needs.NeedContactOverdue'")
                        .param(need)
                        .query(String.class)
                        .list())
                .containsExactly("2020-04-06");
        assertThat(referent.get("/besoins?etat=DECLARED").body()).contains("Rappel en retard");
    }

    @Test
    void who_stands_in_a_file_is_written_to_by_nobody_until_somebody_acts() {
        String uai = "0940176F";
        Answer file = referent.postCsv(API + "/needs/import", """
                uai;niveau;nombre;accompagnements;canaux;contact_nom;contact_courriel
                %s;4e;3;devoirs;visio;Mme Fichier;%s
                """.formatted(uai, address()));
        String need = file.json().get("needs").get(0).asString();
        assertThat(rows("letter where person = ?", need)).isZero();
        done(referent.postForm("/besoins/" + need + "/prise-en-charge", Map.of()));
        done(referent.postForm("/besoins/" + need + "/contacts", Map.of("joint", "non")));
        assertThat(rows("letter where person = ?", need)).isOne();
    }

    @Test
    void what_is_asked_of_the_contact_is_answered_by_the_button_of_its_letter_until_it_is_over() {
        String email = declared(address());
        Http holder = open(letterTo(email, 1), "/besoins/" + needOf(email));
        String need = needOf(email);
        String proposal = "proposal-" + UUID.randomUUID();
        String pair = "pair-" + UUID.randomUUID();
        Map<String, String> trial = Map.of("proposal", proposal, "need", need);
        Samples.tell("matching", "trial-begun", trial);
        Caught asked = sentNow(email, NeedLetter.TRIAL_ASKED);

        assertThat(anyone.get(path(asked)).body())
                .contains("Voir le contact du mentor", "Cela se passe bien", "Non, cela ne convient pas");
        String page = "/appariement/propositions/" + proposal;
        Answer seen = press(asked, "voir");
        assertThat(seen.status()).isEqualTo(303);
        assertThat(seen.location()).endsWith(page + "?contact");
        Answer said = press(asked, "GOOD");
        assertThat(said.status()).as("sent on as the form that it is").isEqualTo(307);
        assertThat(said.location()).endsWith(page + "/essai?fit=GOOD");
        assertThat(press(asked, "WITHDRAW").status()).isEqualTo(410);
        assertThat(said(said)).isEqualTo(new LinkStatement("NEED_TRIAL", need, proposal, ""));
        assertThat(anyone.with(LinkStatement.HEADER, statement(said))
                        .get("/besoins/" + need)
                        .status())
                .as("it speaks of the trial alone")
                .isEqualTo(403);
        assertThat(holder.get("/besoins/" + need).body()).contains("href=\"" + page);

        Samples.tell("matching", "match-confirmed", Map.of("proposal", proposal, "need", need, "pair", pair));
        await().atMost(PATIENCE).until(() -> anyone.get(path(asked)).status() == 410);
        assertThat(press(asked, "GOOD").status()).isEqualTo(410);

        Samples.tell("followup", "pair-opened", Map.of("pair", pair, "need", need));
        Caught ready = sentNow(email, NeedLetter.CONTACT_READY);
        assertThat(anyone.get(path(ready)).body()).contains("Voir le contact du mentor", "Ils se sont parlé");
        assertThat(press(ready, "voir").location()).endsWith("/suivi/binomes/" + pair + "?contact");
        assertThat(press(ready, "fait").location()).endsWith("/suivi/binomes/" + pair + "/premier-contact");
        assertThat(said(press(ready, "fait"))).isEqualTo(new LinkStatement("NEED_PAIR", need, pair, ""));
        assertThat(holder.get("/besoins/" + need).body())
                .contains("Un mentor est prêt", "href=\"/suivi/binomes/" + pair + "?contact");
        write(() -> letters.firstContactOverdue(need, pair));
        Caught missing = sentNow(email, NeedLetter.FIRST_CONTACT_MISSING);
        assertThat(press(missing, "fait").location()).endsWith("/suivi/binomes/" + pair + "/premier-contact");
        assertThat(holder.get("/besoins/" + need).body())
                .as("the same is asked once")
                .contains("se sont-ils parlé")
                .doesNotContain("Un mentor est prêt");
        Samples.tell("followup", "first-contact-confirmed", Map.of("pair", pair));
        await().atMost(PATIENCE)
                .until(() -> !holder.get("/besoins/" + need).body().contains("se sont-ils parlé"));
        assertThat(holder.get("/besoins/" + need).body()).contains("/suivi/binomes/" + pair);

        Samples.tell("followup", "pair-closed", Map.of("pair", pair, "need", need));
        await().atMost(PATIENCE).until(() -> anyone.get(path(ready)).status() == 410);
        assertThat(press(missing, "fait").status()).isEqualTo(410);
        assertThat(anyone.get(path(letterTo(email, 1))).status())
                .as("the link to the need")
                .isEqualTo(200);
    }

    @Test
    void who_follows_now_is_told_to_the_contact_after_ten_minutes_and_not_where_it_was_a_mistake() {
        String email = declared(address());
        String need = needOf(email);
        String pair = "pair-" + UUID.randomUUID();
        Samples.tell("followup", "pair-opened", Map.of("pair", pair, "need", need));
        sentNow(email, NeedLetter.CONTACT_READY);
        Map<String, String> mistake = Map.of("pair", pair, "need", need, "from", "account-1", "to", "account-mistake");
        Samples.tell("followup", "pair-handed-over", mistake);
        await().atMost(PATIENCE).until(() -> written(need, NeedLetter.REFERENT_CHANGED, "WAITING") == 1);
        Samples.tell(
                "followup",
                "pair-hand-over-undone",
                Map.of("pair", pair, "need", need, "from", "account-mistake", "to", "account-1"));
        await().atMost(PATIENCE).until(() -> written(need, NeedLetter.REFERENT_CHANGED, "WAITING") == 0);
        Samples.tell(
                "followup",
                "pair-handed-over",
                Map.of("pair", pair, "need", need, "from", "account-1", "to", "account-2"));
        Caught told = sentNow(email, NeedLetter.REFERENT_CHANGED);
        assertThat(told.plain())
                .contains("Une autre personne", "Rien ne change")
                .doesNotContain("account-");
        assertThat(MAIL.letters().stream()
                        .filter(letter -> letter.to().equals(email)
                                && NeedLetter.REFERENT_CHANGED.name().equals(letter.kind()))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void many_contacts_are_reminded_or_written_to_in_words_that_are_ready_and_it_can_be_taken_back() {
        String email = declared(address());
        String need = needOf(email);
        String pair = "pair-" + UUID.randomUUID();
        Samples.tell("followup", "pair-opened", Map.of("pair", pair, "need", need));
        sentNow(email, NeedLetter.CONTACT_READY);
        await().atMost(PATIENCE).until(() -> written(need, NeedLetter.CONTACT_READY, "SENT") == 1);
        String rows = "choix=" + pair + "&choix=pair-elsewhere";

        assertThat(referent.postForm("/besoins/lot/relance?" + rows, Map.of()).body())
                .contains("repart par courriel", "Une autre ligne cochée")
                .doesNotContain("??");
        for (int time = 0; time < 2; time++) {
            assertThat(bulk("relance/fait", rows, Map.of("commande", "relance-" + pair)))
                    .contains("Une ligne : c’est fait.");
        }
        String sending = sending(bulk("relance/fait", rows, Map.of("commande", "relance-" + pair)));
        assertThat(bulk("relance/annulation", rows, Map.of("lot", sending))).contains("Une ligne est annulée.");
        assertThat(written(need, NeedLetter.CONTACT_READY, "WAITING")).isZero();
        assertThat(bulk("relance/fait", rows, Map.of("commande", "encore-" + pair)))
                .contains("Une ligne : c’est fait.");
        await().atMost(PATIENCE).until(() -> {
            sentNow(email, NeedLetter.CONTACT_READY);
            return written(need, NeedLetter.CONTACT_READY, "SENT") == 2;
        });
        assertThat(bulk("relance", rows, Map.of())).contains("déjà reparti aujourd’hui");
        assertThat(anyone.as(Tokens.referent("75"))
                        .postForm("/besoins/lot/relance?" + rows, Map.of())
                        .body())
                .contains("2 autres lignes cochées");

        String text = "texte=" + NeedLetter.HOLIDAYS_AHEAD + "&" + rows;
        assertThat(bulk("message", text, Map.of())).contains("Le reçoit par courriel.");
        assertThat(bulk("message/fait", text, Map.of("commande", "message-" + pair)))
                .contains("Une ligne : c’est fait.");
        assertThat(written(need, NeedLetter.HOLIDAYS_AHEAD, "WAITING"))
                .as("as long as it can be taken back")
                .isEqualTo(1);
        assertThat(sentNow(email, NeedLetter.HOLIDAYS_AHEAD).plain()).contains("Mme Diallo");
        assertThat(written(need, NeedLetter.HOLIDAYS_AHEAD, "SENT")).isEqualTo(1);
    }

    private String bulk(String act, String rows, Map<String, String> form) {
        Answer answer = referent.postForm("/besoins/lot/" + act + "?" + rows, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body().replace('\u00a0', ' ');
    }

    private static String sending(String done) {
        return done.replaceAll("(?s).*name=\"lot\" value=\"([^\"]*)\".*", "$1");
    }

    private long written(String need, NeedLetter kind, String state) {
        return db.sql("select count(*) from letter where kind = ? and state = ? and person = ?")
                .params(kind.name(), state, need)
                .query(Long.class)
                .single();
    }

    /** The letter of this kind, without waiting for the morning. */
    private Caught sentNow(String email, NeedLetter kind) {
        await().atMost(PATIENCE).until(() -> {
            db.sql("update letter set due_at = written_at where kind = ? and state = 'WAITING'")
                    .param(kind.name())
                    .update();
            return MAIL.letters().stream()
                    .anyMatch(letter -> letter.to().equals(email) && kind.name().equals(letter.kind()));
        });
        return MAIL.letters().stream()
                .filter(letter -> letter.to().equals(email) && kind.name().equals(letter.kind()))
                .findFirst()
                .orElseThrow();
    }

    private Answer press(Caught letter, String choice) {
        Matcher link = link(letter);
        return anyone.postForm(link.group(1), Map.of("jeton", link.group(2), "choix", choice));
    }

    private LinkStatement said(Answer opened) {
        return statements.read(statement(opened)).orElseThrow();
    }

    private static String statement(Answer opened) {
        return opened.response().headers().firstValue(LinkStatement.HEADER).orElseThrow();
    }

    @Test
    void a_contact_chooses_what_comes_once_for_all_own_needs_and_for_nobody_else() {
        String email = declared(address());
        String need = needOf(email);
        Http holder = open(letterTo(email, 1), "/besoins/" + need);
        assertThat(holder.get("/besoins/" + need).body()).contains("href=\"/besoins/courriers\"");
        assertThat(holder.get("/besoins/courriers").body())
                .contains("c…@example.org", "La recherche de mentors commence", "Un mentor est prêt")
                .doesNotContain(email);
        assertThat(holder.postForm("/besoins/courriers", Map.of("rythme.QUALIFIED", "NEEDED_ONLY"))
                        .status())
                .isEqualTo(303);

        write(() -> letters.qualified(need));
        db.sql("update letter set due_at = written_at where person = ?")
                .param(need)
                .update();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state(need, NeedLetter.QUALIFIED)).isEqualTo("HELD_BACK"));

        String later = needOf(declared(email));
        assertThat(later).isNotEqualTo(need);
        String anothers = needOf(declared(address()));
        write(() -> letters.qualified(later));
        write(() -> letters.qualified(anothers));
        db.sql("update letter set due_at = written_at where kind = 'QUALIFIED'").update();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(later, NeedLetter.QUALIFIED))
                        .as("the same person's next need")
                        .isEqualTo("HELD_BACK"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state(anothers, NeedLetter.QUALIFIED))
                        .as("a colleague's need")
                        .isEqualTo("SENT"));

        Http school = anyone.as(Tokens.structure("structure-0940176F"));
        assertThat(school.get("/besoins/courriers").body())
                .as("an account that was not opened from here")
                .contains("Nous ne vous écrivons pas");
        assertThat(school.get("/courriers").location()).endsWith("/besoins/courriers");
    }

    @Test
    void who_holds_the_link_reads_and_takes_along_all_that_is_kept_and_sees_who_looked() {
        String email = declared(address());
        Http holder = open(letterTo(email, 1), "/besoins/" + needOf(email));
        String need = needOf(email);
        String data = "/besoins/" + need + "/contact/donnees";
        assertThat(anyone.as(Tokens.referent("94"))
                        .get("/besoins/" + need + "/contact")
                        .body())
                .contains("Mme Diallo");

        assertThat(holder.get("/besoins/" + need + "/contact").body())
                .contains("Qui a consulté cette fiche", "un·e référent·e", data)
                .contains("par le lien de nos courriers à cette personne");
        Answer json = holder.get(data);
        assertThat(json.response().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(json.json().path("contact").path("email").asString()).isEqualTo(email);
        assertThat(json.json().path("readings").findValuesAsString("role")).contains("own", "referent");
        assertThat(json.json().path("letters").findValuesAsString("kind")).contains("RECEIVED");

        String ofTheSameSchool = needOf(declared(address()));
        assertThat(holder.get("/besoins/" + ofTheSameSchool + "/contact/donnees")
                        .status())
                .isEqualTo(404);
        assertThat(anyone.as(Tokens.structure("structure-0941250Y")).get(data).status())
                .isEqualTo(404);
        done(holder.postForm("/besoins/" + need + "/contact/effacement", Map.of()));
        assertThat(holder.get(data).json().path("contact").isNull()).isTrue();
    }

    @Test
    void after_weeks_a_structure_is_asked_whether_mentors_are_still_needed_and_says_so_in_two_taps() {
        String email = declared(address());
        String need = needOf(email);
        Http holder = open(letterTo(email, 1), "/besoins/" + need);
        assertThat(holder.get("/besoins/" + need).body()).doesNotContain("id=\"encore\"");
        Http referent = anyone.as(Tokens.referent("94"));
        referent.post(API + "/needs/" + need + "/assignment", "{}");
        referent.post(API + "/needs/" + need + "/contact-attempts", Map.of("reached", true));
        referent.postForm("/besoins/" + need + "/verification", Map.of());
        Answer qualified =
                referent.post(API + "/needs/" + need + "/qualification", Map.of("familyLinkAcknowledged", true));
        assertThat(qualified.status()).as(qualified.body()).isEqualTo(200);
        assertThat(weeksUntilAsked(need)).isBetween(7, 8);

        // as if it had been confirmed long ago
        db.sql("""
                update deadline set key = key || ':before', due_at = set_at - interval '1 minute'
                where subject = ? and kind = 'STILL_NEEDED'""").param(need).update();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(holder.get("/besoins/" + need).body())
                        .contains("Faut-il toujours des mentors", "href=\"#encore\"", "id=\"encore\""));
        assertThat(state(need, NeedLetter.STILL_NEEDED)).isIn("WAITING", "SENT");
        assertThat(weeksUntilAsked(need))
                .as("silence changes nothing, it is asked again")
                .isBetween(7, 8);

        assertThat(anyone.as(Tokens.structure("structure-0941250Y"))
                        .postForm("/besoins/" + need + "/toujours", Map.of())
                        .status())
                .isEqualTo(404);
        done(holder.postForm("/besoins/" + need + "/toujours", Map.of()));
        assertThat(holder.get("/besoins/" + need).body()).doesNotContain("id=\"encore\"");
        assertThat(db.sql(
                                "select count(*) from domain_event where aggregate_id = ? and payload_type like '%StillNeeded%'")
                        .param(need)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        done(holder.postForm("/besoins/" + need + "/retrait", Map.of("motif", "SOLVED_ELSEWHERE")));
        assertThat(db.sql(
                                "select count(*) from deadline where subject = ? and kind = 'STILL_NEEDED' and told_at is null")
                        .param(need)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int weeksUntilAsked(String need) {
        return db.sql("""
                        select extract(day from due_at - set_at)::int / 7 from deadline
                        where subject = ? and kind = 'STILL_NEEDED' and told_at is null""").param(need).query(Integer.class).single();
    }

    @Test
    void each_letter_has_all_its_words() throws IOException {
        String email = declared(address());
        String need = needOf(email);
        letterTo(email, 1);
        Instant due = Instant.parse("2020-04-10T16:00:00Z");
        write(() -> {
            letters.missed(need, LocalDate.of(2020, 4, 7));
            letters.qualified(need);
            letters.trialBegun(need, "proposal-1", due);
            letters.pairOpened(need, "pair-1", due);
            letters.firstContactOverdue(need, "pair-3");
            letters.checkInAsked(need, "pair-4", 1, LocalDate.of(2020, 4, 20));
            letters.pairStopped(need, "pair-6", 1, 2);
            letters.stillNeededAsked(need, LocalDate.of(2020, 6, 2));
            letters.resourcesShared(need, "share-1");
            letters.continuationAsked(need, "pair-7");
            letters.pairPaused(need, "pair-5", LocalDate.of(2020, 5, 4), true);
            letters.seatAsked(need, "pair-7", LocalDate.of(2020, 6, 1));
            letters.seatSought(need, "pair-10", 1, 4);
            letters.sessionPlanned(
                    need,
                    new SessionPlanned("pair-8", "MENTOR", true, LocalDate.of(2020, 4, 9), 1020, 60),
                    heard("event-8", 4),
                    true);
            letters.referentChanged(need, "account-2", LocalDate.of(2020, 5, 11));
            letters.linkLost(need, due);
            NeedLetter.READY.forEach(kind -> mail.write(Letter.of(need + kind, kind, need, Map.of("pair", "pair-9"))));
        });
        write(() -> letters.pairInterrupted(need, "pair-2", 1, 3));
        write(() -> mail.write(NeedLetters.erased(need)));
        db.sql("update letter set due_at = written_at where person = ?")
                .param(need)
                .update();

        letterTo(email, NeedLetter.values().length);
        List<Caught> all = MAIL.letters().stream()
                .filter(caught -> caught.to().equals(email))
                .toList();
        assertThat(all)
                .extracting(Caught::kind)
                .containsExactlyInAnyOrder(
                        Arrays.stream(NeedLetter.values()).map(Enum::name).toArray(String[]::new));
        Path folder = Files.createDirectories(Path.of("target/letters"));
        for (Caught letter : all) {
            assertThat(letter.subject() + letter.plain() + letter.html())
                    .as(letter.kind())
                    .doesNotContain("{", "??", "Doisneau", "null");
            if (letter.kind().equals("SESSION_PLANNED")) {
                assertThat(letter.calendar())
                        .contains("UID:pair-8@", "SEQUENCE:4", "DTSTART;TZID=Europe/Paris:20200409T170000")
                        .contains("RRULE:FREQ=WEEKLY;UNTIL=20200710T215959Z");
            } else {
                assertThat(letter.calendar()).as(letter.kind()).isEmpty();
            }
            Files.writeString(folder.resolve(letter.kind() + ".html"), letter.html());
            Files.writeString(folder.resolve(letter.kind() + ".txt"), letter.subject() + "\n\n" + letter.plain());
        }
    }

    private static ReceivedEvent heard(String id, long sequence) {
        return new ReceivedEvent(
                id,
                "/test",
                "followup.session-planned.v1",
                "plan-8",
                Instant.EPOCH,
                sequence,
                "account-1",
                "mentor",
                "test",
                "",
                "",
                NullNode.getInstance());
    }

    private void write(Runnable facts) {
        transaction.executeWithoutResult(_ -> facts.run());
    }

    private static String address() {
        return "contact-" + UUID.randomUUID() + "@example.org";
    }

    /** Declares as a school with an account; the address again. */
    private String declared(String email) {
        Answer declared = anyone.as(Tokens.structure("structure-0940176F")).post(API + "/needs", """
                {"structure":"structure-0940176F","priorityAudience":"REP",
                 "contact":{"name":"Mme Diallo","email":"%s","phone":""},
                 "lines":[{"levelBand":"COLLEGE_4_3","count":3,"supports":["HOMEWORK"],"subjects":[],
                   "channels":["VIDEO"],"slots":[],"familyLink":false}]}""".formatted(email));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        return email;
    }

    private String declareByForm(String email, String phone) {
        String draft = draftBeforeContact();
        done(anyone.postForm(
                draft + "/contact",
                Map.of("name", "Mme Diallo", "email", email, "phone", phone, "callTimes", "MONDAY_MORNING")));
        assertThat(anyone.get(draft + "/verification").body()).contains("Lundi matin");
        Answer sent = anyone.postForm(draft + "/verification", Map.of());
        done(sent);
        return sent.location();
    }

    private String draftBeforeContact() {
        String draft = anyone.postForm("/besoins/declarer", Map.of("uai", "0940176F"))
                .location()
                .replaceFirst("/[a-z]+$", "");
        done(anyone.postForm(
                draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD")));
        done(anyone.postForm(draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE")));
        return draft;
    }

    private static void done(Answer act) {
        assertThat(act.status()).as(act.body()).isEqualTo(303);
    }

    /** The letter of this number to this address. */
    private static Caught letterTo(String email, int number) {
        await().atMost(PATIENCE)
                .until(() -> MAIL.letters().stream()
                                .filter(letter -> letter.to().equals(email))
                                .count()
                        >= number);
        return MAIL.letters().stream()
                .filter(letter -> letter.to().equals(email))
                .toList()
                .get(number - 1);
    }

    private static String path(Caught letter) {
        Matcher link = link(letter);
        return link.group(1) + "/" + link.group(2);
    }

    private static Matcher link(Caught letter) {
        Matcher link = LINK.matcher(letter.plain());
        assertThat(link.find()).as(letter.plain()).isTrue();
        return link;
    }

    /** Opens the letter's link as its button does; whoever holds it comes with its statement from now on. */
    private Http open(Caught letter, String page) {
        Matcher link = link(letter);
        assertThat(anyone.get(path(letter)).body()).contains("Où en est ma demande");
        Answer opened = anyone.postForm(link.group(1), Map.of("jeton", link.group(2), "choix", "ouvrir"));
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.location()).endsWith(page);
        Http holder = anyone.with(
                LinkStatement.HEADER,
                opened.response().headers().firstValue(LinkStatement.HEADER).orElseThrow());
        assertThat(holder.get(page).status()).isEqualTo(200);
        return holder;
    }

    private String needOf(String email) {
        return db.sql("""
                        select person from letter where kind = 'RECEIVED' and person in (select need from contact)
                        order by position desc""").query(String.class).list().stream()
                .filter(need -> referent.get(API + "/needs/" + need + "/contact")
                        .json()
                        .path("email")
                        .asString("")
                        .equals(email))
                .findFirst()
                .orElseThrow();
    }

    private String state(String need, NeedLetter kind) {
        return db.sql("select state from letter where person = ? and kind = ?")
                .params(need, kind.name())
                .query(String.class)
                .single();
    }

    private int rows(String where, String need) {
        return db.sql("select count(*) from " + where)
                .param(need)
                .query(Integer.class)
                .single();
    }
}
