package fr.mentoratdurgence.needs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files as people have them, at the two doors of this service that take files. */
@ServiceTest
class ImportsTest {
    private static final String NEEDS = "/api/needs/v1/needs/import";
    private static final String STRUCTURES = "/api/needs/v1/structures/import";
    private static final String HEADER =
            "uai;niveau;nombre;accompagnements;matieres;canaux;creneaux;public;lien_famille;contact_nom;contact_courriel;contact_telephone\n";
    private static final String S = "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;"
            + "Statut_public_prive;Code_commune;Nom_commune;Code_departement;Code_academie;"
            + "Appartenance_Education_Prioritaire;date_maj_ligne;etat\n";

    /** As all stories of this service know them. */
    private static final String SCHOOLS = S
            + "0940176F;Ecole élémentaire Robert Doisneau;Ecole;Public;94034;Fresnes;094;24;REP;2020-03-02;OUVERT\n"
            + "0940198E;Ecole élémentaire Henri Wallon A;Ecole;Public;94081;Vitry-sur-Seine;094;24;;2020-03-02;OUVERT\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ContactBook contacts;

    private Http coordination;

    @BeforeEach
    void directory() {
        coordination = new Http(port).as(Tokens.coordinator());
        assertThat(coordination.postCsv(STRUCTURES, SCHOOLS).status()).isEqualTo(200);
    }

    @Test
    void a_person_is_no_school_in_a_file_and_a_school_may_bear_a_persons_name() {
        String file = SCHOOLS.lines().findFirst().orElseThrow()
                + "\n0941199T;Wassim M., 4e B, suivi par le CMP;Ecole;Public;94081;Vitry-sur-Seine;094;24;;2020-03-02;OUVERT"
                + "\n0941198S;Collège Jean Moulin;Ecole;Public;94081;Vitry-sur-Seine;094;24;;2020-03-02;OUVERT"
                + "\n0941197R;École rappeler 06 39 98 10 01;Ecole;Public;94081;Vitry-sur-Seine;094;24;;2020-03-02;OUVERT\n";
        JsonNode own = new Http(port)
                .as(Tokens.referent("94"))
                .postCsv(STRUCTURES, file)
                .json();
        assertThat(rows(own)).containsExactlyInAnyOrder("2 REFUSED", "3 NEW", "4 REFUSED");
        assertThat(own.get("errors").toString()).contains("Wassim").contains("Nom_etablissement");

        // the ministry's directory is published as it is; a number is no name there either
        assertThat(rows(coordination.postCsv(STRUCTURES, file).json())).contains("3 UNCHANGED", "4 REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs-sep-line.csv", "needs-utf16-tabs.txt", "needs-quoted-newline.csv"})
    void a_file_of_any_spreadsheet_is_a_need(String file) {
        Answer answer = coordination.postFile(NEEDS, example(file));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("rejected").asInt()).as(answer.body()).isZero();
        assertThat(answer.json().get("needs")).hasSize(1);
        assertThat(contacts.find(answer.json().get("needs").get(0).asString())).hasValueSatisfying(contact -> {
            assertThat(contact.name()).isIn("Claire Test", "Élise Noël");
            assertThat(contact.phone()).isEqualTo("+33199003001");
            assertThat(contact.phoneShown()).isEqualTo("01 99 00 30 01");
        });
    }

    @Test
    void one_stray_byte_is_told_and_the_other_rows_are_taken_right() {
        JsonNode report = coordination
                .postFile(NEEDS, example("needs-one-stray-byte.csv"))
                .json();

        assertThat(rows(report)).contains("3 REFUSED").doesNotContain("2 REFUSED");
        assertThat(report.get("errors")).singleElement().satisfies(error -> {
            assertThat(error.get("line").asInt()).isEqualTo(3);
            assertThat(error.get("column").asString()).isEqualTo("contact_nom");
            assertThat(error.get("reason").asString()).contains("n’est pas lisible");
        });
        assertThat(contacts.find(report.get("needs").get(0).asString()))
                .hasValueSatisfying(contact -> assertThat(contact.name()).isEqualTo("Rémi Benoît"));
    }

    @Test
    void a_slot_in_which_no_session_fits_is_refused_at_its_column() {
        JsonNode report =
                coordination.postFile(NEEDS, example("needs-short-slot.csv")).json();

        assertThat(rows(report)).containsExactly("2 REFUSED");
        assertThat(report.get("errors").get(0).get("column").asString()).isEqualTo("creneaux");
        assertThat(report.get("errors").get(0).get("reason").asString()).contains("60 minutes");
    }

    @Test
    void two_contacts_of_one_school_are_two_needs_and_the_uai_may_be_in_lower_case() {
        JsonNode report =
                coordination.postFile(NEEDS, example("needs-grouping.csv")).json();

        assertThat(report.get("rejected").asInt()).as(report.toString()).isZero();
        assertThat(report.get("needs").size()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "structures-overseas.csv",
                "structures-two-sites.csv",
                "structures-then-closed.csv",
                "rep-list.csv"
            })
    void files_of_other_shapes_are_answered(String file) {
        assertThat(coordination.postFile(STRUCTURES, example(file)).status()).isIn(200, 422);
    }

    @Test
    void the_ministry_s_list_tells_which_schools_that_are_known_are_in_priority_education() {
        String list = "NUMERO;NOM;RESEAU\n0940777J;DOISNEAU;REP+\n0770778C;AILLEURS;REP\n";
        coordination.postCsv(STRUCTURES, "UAI;Nom;Code_commune;Nom_commune\n0940777J;École Doisneau;94034;Fresnes\n");

        JsonNode first = coordination
                .postCsv("/api/needs/v1/structures/priorities?date=2030-01-01", list)
                .json();
        JsonNode again = coordination
                .postCsv("/api/needs/v1/structures/priorities?date=2030-01-01", list)
                .json();

        assertThat(rows(first)).containsExactly("2 UPDATED");
        assertThat(rows(again)).containsExactly("2 UNCHANGED");
        assertThat(first.get("skipped").get(0).get("reason").asString()).contains("n’est pas encore dans l’annuaire");
        assertThat(coordination.get("/api/needs/v1/structures/0940777J").body()).contains("REP_PLUS");
    }

    @Test
    void a_sign_that_no_store_takes_is_a_problem_of_its_line_alone() {
        Answer answer = coordination.postFile(STRUCTURES, example("structures-nul-byte.csv"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("errors").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("errors").get(0).get("column").asString()).isEqualTo("Nom_etablissement");
    }

    @Test
    void fifteen_megabytes_of_semicolons_are_refused_in_words() {
        byte[] semicolons = ";".repeat(15_000_000).getBytes(UTF_8);
        for (String door : List.of(STRUCTURES, NEEDS)) {
            Answer answer = coordination.postFile(door, semicolons);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("trop de colonnes");
        }
    }

    @Test
    void all_problems_of_a_row_are_told_at_once() {
        JsonNode report = coordination
                .postCsv(NEEDS, HEADER + "0940176F;Licence;0;rien;;radio;mer 14h;ZEP;peut-être;;a..b@example.org;12\n")
                .json();

        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.get("errors"))
                .extracting(error -> error.get("column").asString())
                .contains(
                        "niveau",
                        "nombre",
                        "accompagnements",
                        "canaux",
                        "creneaux",
                        "public",
                        "lien_famille",
                        "contact_nom",
                        "contact_courriel",
                        "contact_telephone");
    }

    @Test
    void a_changed_row_brings_the_need_up_to_date_and_never_makes_a_second_one() {
        String row = row("0940176F", "4e", "3", "mer 14h-16h", "M. Update", "update@example.org", "06 39 98 20 10");
        JsonNode first = coordination.postCsv(NEEDS, HEADER + row).json();
        assertThat(rows(first)).containsExactly("2 NEW");
        String need = first.get("needs").get(0).asString();
        assertThat(rows(coordination.postCsv(NEEDS, HEADER + row).json())).containsExactly("2 UNCHANGED");

        JsonNode changed = coordination
                .postCsv(
                        NEEDS,
                        HEADER
                                + row.replace(";3;", ";5;")
                                        .replace("14h-16h", "15h-17h")
                                        .replace("20 10", "20 11"))
                .json();

        assertThat(rows(changed)).containsExactly("2 UPDATED");
        assertThat(changed.get("needs").get(0).asString()).isEqualTo(need);
        assertThat(contacts.find(need)).hasValue(new Contact("M. Update", "update@example.org", "+33639982011"));
        assertThat(facts(need))
                .containsExactly("needs.NeedDeclared", "needs.NeedLineRestated", "needs.NeedLineCountRevised");
    }

    @Test
    void a_row_that_says_otherwise_whose_public_it_is_waits_for_a_person() {
        String row = row("0940176F", "3e", "2", "", "Mme Question", "question@example.org", "");
        String need = coordination
                .postCsv(NEEDS, HEADER + row)
                .json()
                .get("needs")
                .get(0)
                .asString();

        JsonNode report = coordination
                .postCsv(NEEDS, HEADER + row.replace(";NONE;", ";QPV;"))
                .json();

        assertThat(rows(report)).containsExactly("2 IN_QUESTION");
        assertThat(facts(need)).containsExactly("needs.NeedDeclared");
    }

    @Test
    void the_same_file_after_a_withdrawal_is_a_new_need_and_says_so() {
        String row = row("0940198E", "5e", "2", "", "Mme Retour", "retour@example.org", "");
        String need = coordination
                .postCsv(NEEDS, HEADER + row)
                .json()
                .get("needs")
                .get(0)
                .asString();
        assertThat(coordination
                        .post("/api/needs/v1/needs/" + need + "/withdrawal", "{\"reason\":\"STRUCTURE_WITHDREW\"}")
                        .status())
                .isEqualTo(200);

        JsonNode again = coordination.postCsv(NEEDS, HEADER + row).json();

        assertThat(rows(again)).containsExactly("2 NEW");
        assertThat(again.get("needs").get(0).asString()).isNotEqualTo(need);
        assertThat(again.get("errors").get(0).get("reason").asString()).contains("a été retiré");
    }

    @Test
    void the_same_rows_twice_in_one_file_are_two_needs_and_stay_two() {
        String row = row("0940198E", "6e", "2", "", "Mme Deux", "deux@example.org", "");
        String other = row("0940176F", "6e", "2", "", "Mme Entre", "entre@example.org", "");
        String file = HEADER + row + other + row;

        assertThat(coordination.postCsv(NEEDS, file).json().get("needs")).hasSize(3);
        JsonNode again = coordination.postCsv(NEEDS, file).json();
        assertThat(rows(again)).containsExactly("2 UNCHANGED", "3 UNCHANGED", "4 UNCHANGED");
        assertThat(again.get("needs")).hasSize(3);
    }

    @Test
    void a_school_is_renamed_by_its_own_territory_or_by_the_coordination_and_the_new_name_is_a_fact() {
        assertThat(coordination
                        .postCsv(STRUCTURES, S + school("0940301S", "Nom d’avant"))
                        .status())
                .isEqualTo(200);
        String renamed = S + school("0940301S", "Doisneau (nouveau nom)");
        int before = facts("structure-0940301S").size();
        Answer far = new Http(port).as(Tokens.referent("13")).postCsv(STRUCTURES, renamed);
        assertThat(rows(far.json())).containsExactly("2 REFUSED");
        assertThat(far.json().get("errors").get(0).get("reason").asString()).contains("territoire");
        assertThat(facts("structure-0940301S")).hasSize(before);

        Answer own = new Http(port).as(Tokens.referent("94")).postCsv(STRUCTURES, renamed);
        assertThat(rows(own.json())).containsExactly("2 UPDATED");
        assertThat(facts("structure-0940301S")).hasSize(before + 1).last().isEqualTo("needs.StructureRenamed");
        assertThat(new Http(port)
                        .get("/api/needs/v1/structures/0940301S")
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Doisneau (nouveau nom)");
        // a département that the file claims does not open another territory
        Answer claimed = new Http(port)
                .as(Tokens.referent("13"))
                .postCsv(STRUCTURES, renamed.replace(";094;", ";013;").replace("nouveau nom", "autre nom"));
        assertThat(rows(claimed.json())).containsExactly("2 REFUSED");
    }

    private static String school(String uai, String name) {
        return uai + ";" + name + ";Ecole;Public;94034;Fresnes;094;24;;2020-03-16;OUVERT\n";
    }

    private static String row(
            String uai, String level, String count, String slot, String name, String email, String phone) {
        return String.join(";", uai, level, count, "devoirs", "maths", "visio", slot, "NONE", "oui", name, email, phone)
                + "\n";
    }

    private static List<String> rows(JsonNode report) {
        return report.get("rows")
                .valueStream()
                .map(row -> row.get("line").asInt() + " " + row.get("state").asString())
                .toList();
    }

    private List<String> facts(String stream) {
        return db.sql("select payload_type from domain_event where aggregate_id = ? order by sequence_number")
                .param(stream)
                .query(String.class)
                .list();
    }

    private static byte[] example(String name) {
        try (InputStream in = ImportsTest.class.getResourceAsStream("/cases/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
