package fr.mentoratdurgence.needs.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.files.FileRefused;
import fr.mentoratdurgence.needs.declaration.Answers.LineAnswer;
import fr.mentoratdurgence.needs.declaration.Answers.SlotAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsFileTest {
    private static final String HEADER =
            "uai;niveau;nombre;accompagnements;matieres;canaux;creneaux;public;lien_famille;contact_nom;contact_courriel;contact_telephone\n";
    private static final String ROW =
            "0940176F;CM2;6;devoirs|écoute;maths|lecture;visio|téléphone;mer 14:00-16:00|sam 9h-10h30;REP;oui;Mme Diallo;a@b.fr;0123456789\n";

    @Test
    void french_words_become_codes() throws FileRefused {
        NeedsFile file = read(HEADER + ROW);

        assertThat(file.groups()).singleElement().satisfies(group -> {
            assertThat(group.answers().priorityAudience()).isEqualTo("REP");
            assertThat(group.answers().lines())
                    .containsExactly(new LineAnswer(
                            "CM1_CM2",
                            "6",
                            List.of("HOMEWORK", "LISTENING"),
                            List.of("MATHS", "READING_WRITING"),
                            List.of("VIDEO", "PHONE"),
                            List.of(
                                    new SlotAnswer("WEDNESDAY", "14:00", "16:00"),
                                    new SlotAnswer("SATURDAY", "09:00", "10:30")),
                            true));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CP,CP_CE2",
        "6e,COLLEGE_6_5",
        "3ème,COLLEGE_4_3",
        "Tle,LYCEE_GT",
        "2de pro,LYCEE_PRO",
        "LYCEE_PRO,LYCEE_PRO",
        "Licence,Licence"
    })
    void grades_are_mapped_to_bands(String written, String band) throws FileRefused {
        NeedsFile file = read(HEADER + ROW.replace("CM2", written));

        assertThat(file.groups().getFirst().answers().allLines().getFirst().levelBand())
                .isEqualTo(band);
    }

    @Test
    void consecutive_rows_of_one_school_are_one_need() throws FileRefused {
        NeedsFile file = read(HEADER + ROW + ROW.replace("CM2", "CP") + ROW.replace("0940176F", "0940198E") + ROW);

        assertThat(file.groups()).extracting(group -> group.rows().size()).containsExactly(2, 1, 1);
    }

    @Test
    void another_contact_or_audience_is_another_need_and_empty_cells_go_on() throws FileRefused {
        NeedsFile file = read(HEADER
                + ROW
                + ROW.replace("Mme Diallo;a@b.fr;0123456789", ";;").replace("0940176F", "0940176f")
                + ROW.replace("Mme Diallo", "M. Autre")
                + ROW.replace(";REP;", ";QPV;"));

        assertThat(file.groups()).extracting(group -> group.rows().size()).containsExactly(2, 1, 1);
    }

    @Test
    void a_cell_that_says_neither_yes_nor_no_is_told_by_line_and_column() throws FileRefused {
        NeedsFile file = read(HEADER + ROW + ROW.replace(";oui;", ";Peut-être;"));

        assertThat(file.groups().getFirst().unclear()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo("lien_famille");
        });
        for (String said : List.of("OUI", "x", "non", "")) {
            assertThat(read(HEADER + ROW.replace(";oui;", ";" + said + ";"))
                            .groups()
                            .getFirst()
                            .unclear())
                    .isEmpty();
        }
    }

    private static NeedsFile read(String csv) throws FileRefused {
        return NeedsFile.read(csv.getBytes(StandardCharsets.UTF_8));
    }
}
