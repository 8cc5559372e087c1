package fr.mentoratdurgence.mentor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files of volunteers as people and partners have them. */
@ServiceTest
class ImportsTest {
    private static final String IMPORT = "/api/mentors/v1/mentors/import";
    private static final String HEADER =
            "prenom;nom;courriel;telephone;majeur;departement;partout;matieres;accompagnements;canaux;creneaux;capacite;association\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private IdentityBook identities;

    private Http coordination;

    @BeforeEach
    void coordination() {
        coordination = new Http(port).as(Tokens.coordinator());
    }

    @Test
    void rows_of_nothing_are_passed_over() {
        assertThat(rows(file("mentors-empty-rows.csv"))).containsExactly("2 NEW");
    }

    @Test
    void commas_are_read() {
        assertThat(rows(file("mentors-commas.csv"))).containsExactly("2 NEW");
    }

    @Test
    void signs_of_word_processors_are_read_as_meant() {
        JsonNode report = file("mentors-typography.csv");

        assertThat(rows(report)).as(report.toString()).containsOnly("2 NEW", "3 NEW", "4 NEW", "5 NEW", "6 NEW");
        assertThat(people(report).stream().map(Identity::firstName)).contains("Jean-Noël");
        assertThat(people(report).stream().map(Identity::lastName)).contains("N'Diaye", "D'Almeida");
        assertThat(people(report).stream().map(Identity::email)).contains("eve@example.org");
    }

    @Test
    void who_does_not_wait_for_a_file_reads_what_became_of_it_and_the_file_is_gone() {
        String file = """
            prenom;nom;courriel;telephone;majeur;departement;accompagnements;canaux;capacite
            Ada;Attente;ada.attente@exemple.fr;0639983017;oui;94;METHOD;VIDEO;1
            Ben;Attente;pas une adresse;0639983018;oui;94;METHOD;VIDEO;1
            """;
        Http hurried = coordination.with("Prefer", "respond-async").with("Idempotency-Key", "un-fichier");
        Answer accepted = hurried.postCsv(IMPORT, file);
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(hurried.postCsv(IMPORT, file).location())
                .as("the same click again is the same job")
                .isEqualTo(accepted.location());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> coordination
                        .get(accepted.location())
                        .json()
                        .get("state")
                        .asString()
                        .equals("DONE"));

        JsonNode report = coordination.get(accepted.location() + "/result").json();
        assertThat(rows(report)).containsExactly("2 NEW", "3 REFUSED");
        assertThat(coordination.postCsv(IMPORT, file).json().get("unchanged").asInt())
                .isEqualTo(1);
        String id = accepted.json().get("job").asString();
        assertThat(db.sql("select file_sealed is null and outcome_sealed is not null from job where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(new Http(port)
                        .as(Tokens.referent("94"))
                        .get(accepted.location())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_name_is_a_name_and_nothing_more() {
        String file = """
            prenom;nom;courriel;telephone;majeur;departement;accompagnements;canaux;capacite
            Anne;zéro six trente-neuf quatre-vingt-dix-huit trente dix;anne.mots@exemple.fr;0639983010;oui;94;METHOD;VIDEO;1
            Jeanne-Rose;De La Rue du Puits;jeanne.rue@exemple.fr;0639983011;oui;94;METHOD;VIDEO;1
            """;
        JsonNode report = coordination.postCsv(IMPORT, file).json();

        assertThat(rows(report)).containsExactly("2 REFUSED", "3 NEW");
        assertThat(report.get("errors").get(0).get("column").asString()).isEqualTo("nom");
        assertThat(report.get("errors").get(0).get("reason").asString()).contains("zéro six");
    }

    @Test
    void telephones_of_every_writing_are_kept_in_one_and_shown_in_groups() {
        JsonNode report = file("mentors-telephones.csv");

        assertThat(report.get("rejected").asInt()).as(report.toString()).isZero();
        assertThat(people(report).stream().map(Identity::phone))
                .containsExactly(
                        "+33639983001",
                        "+33639983002",
                        "+33639983003",
                        "+33639983004",
                        "+33639983005",
                        "+262692000011",
                        "+590690000012");
        assertThat(people(report).stream().map(Identity::phoneShown)).contains("06 39 98 30 01", "+262 692 00 00 11");
    }

    @Test
    void an_address_that_no_letter_could_reach_is_refused_at_its_column() {
        JsonNode report = file("mentors-addresses.csv");

        assertThat(rows(report)).containsExactly("2 NEW", "3 REFUSED", "4 REFUSED", "5 NEW", "6 NEW", "7 NEW");
        assertThat(report.get("errors")
                        .valueStream()
                        .map(error -> error.get("column").asString()))
                .containsOnly("courriel");
        assertThat(people(report).stream().map(Identity::email))
                .contains("anne.o'test@example.org", "anne.plus+mentor@example.org");
    }

    @Test
    void two_people_on_one_address_are_a_question_for_both() {
        JsonNode report = file("mentors-one-mailbox.csv");

        assertThat(rows(report)).containsExactly("2 IN_QUESTION", "3 IN_QUESTION");
        assertThat(report.get("errors").get(0).get("reason").asString()).contains("même adresse");

        assertThat(rows(csv(row("Ada", "Une", "maison@example.org", "06 39 98 30 41", "1"))))
                .containsExactly("2 NEW");
        JsonNode other = csv(row("Bob", "Autre", "maison@example.org", "06 39 98 30 42", "1"));
        assertThat(rows(other)).containsExactly("2 IN_QUESTION");
    }

    @Test
    void what_a_partner_exports_lacks_only_what_nobody_said() {
        Answer answer = coordination.postFile(IMPORT, example("mentors-partner-export.csv"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("accompagnements, canaux").doesNotContain("prenom", "majeur", "departement");

        JsonNode report = csv("""
            Prénom;NOM;E-mail;Téléphone mobile;Date de naissance;Code postal;Disponibilités;accompagnements;canaux;capacité
            Claire;MARTEL;claire.martel@example.org;+33 6 39 98 30 21;04/05/1996;94200;Semaine - Soirée|Week-end - Après-midi;Soutien scolaire;visio;1
            Sami;OUAHAB;sami.ouahab@example.org;0639983022;21/11/2019;20090;Semaine - Après-midi;devoirs;téléphone;1
            """);
        assertThat(rows(report)).as(report.toString()).containsExactly("2 NEW", "3 NEW");
        assertThat(db.sql("select (payload->>'departement') || (payload->>'adult') from domain_event"
                                + " where aggregate_id in (:mentors) and payload_type like '%MentorApplied'"
                                + " order by global_index")
                        .param("mentors", ids(report))
                        .query(String.class)
                        .list())
                .containsExactly("94true", "2Afalse");
    }

    @Test
    void a_changed_row_brings_the_person_up_to_date() {
        String row = row("Nora", "Test", "nora@example.org", "06 39 98 30 51", "1");
        JsonNode first = csv(row);
        String mentor = ids(first).getFirst();
        assertThat(rows(csv(row))).containsExactly("2 UNCHANGED");

        JsonNode changed = csv(row("NORA", "Test", "Nora@example.org", "06 39 98 30 52", "2"));

        assertThat(rows(changed)).containsExactly("2 UPDATED");
        assertThat(identities.find(mentor))
                .hasValueSatisfying(who -> assertThat(who.phone()).isEqualTo("+33639983052"));
        assertThat(db.sql("select count(*) from domain_event where aggregate_id = ? and payload_type like"
                                + " '%OfferDeclared'")
                        .param(mentor)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void who_is_known_elsewhere_is_corrected_there_and_nobody_else_learns_more() {
        assertThat(rows(csv(row("Max", "Loin", "max@example.org", "06 39 98 30 61", "1"))))
                .containsExactly("2 NEW");
        Http elsewhere = new Http(port).as(Tokens.referent("13"));

        JsonNode report = elsewhere
                .postCsv(IMPORT, HEADER + row("Max", "Loin", "max@example.org", "06 39 98 30 62", "1"))
                .json();

        assertThat(rows(report)).containsExactly("2 IN_QUESTION");
    }

    @Test
    void who_has_left_is_a_question_when_the_same_file_comes_again() {
        String row = row("Lou", "Parti", "lou@example.org", "06 39 98 30 71", "1");
        String mentor = ids(csv(row)).getFirst();
        Answer left = new Http(port)
                .as(Tokens.mentor(mentor))
                .post("/api/mentors/v1/mentors/me/withdrawal", Map.of("reason", "NO_TIME"));
        assertThat(left.status()).as(left.body()).isEqualTo(200);

        JsonNode again = csv(row);

        assertThat(rows(again)).containsExactly("2 IN_QUESTION");
        assertThat(again.get("errors").get(0).get("reason").asString()).contains("a quitté");
    }

    @Test
    void fifteen_megabytes_of_semicolons_are_refused_in_words() {
        Answer answer = coordination.postFile(IMPORT, ";".repeat(15_000_000).getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("trop de colonnes");
    }

    private JsonNode file(String name) {
        Answer answer = coordination.postFile(IMPORT, example(name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode csv(String rows) {
        Answer answer = coordination.postCsv(IMPORT, rows.startsWith("Prénom") ? rows : HEADER + rows);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String row(String first, String last, String email, String phone, String capacity) {
        return String.join(
                        ";",
                        first,
                        last,
                        email,
                        phone,
                        "oui",
                        "094",
                        "oui",
                        "maths:6e-3e",
                        "devoirs",
                        "visio",
                        "mer 14h-16h",
                        capacity,
                        "")
                + "\n";
    }

    private List<Identity> people(JsonNode report) {
        List<Identity> people = new ArrayList<>();
        ids(report).forEach(mentor -> identities.find(mentor).ifPresent(people::add));
        return people;
    }

    private static List<String> ids(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .map(row -> row.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static List<String> rows(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .map(row -> row.get("line").asInt() + " " + row.get("state").asString())
                .toList();
    }

    private static byte[] example(String name) {
        try (InputStream in = ImportsTest.class.getResourceAsStream("/cases/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
