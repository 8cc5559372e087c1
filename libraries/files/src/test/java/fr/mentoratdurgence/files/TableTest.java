package fr.mentoratdurgence.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class TableTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Column NAME = Column.required("nom", "Nom de famille");
    private static final Column TOWN = Column.optional("ville");
    private static final List<Column> COLUMNS = List.of(NAME, TOWN);

    @Test
    void the_separator_is_the_one_that_makes_a_header() throws FileRefused {
        for (String separator : List.of(";", ",", "\t", "|")) {
            Table table = read("Nom de famille" + separator + "Ville\nÉva" + separator + "Créteil\n");
            assertThat(table.rows()).singleElement().satisfies(row -> {
                assertThat(row.get(NAME)).isEqualTo("Éva");
                assertThat(row.get(TOWN)).isEqualTo("Créteil");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\ufeffsep=;\r\n"})
    void the_line_that_excel_writes_for_itself_is_no_header_and_counts_as_a_line(String own) throws FileRefused {
        Table table = read(own + "nom;ville\r\nÉva;Créteil\r\n");
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.get(TOWN)).isEqualTo("Créteil");
            assertThat(row.line()).isEqualTo(3);
        });
    }

    @Test
    void the_encodings_of_spreadsheets_are_read() throws FileRefused {
        String text = "nom\tville\r\nÉva Noël\tCréteil\r\n";
        for (byte[] bytes : List.of(
                text.getBytes(UTF_8),
                ("\ufeff" + text).getBytes(UTF_8),
                text.getBytes(WINDOWS),
                ("\ufeff" + text).getBytes(UTF_16LE),
                ("\ufeff" + text).getBytes(UTF_16BE),
                text.getBytes(UTF_16LE))) {
            assertThat(Table.read(bytes, COLUMNS).rows()).singleElement().satisfies(row -> {
                assertThat(row.get(NAME)).isEqualTo("Éva Noël");
                assertThat(row.problems()).isEmpty();
            });
        }
    }

    @Test
    void one_stray_byte_is_told_by_line_and_column_and_all_else_is_right() throws FileRefused {
        byte[] bytes = "nom;ville\nRémi;Créteil\nH#l#ne;Évry\nÉlise;Ivry\n".getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '#' ? (byte) 0xE9 : bytes[i];
        }
        Table table = Table.read(bytes, COLUMNS);

        assertThat(table.rows()).extracting(row -> row.get(TOWN)).containsExactly("Créteil", "Évry", "Ivry");
        assertThat(table.rows()).extracting(row -> row.problems().size()).containsExactly(0, 1, 0);
        assertThat(table.rows().get(1).problems()).containsExactly(CellProblem.at(3, "nom", "fichier.signe"));
    }

    @Test
    void a_heading_is_read_in_either_encoding_and_the_cells_stay_right() throws FileRefused {
        List<Column> columns = List.of(Column.required("prénom"), TOWN);
        byte[] strayHeading = concat(
                "pr".getBytes(UTF_8), new byte[] {(byte) 0xE9}, "nom;ville\nÉva;Créteil\nNoë;Évry\n".getBytes(UTF_8));
        assertThat(Table.read(strayHeading, columns).rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.problems()).isEmpty());
        byte[] windows =
                concat("prénom;ville\n".getBytes(UTF_8), "Éva;Créteil\nNoë;Évry\nZoé;Crécy\n".getBytes(WINDOWS));
        assertThat(Table.read(windows, columns).rows())
                .hasSize(3)
                .first()
                .satisfies(row -> assertThat(row.get(TOWN)).isEqualTo("Créteil"));
    }

    @Test
    void a_stray_byte_at_the_end_in_quotes_or_alone_is_told_and_nothing_else_changes() throws FileRefused {
        byte[] file = concat(
                "nom;ville\n\"Ép".getBytes(UTF_8),
                new byte[] {(byte) 0x81},
                "e\";Créteil\nZoé;Noisy\nÈve;Vitr".getBytes(UTF_8),
                new byte[] {(byte) 0xC3});
        assertThat(Table.read(file, COLUMNS).rows().stream()
                        .map(row ->
                                row.problems().stream().map(CellProblem::column).toList()))
                .containsExactly(List.of("nom"), List.of(), List.of("ville"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liste des mentors 2020;;\n;;\nnom;ville\nÉva;Créteil\n",
                "Liste, du 4 mai, 2020\nnom;ville\nÉva;Créteil\n",
                "# export du 4 mai\nnom,ville\nÉva,Créteil\n",
                "sep=;\rnom;ville\rÉva;Créteil\r",
                " sep = ;\nnom;ville\nÉva;Créteil\n",
                "sep=,\nnom;ville\nÉva;Créteil\n",
                "\nsep=;\nnom;ville\nÉva;Créteil\n",
                "nom;ville\nÉva;Créteil\nnom;ville\n",
                "nom;ville\nÉva;Créteil\n\u001a",
                "nom, ville\n \"Éva\", \"Créteil\"\n",
                "\"Nom de\nfamille\";ville\nÉva;Créteil\n"
            })
    void what_stands_around_a_table_is_no_row_of_it(String text) throws FileRefused {
        assertThat(read(text).rows()).singleElement().satisfies(row -> {
            assertThat(row.get(NAME)).isEqualTo("Éva");
            assertThat(row.get(TOWN)).isEqualTo("Créteil");
            assertThat(row.problems()).isEmpty();
        });
    }

    @Test
    void lines_are_counted_from_the_first_of_the_file_whatever_stands_above() throws FileRefused {
        for (String text : List.of("\nsep=;\nnom;ville\nÉva;Ivry\n", "Titre\n\n\"nom\";ville\nÉva;Ivry\n")) {
            assertThat(read(text).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.line()).isEqualTo(4));
        }
    }

    @Test
    void a_file_that_lacks_a_column_says_it_of_the_row_that_comes_nearest_to_a_header() {
        assertThatThrownBy(() -> read("Liste\nville;autre\nIvry;x\n"))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("fichier.colonnes-manquantes");
                    assertThat(refused.args()).containsExactly("nom");
                });
    }

    @Test
    void a_mark_of_utf8_before_windows_letters_loses_none_of_them() throws FileRefused {
        byte[] marked = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "nom\nÉva\n".getBytes(WINDOWS));
        assertThat(Table.read(marked, COLUMNS).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(NAME)).isEqualTo("Éva"));
        byte[] cut = concat("\ufeffnom\nÉva".getBytes(UTF_16LE), new byte[] {'\n'});
        assertThat(Table.read(cut, COLUMNS).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(NAME)).isEqualTo("Éva"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"0639982099\"", "'0639982099", " '0639982099", "\"=\"\"0639982099\"\"\""})
    void figures_that_a_spreadsheet_was_kept_from_counting_with_are_read(String cell) throws FileRefused {
        assertThat(read("nom;ville\n" + cell + ";Ivry\n").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(NAME)).isEqualTo("0639982099"));
        assertThat(read("nom\n's-Gravenhage\n").rows().getFirst().get(NAME)).isEqualTo("'s-Gravenhage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7",
                "<html><table><tr><td>nom</td></tr></table>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "[{\"nom\":\"Éva\"}]",
                "{\\rtf1 nom;ville}"
            })
    void what_is_no_table_is_told_so_and_not_that_columns_are_missing(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.key()).isEqualTo("fichier.autre"));
    }

    @Test
    void lines_that_end_as_on_old_computers_are_lines() throws FileRefused {
        assertThat(read("nom;ville\rÉva;Créteil\rZoé;Vitry\r").rows())
                .extracting(row -> row.get(TOWN))
                .containsExactly("Créteil", "Vitry");
    }

    @Test
    void blank_is_what_nobody_sees() throws FileRefused {
        assertThat(read("nom;ville\n\"\";\" \"\n\u00a0;\u202f\n\u200b;\nÉva;Créteil\n;;;;\n")
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_cell_of_utf8_in_a_file_of_windows_is_told_too() throws FileRefused {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes("nom;ville\n".getBytes(UTF_8));
        for (int i = 0; i < 10; i++) {
            bytes.writeBytes("Hélène;Évry\n".getBytes(WINDOWS));
        }
        bytes.writeBytes("Rémi;Ivry\n".getBytes(UTF_8));
        Table table = Table.read(bytes.toByteArray(), COLUMNS);

        assertThat(table.rows().getFirst().get(NAME)).isEqualTo("Hélène");
        assertThat(table.rows().getLast().problems()).containsExactly(CellProblem.at(12, "nom", "fichier.signe"));
    }

    @Test
    void rows_without_anything_are_passed_over_and_lines_stay_those_of_the_file() throws FileRefused {
        Table table = read(";\n\nnom;ville\n;\n  ;\u00a0\n\nÉva;Ivry\n;;;;;\n\n");

        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(7));
    }

    @Test
    void a_quoted_cell_may_go_over_lines() throws FileRefused {
        Table table = read("nom;ville\n\"Claire\nTest\";Ivry\nÉva;\"a \"\"b\"\" ; c\"\n");

        assertThat(table.rows()).extracting(row -> row.get(NAME)).containsExactly("Claire Test", "Éva");
        assertThat(table.rows()).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(table.rows().getLast().get(TOWN)).isEqualTo("a \"b\" ; c");
    }

    @Test
    void an_open_quote_is_told_and_what_came_before_is_kept() throws FileRefused {
        for (String rest : List.of("", "x;y\n".repeat(10_000))) {
            Table table = read("nom;ville\nÉva;Ivry\n\"Paul;Évry\n" + rest);
            assertThat(table.rows()).extracting(row -> row.get(NAME)).containsExactly("Éva");
            assertThat(table.problems()).containsExactly(CellProblem.at(3, "", "fichier.guillemet"));
        }
    }

    @Test
    void a_sign_that_nobody_can_read_is_told() throws FileRefused {
        Table table = read("nom;ville\nÉcole\u0000 Test;Ivry\nÉva;H\ufffdricourt\n");

        assertThat(table.rows())
                .flatExtracting(Row::problems)
                .containsExactly(
                        CellProblem.at(2, "nom", "fichier.signe"), CellProblem.at(3, "ville", "fichier.signe"));
    }

    @Test
    void items_of_a_cell_stand_between_bars_commas_or_line_breaks() throws FileRefused {
        Table table = read("nom;ville\n\"a| b,c;d\ne |\";\n");

        assertThat(table.rows().getFirst().list(NAME)).containsExactly("a", "b", "c", "d", "e");
        assertThat(table.rows().getFirst().list(TOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ";;;\n;;;", "a;b\n1;2\n", "%PDF-1.7"})
    void what_is_no_such_table_is_refused_in_words(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(Sentences.of(refused)).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\n", ";\n", "x", "\"", " ", "x;\n", ",", "\"\"", "nom;"})
    void fifteen_megabytes_of_one_thing_are_refused_before_anything_is_built_of_them(String thing) {
        byte[] bytes = thing.repeat(15_000_000 / thing.length()).getBytes(UTF_8);
        assertThatThrownBy(() -> Table.read(bytes, COLUMNS)).isInstanceOf(FileRefused.class);
        byte[] headed = ("nom;ville\n" + thing.repeat(14_000_000 / thing.length())).getBytes(UTF_8);
        if (thing.equals("\"") || thing.equals("\"\"")) {
            return;
        }
        assertThatThrownBy(() -> Table.read(headed, COLUMNS)).isInstanceOf(FileRefused.class);
    }

    @Test
    void a_file_above_the_limit_is_not_even_decoded() {
        assertThatThrownBy(() -> Table.read(new byte[Limits.FILE + 1], COLUMNS))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.key()).isEqualTo("fichier.trop-gros"));
    }

    @Test
    void the_parser_never_sees_more_than_the_guard_lets_through() {
        // counted, not timed: of fifteen million semicolons a few thousand are read
        var guard = new Guard(";".repeat(15_000_000), ';');
        long[] read = new long[1];
        assertThatThrownBy(() -> {
                    while (true) {
                        read[0] += guard.read(new char[512], 0, 512);
                    }
                })
                .isInstanceOf(Guard.Exceeded.class);
        assertThat(read[0]).isLessThan(2L * Limits.COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mentors-commas.csv",
                "mentors-empty-rows.csv",
                "mentors-partner-export.csv",
                "mentors-typography.csv",
                "mentors-telephones.csv"
            })
    void files_of_mentors_have_a_name_in_each_row(String file) throws FileRefused {
        Table table = Table.read(example(file), List.of(NAME, Column.required("courriel", "e-mail")));

        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(NAME)).isNotEmpty();
            assertThat(row.problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"needs-sep-line.csv", "needs-utf16-tabs.txt", "needs-quoted-newline.csv", "needs-short-slot.csv"
            })
    void files_of_needs_have_one_row(String file) throws FileRefused {
        Column uai = Column.required("uai");
        Table table = Table.read(example(file), List.of(uai, Column.required("contact_nom")));

        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(uai)).isEqualTo("0940176F"));
    }

    private static byte[] example(String name) {
        try (InputStream in = TableTest.class.getResourceAsStream("/cases/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Table read(String text) throws FileRefused {
        return Table.read(text.getBytes(UTF_8), COLUMNS);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
