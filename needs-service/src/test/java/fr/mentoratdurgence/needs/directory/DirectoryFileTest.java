package fr.mentoratdurgence.needs.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.FileRefused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DirectoryFileTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 4, 1);
    private static final String HEADER =
            "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Code_commune;Nom_commune;"
                    + "Code_departement;Code_academie;Appartenance_Education_Prioritaire;date_maj_ligne;etat\n";
    private static final String DOISNEAU =
            "0940176F;École élémentaire Robert Doisneau;Ecole;94034;Fresnes;094;24;REP;2020-03-02;OUVERT\n";

    @Test
    void a_school_is_read_with_its_status_and_the_date_of_the_statement() throws FileRefused {
        DirectoryFile file = read("\ufeff" + HEADER + DOISNEAU);

        assertThat(file.problems()).isEmpty();
        assertThat(file.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo(2);
            assertThat(entry.names()).isEqualTo(new StructureNames("École élémentaire Robert Doisneau", "Fresnes"));
            assertThat(entry.facts())
                    .isEqualTo(new RelayStructureCommand.RecordDirectoryEntry(
                            new Uai("0940176F"),
                            StructureKind.SCHOOL,
                            "94",
                            "24",
                            "94034",
                            PriorityAudience.REP,
                            LocalDate.of(2020, 3, 2),
                            false));
        });
    }

    @Test
    void commas_quotes_other_headers_and_an_old_encoding_are_read_as_well() throws FileRefused {
        String csv = """
                numero_uai,appellation_officielle,Code commune,Commune\r
                0940176F,"École ""Doisneau"", annexe",94034,Fresnes\r
                """;
        DirectoryFile file = DirectoryFile.read(csv.getBytes(Charset.forName("windows-1252")), TODAY);

        assertThat(file.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.names().name()).isEqualTo("École \"Doisneau\", annexe");
            assertThat(entry.facts().status())
                    .as("this file says nothing about it")
                    .isNull();
            assertThat(entry.facts().academie()).isEqualTo("24");
            assertThat(entry.facts().statedOn()).isEqualTo(TODAY);
        });
    }

    @Test
    void missing_columns_are_named_in_one_error() {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> read("Nom_etablissement;ville\nA;B\n"));

        assertThat(refused.key()).isEqualTo("fichier.colonnes-manquantes");
        assertThat(refused.args()).containsExactly("Identifiant_de_l_etablissement, Code_commune, Nom_commune");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(catchThrowableOfType(FileRefused.class, () -> read(" \n")).key())
                .isEqualTo("fichier.vide");
    }

    @Test
    void bad_rows_are_told_by_line_and_column_and_good_ones_are_kept() throws FileRefused {
        DirectoryFile file = read(HEADER
                + "0940176G;A;Ecole;94034;Fresnes;094;24;REP;2020-03-02;OUVERT\n"
                + DOISNEAU
                + "0940198E;;Ecole;9403;Vitry;999;24;ZEP;32/01/2020;OUVERT\n");

        assertThat(file.entries()).extracting(DirectoryEntry::line).containsExactly(3L);
        assertThat(file.problems())
                .extracting(CellProblem::line, CellProblem::column)
                .containsExactly(
                        tuple(2L, "Identifiant_de_l_etablissement"),
                        tuple(4L, "Nom_etablissement"),
                        tuple(4L, "Code_departement"),
                        tuple(4L, "Appartenance_Education_Prioritaire"),
                        tuple(4L, "date_maj_ligne"));
    }

    @Test
    void a_row_without_its_uai_is_told_that_the_cell_is_empty() throws FileRefused {
        assertThat(read(HEADER + DOISNEAU.replace("0940176F", "")).problems())
                .extracting(CellProblem::column, CellProblem::key)
                .containsExactly(tuple("Identifiant_de_l_etablissement", "import.manque"));
    }

    @Test
    void a_school_that_was_told_last_to_have_closed_has_closed_wherever_its_rows_stand() throws FileRefused {
        String open = DOISNEAU;
        String closed = DOISNEAU.replace("2020-03-02;OUVERT", "2020-05-01;FERME");
        assertThat(read(HEADER + open + closed).entries()).isEmpty();
        assertThat(read(HEADER + closed + open).entries()).isEmpty();
        assertThat(read(HEADER + closed.replace("2020-05-01", "2019-05-01") + open)
                        .entries())
                .hasSize(1);
    }

    @Test
    void of_two_sites_the_main_one_stands_for_the_school_and_both_are_named() throws FileRefused {
        DirectoryFile file = read(HEADER + DOISNEAU.replace("Robert Doisneau", "Robert Doisneau (annexe)") + DOISNEAU);

        assertThat(file.entries())
                .extracting(entry -> entry.names().name())
                .singleElement()
                .asString()
                .doesNotContain("annexe");
        assertThat(file.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.line()).isEqualTo(2);
            assertThat(skipped.args().toString()).contains("annexe", "3");
        });
    }

    @Test
    void closed_schools_and_second_rows_are_left_out_and_said() throws FileRefused {
        DirectoryFile file =
                read(HEADER + DOISNEAU + DOISNEAU + "0940198E;Wallon;Ecole;94081;Vitry;094;24;;2020-03-02;FERME\n");

        assertThat(file.entries()).hasSize(1);
        assertThat(file.skipped())
                .extracting(CellProblem::line, CellProblem::key)
                .containsExactly(tuple(3L, "import.uai-en-double"), tuple(4L, "import.etablissement-ferme"));
    }

    @Test
    void a_forgotten_quote_is_told_where_it_begins_and_the_rows_before_it_are_kept() throws FileRefused {
        DirectoryFile file = read(HEADER + DOISNEAU + "0940198E;\"Wallon;Ecole;94081;Vitry\n\n");

        assertThat(file.entries()).hasSize(1);
        assertThat(file.problems())
                .extracting(CellProblem::line, CellProblem::key)
                .containsExactly(tuple(3L, "fichier.guillemet"));
    }

    @Test
    void corsica_and_overseas_are_known() throws FileRefused {
        DirectoryFile file = read("UAI;Nom;Code_commune;Nom_commune;Code_departement\n"
                + UaiTest.withLetter(6_200_001).code() + ";A;2A004;Ajaccio;02A\n"
                + UaiTest.withLetter(7_200_001).code() + ";B;2b033;Bastia;720\n"
                + UaiTest.withLetter(9_740_001).code() + ";C;97411;Saint-Denis;\n"
                + UaiTest.withLetter(10_005).code() + ";D;1025;Bâgé;1\n"
                + UaiTest.withLetter(9_780_001).code() + ";E;97801;Saint-Martin;\n"
                + UaiTest.withLetter(9_840_001).code() + ";F;98735;Papeete;987\n"
                + UaiTest.withLetter(9_830_001).code() + ";G;98818;Nouméa;\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.entries())
                .extracting(
                        e -> e.facts().departement(),
                        e -> e.facts().academie(),
                        e -> e.facts().commune())
                .containsExactly(
                        tuple("2A", "27", "2A004"),
                        tuple("2B", "27", "2B033"),
                        tuple("974", "28", "97411"),
                        tuple("01", "10", "01025"),
                        tuple("978", "32", "97801"),
                        tuple("987", "41", "98735"),
                        tuple("988", "40", "98818"));
    }

    private static DirectoryFile read(String csv) throws FileRefused {
        return DirectoryFile.read(csv.getBytes(StandardCharsets.UTF_8), TODAY);
    }
}
