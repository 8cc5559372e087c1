package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One need from the first form to a qualified need on the topic, over real HTTP, PostgreSQL and Kafka. */
@ServiceTest
class NeedsStoryTest {
    private static final String API = "/api/needs/v1";
    private static final String OWN = "structure-0940176F";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    private Http anyone;
    private Http school;
    private Http referent;
    private Http coordination;

    @BeforeEach
    void directory() throws IOException {
        anyone = new Http(port);
        school = anyone.as(Tokens.structure(OWN));
        referent = anyone.as(Tokens.referent("94"));
        coordination = anyone.as(Tokens.coordinator());
        assertThat(coordination
                        .postCsv(API + "/structures/import", sample("/annuaire-extrait.csv"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_directory_is_imported_and_again_changes_nothing() throws IOException {
        Answer again = coordination.postCsv(API + "/structures/import", sample("/annuaire-extrait.csv"));

        assertThat(again.json().get("accepted").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(3);
        assertThat(again.json().get("rejected").asInt()).isEqualTo(1);
        JsonNode error = again.json().get("errors").get(0);
        assertThat(error.get("line").asInt()).isEqualTo(5);
        assertThat(error.get("column").asString()).isEqualTo("Identifiant_de_l_etablissement");
        assertThat(error.get("reason").asString()).contains("0940199X");

        JsonNode found = anyone.get(API + "/structures/0940176F").json();
        assertThat(found.get("name").asString()).isEqualTo("École élémentaire Robert Doisneau");
        assertThat(found.get("commune").asString()).isEqualTo("Fresnes");
        assertThat(found.get("academie").asString()).isEqualTo("Créteil");
        assertThat(found.get("priorityStatus").asString()).isEqualTo("REP");
        assertThat(found.get("verified").asBoolean()).isTrue();
        assertThat(anyone.get(API + "/structures/0000000A").status()).isEqualTo(404);
        assertThat(referent.postCsv(API + "/structures/import", "nom;ville\na;b\n")
                        .status())
                .isEqualTo(422);
        for (String way : List.of("/structures/import", "/needs/import")) {
            Answer empty = referent.postCsv(API + way, "");
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.body()).contains("Le fichier est vide.");
        }
    }

    @Test
    void a_need_travels_from_the_school_to_the_topic() {
        Answer declared = school.post(API + "/needs", need(12, "14:00", "16:00", ""));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        String need = declared.json().get("need").asString();
        assertThat(declared.json().get("reference").asString()).matches("MU-.{4}-.{4}");
        String one = API + "/needs/" + need;

        assertThat(problem(referent.post(one + "/contact-attempts", "{\"reached\":true}")))
                .isEqualTo("NO_REFERENT");
        assertThat(referent.post(one + "/assignment", "{}").json().get("status").asString())
                .isEqualTo("ASSIGNED");
        Answer late = anyone.as(Tokens.referent("94", "93")).post(one + "/assignment", "{}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("by").asString()).isEqualTo(Tokens.account("referente-94"));
        assertThat(late.json().get("detail").asString())
                .contains("un·e autre référent·e, depuis le")
                .doesNotContain("Compte", "{");
        assertThat(problem(referent.post(one + "/qualification", "{}"))).isEqualTo("NOBODY_REACHED");
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(problem(referent.post(
                        one + "/contact-attempts", "{\"reached\":true,\"occurredOn\":\"" + tomorrow + "\"}")))
                .isEqualTo("CONTACT_IN_THE_FUTURE");
        assertThat(referent.post(
                                one + "/contact-attempts",
                                "{\"reached\":true,\"occurredOn\":\"" + LocalDate.now(clock) + "\"}")
                        .status())
                .isEqualTo(200);
        Answer qualified = referent.post(one + "/qualification", "");
        assertThat(qualified.status()).as(qualified.body()).isEqualTo(200);
        assertThat(school.get(one).json().get("status").asString()).isEqualTo("QUALIFIED");

        List<JsonNode> told = heard(need, "needs.need-qualified.v1");
        JsonNode fact = told.getLast().get("data");
        assertThat(fact.get("lines").get(0).get("count").asInt()).isEqualTo(12);
        assertThat(fact.get("departement").asString()).isEqualTo("94");
        assertThat(told)
                .extracting(e -> e.get("type").asString())
                .containsExactly(
                        "needs.need-declared.v1",
                        "needs.need-referent-assigned.v1",
                        "needs.contact-attempted.v1",
                        "needs.need-qualified.v1");
    }

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
    void nobody_sees_or_touches_the_need_of_another_structure_or_territory() {
        String need = declare();
        for (Http other :
                List.of(anyone.as(Tokens.structure("structure-0940198E")), anyone.as(Tokens.referent("93")))) {
            assertThat(other.get(API + "/needs/" + need).status()).isEqualTo(404);
            assertThat(other.get(API + "/needs/" + need + "/contact").status()).isEqualTo(404);
            assertThat(other.get("/besoins/" + need).status()).isEqualTo(404);
            assertThat(other.post(API + "/needs/" + need + "/withdrawal", "{}").status())
                    .isEqualTo(404);
            assertThat(other.get(API + "/needs").body()).doesNotContain(need);
        }
        assertThat(anyone.as(Tokens.structure("structure-0940198E"))
                        .post(API + "/needs", need(3, "14:00", "16:00", ""))
                        .status())
                .isEqualTo(404);
        assertThat(anyone.as(Tokens.coordinator()).get(API + "/needs").body()).contains(need);
        assertThat(school.get(API + "/needs?status=DECLARED").body()).contains(need);
    }

    @Test
    void a_contact_card_is_sealed_its_opening_recorded_and_it_can_be_erased() {
        String need = declare();
        assertThat(db.sql("select string_agg(name_sealed || email_sealed || phone_sealed, ' ') from contact")
                        .query(String.class)
                        .single())
                .doesNotContain("Diallo", "ecole.fr");
        Answer card = referent.get(API + "/needs/" + need + "/contact");
        assertThat(card.json().get("name").asString()).isEqualTo("Mme Diallo");
        assertThat(db.sql("select account || ' ' || role from contact_access where need = ?")
                        .param(need)
                        .query(String.class)
                        .list())
                .containsExactly(Tokens.account("referente-94") + " referent");
        assertThat(school.delete(API + "/needs/" + need + "/contact").status()).isEqualTo(204);
        assertThat(referent.get(API + "/needs/" + need + "/contact").status()).isEqualTo(404);
        assertThat(referent.get(API + "/needs/" + need).status()).isEqualTo(200);
        assertThat(db.sql("select count(*) from domain_event where payload::text ilike '%diallo%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_need_can_be_revised_and_withdrawn() {
        String one = API + "/needs/" + declare();
        assertThat(school.post(one + "/lines/1/revision", "{\"count\":4,\"reason\":\"FEWER_PLACES\"}")
                        .json()
                        .get("places")
                        .asInt())
                .isEqualTo(4);
        assertThat(problem(school.post(one + "/lines/9/revision", "{\"count\":4}")))
                .isEqualTo("UNKNOWN_LINE");
        assertThat(school.post(one + "/withdrawal", "{\"reason\":\"SOLVED_ELSEWHERE\"}")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(problem(referent.post(one + "/assignment", "{}"))).isEqualTo("NEED_WITHDRAWN");
    }

    @Test
    void other_pages_may_call_a_school_by_its_name() {
        JsonNode names = anyone.get(API + "/structures/names?of=0940176F&of=0949991Z&of=nonsense")
                .json();
        assertThat(names.size()).isEqualTo(1);
        assertThat(names.get("0940176F").asString()).contains("Doisneau", "Fresnes");
        assertThat(anyone.get(API + "/structures/names").json().size()).isZero();
    }

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
            String page = referent.get("/besoins?q=" + encode(q)).body();
            assertThat(page).as(q).contains("/besoins/" + need + "\"").containsPattern("Tous</span> <span[^>]*>1<");
        }
        for (String q : List.of("0940176 f", "ecole élementaire robert-doisneau", "FRESNES")) {
            assertThat(referent.get("/besoins?etat=DECLARED&q=" + encode(q)).body())
                    .as(q)
                    .contains("Reçus", "besoins/need-");
        }
        assertThat(referent.get("/besoins?q=" + encode("%")).body()).contains("Aucun besoin trouvé");
        assertThat(anyone.as(Tokens.referent("93"))
                        .get("/besoins?q=" + encode(reference))
                        .body())
                .contains("Aucun besoin trouvé");
    }

    @Test
    void the_home_page_shows_only_doors_that_open() {
        assertThat(anyone.get("/").body()).contains("\"/besoins/declarer\"", "\"/mentors/candidature\"", "\"/suivi\"");
        String main = "(?s).*<main|</main>.*";
        assertThat(school.get("/").body().replaceAll(main, ""))
                .contains("\"/besoins\"", "\"/besoins/declarer\"")
                .doesNotContain("/suivi", "/mentors");
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
                .contains("Défenseur des droits")
                .doesNotContain("??", "mailto:");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_was_not_called_yet_comes_first_then_by_age() {
        String qualified = declare();
        for (String act : List.of("assignment", "contact-attempts", "qualification")) {
            assertThat(referent.post(API + "/needs/" + qualified + "/" + act, "{\"reached\":true}")
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

    @Test
    void primary_school_lines_wait_for_the_family_link() {
        String body = need(3, "14:00", "16:00", "").replace("COLLEGE_4_3", "CM1_CM2");
        String one = API + "/needs/"
                + school.post(API + "/needs", body).json().get("need").asString();
        assertThat(referent.post(one + "/assignment", "{}").status()).isEqualTo(200);
        assertThat(referent.post(one + "/contact-attempts", "{\"reached\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(problem(referent.post(one + "/qualification", "{}"))).isEqualTo("FAMILY_LINK_MISSING");
        assertThat(referent.post(one + "/qualification", "{\"familyLinkAcknowledged\":true}")
                        .status())
                .isEqualTo(200);
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
                .contains("Votre besoin est enregistré", "Dans les jours qui viennent", "peut avoir un compte");
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

    private String draftBeforeContact(Http who) {
        String draft = who.postForm("/besoins/declarer", Map.of("uai", "0940176F"))
                .location()
                .replaceFirst("/[a-z]+$", "");
        step(who, draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD"));
        step(who, draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        return draft;
    }

    private String declareUnlisted(String uai, String name) {
        String draft = anyone.postForm("/besoins/declarer", Map.of("uai", uai))
                .location()
                .replaceFirst("/etablissement$", "");
        step(draft + "/etablissement", Map.of("uai", uai, "structureName", name, "structureCommune", "Vitry"));
        step(draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD"));
        step(draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        step(draft + "/contact", Map.of("name", "M. Petit", "phone", "0123456789"));
        step(draft + "/verification", Map.of());
        return db.sql("select need from need where structure = ? order by declared_at desc, need limit 1")
                .param("structure-" + uai)
                .query(String.class)
                .single();
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
                        where column_name like '%sealed%' or column_name like 'sealed%'""").query(String.class).set()).containsExactlyInAnyOrder("contact", "note", "draft");
    }

    @Test
    void what_matching_tells_shows_on_the_need() {
        String need = declare();
        String one = API + "/needs/" + need;
        for (String act : List.of("assignment", "contact-attempts", "qualification")) {
            assertThat(referent.post(one + "/" + act, "{\"reached\":true}").status())
                    .isEqualTo(200);
        }
        tell("match-proposed", need);
        waitFor(one, "proposed", 1);
        tell("match-confirmed", need);
        waitFor(one, "confirmed", 1);
        assertThat(school.get("/besoins").body()).contains("Binômes en route");

        tell("followup", "pair-interrupted", Map.of("need", need));
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
        tell("followup", "pair-opened", pair);
        waitUntil(() -> mentor.get(card).status() == 200);
        assertThat(mentor.get(card).body()).contains("tel:").doesNotContain("Effacer");
        assertThat(mentor.get("/besoins/" + need).status()).isEqualTo(403);
        assertThat(anyone.as(Tokens.mentor("mentor-other")).get(card).status()).isEqualTo(404);

        tell("followup", "pair-interrupted", pair);
        waitUntil(() -> mentor.get(card).status() == 404);
    }

    @Test
    void who_only_reaches_the_broker_opens_no_card() {
        String need = declare();
        String card = "/besoins/" + need + "/contact";
        Http mentor = anyone.as(Tokens.mentor("mentor-of-" + need));
        Map<String, String> pair = Map.of("pair", "pair-of-" + need, "need", need, "mentor", "mentor-of-" + need);
        try (KafkaProducer<String, byte[]> stranger = LocalParts.stranger()) {
            tell(stranger, "followup", "pair-opened", pair);
        }
        waitUntil(() -> db.sql("select count(*) from dead_letter where record_key = ? and cause like 'FORGED: %'")
                        .param("pair-of-" + need)
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(mentor.get(card).status()).isEqualTo(404);
        assertThat(anyone.as(Tokens.role("ops")).get(API + "/ops/dead-letters").body())
                .contains("pair-of-" + need, "FORGED");

        // and the pair's own story is not held up by it
        tell("followup", "pair-opened", pair);
        waitUntil(() -> mentor.get(card).status() == 200);
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

            tell("matching", "trial-begun", trial);
            waitUntil(() -> own.get(card).status() == 200);
            assertThat(own.get(card).body()).contains("tel:").doesNotContain("Effacer");

            tell("matching", end, trial);
            waitUntil(() -> own.get(card).status() == 404);
        }
    }

    @Test
    void a_card_opens_inside_another_page_without_a_second_page_around_it() {
        String card = "/besoins/" + declare() + "/contact";
        assertThat(referent.get(card).body()).contains("<h1", "tel:");
        assertThat(referent.with("HX-Request", "true").get(card).body())
                .contains("tel:")
                .doesNotContain("<h1", "<main", "<header");
    }

    private static void waitUntil(BooleanSupplier told) {
        for (int i = 0; i < 300 && !told.getAsBoolean(); i++) {
            pause();
        }
        assertThat(told.getAsBoolean()).isTrue();
    }

    private void waitFor(String path, String field, int value) {
        for (int i = 0; i < 100; i++) {
            if (school.get(path).json().get(field).asInt() == value) {
                return;
            }
            pause();
        }
        throw new AssertionError(field + " never became " + value);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(String path, Map<String, String> answers) {
        step(anyone, path, answers);
    }

    private static void step(Http who, String path, Map<String, String> answers) {
        Answer answer = who.postForm(path, answers);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(303);
    }

    private String declare() {
        Answer declared = school.post(API + "/needs", need(12, "14:00", "16:00", ""));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        return declared.json().get("need").asString();
    }

    private static String need(int count, String start, String end, String note) {
        return """
                {"structure":"structure-0940176F","priorityAudience":"REP",
                 "contact":{"name":"Mme Diallo","email":"diallo@ecole.fr","phone":"01 23 45 67 89"},
                 "lines":[{"levelBand":"COLLEGE_4_3","count":%d,"supports":["HOMEWORK"],"subjects":["MATHS"],
                   "channels":["VIDEO"],"slots":[{"day":"WEDNESDAY","start":"%s","end":"%s"}],"familyLink":false}],
                 "note":"%s"}""".formatted(count, start, end, note);
    }

    private static String problem(Answer answer) {
        return answer.json().get("code").asString();
    }

    private static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        return fields.stream().distinct().toList();
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static String sample(String name) throws IOException {
        try (var in = Objects.requireNonNull(NeedsStoryTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All that the topic says about a need, up to the wanted type. */
    private static List<JsonNode> heard(String need, String until) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", LocalParts.kafka());
        settings.put("group.id", "story-" + UUID.randomUUID());
        settings.put("auto.offset.reset", "earliest");
        List<JsonNode> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("needs.v1"));
            for (int i = 0; i < 60; i++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    JsonNode event = JSON.readTree(record.value());
                    if (event.get("subject").asString().equals(need)) {
                        assertThat(ContractTypes.all())
                                .containsKey(event.get("type").asString());
                        heard.add(event);
                    }
                });
                if (heard.stream().anyMatch(e -> e.get("type").asString().equals(until))) {
                    return heard;
                }
            }
        }
        throw new AssertionError("never heard " + until + ": " + heard);
    }

    private static void tell(String type, String need) {
        tell("matching", type, Map.of("need", need));
    }

    private static void tell(String service, String type, Map<String, String> about) {
        try (KafkaProducer<String, byte[]> others = LocalParts.publisher()) {
            tell(others, service, type, about);
        }
    }

    /** The contract's own sample, about these. */
    private static void tell(
            KafkaProducer<String, byte[]> producer, String service, String type, Map<String, String> about) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(sample("/contracts/" + service + "/v1/" + type + ".json"));
            about.forEach(data::put);
            String key =
                    data.get(service.equals("matching") ? "proposal" : "pair").asString();
            byte[] envelope = JSON.writeValueAsBytes(Map.of(
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
}
