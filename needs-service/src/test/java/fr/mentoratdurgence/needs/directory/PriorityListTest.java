package fr.mentoratdurgence.needs.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.FileRefused;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The ministry's list of priority education, as it is published and as it is copied by hand. */
class PriorityListTest {
    private static final String HEADER =
            "ACADEMIE;N°Département;DEPARTEMENT;COMMUNE;UAI tête de réseau;NUMERO;NOM DE L'ETABLISSEMENT;"
                    + "TYPE_DETABLISSEMENT;EP;circonscription \n";
    private static final String FRESNES = "CRETEIL;94;VAL DE MARNE;FRESNES;0940176F;0940176F;DOISNEAU;ECOLE;REP+;\n";

    @Test
    void the_published_list_names_the_school_not_the_head_of_its_network() throws FileRefused {
        PriorityList list = read(HEADER + "CRETEIL;94;VAL DE MARNE;IVRY;0940176F;0940198e;WALLON;ECOLE; rep ;IEN\n");

        assertThat(list.problems()).isEmpty();
        assertThat(list.statements()).singleElement().satisfies(said -> {
            assertThat(said.uai().code()).isEqualTo("0940198E");
            assertThat(said.status()).isEqualTo(PriorityAudience.REP);
        });
    }

    @Test
    void a_status_is_understood_however_it_is_typed() throws FileRefused {
        for (String typed : new String[] {"REP+", "rep +", "Rep plus", "REP PLUS"}) {
            assertThat(read("NUMERO;RESEAU\n0940176F;" + typed + "\n").statements())
                    .as(typed)
                    .extracting(PriorityList.Statement::status)
                    .containsExactly(PriorityAudience.REP_PLUS);
        }
    }

    @Test
    void a_row_that_says_nothing_or_something_else_is_a_problem_of_its_line_alone() throws FileRefused {
        PriorityList list = read("NUMERO;RESEAU\n0940176F;REP\n0940198E;\n0940198E;ZEP\n0940176X;REP\n");

        assertThat(list.statements()).hasSize(1);
        assertThat(list.problems())
                .extracting(CellProblem::line, CellProblem::key)
                .containsExactly(
                        tuple(3L, "import.manque"), tuple(4L, "import.education-prioritaire"), tuple(5L, "import.uai"));
    }

    @Test
    void a_school_told_twice_is_left_out_once_and_a_contradiction_is_a_problem() throws FileRefused {
        PriorityList list = read(HEADER + FRESNES + FRESNES + FRESNES.replace("REP+", "REP"));

        assertThat(list.statements()).hasSize(1);
        assertThat(list.repeated()).extracting(CellProblem::line).containsExactly(3L);
        assertThat(list.problems())
                .extracting(CellProblem::line, CellProblem::key)
                .containsExactly(tuple(4L, "import.liste.contredit"));
    }

    @Test
    void a_list_that_was_typed_by_hand_is_read_too() throws Exception {
        try (var file = getClass().getResourceAsStream("/cases/rep-list.csv")) {
            PriorityList list = PriorityList.read(Objects.requireNonNull(file).readAllBytes());

            assertThat(list.problems()).isEmpty();
            assertThat(list.statements())
                    .extracting(PriorityList.Statement::status)
                    .containsExactly(PriorityAudience.REP_PLUS, PriorityAudience.REP);
        }
    }

    @Test
    void a_list_without_a_status_is_refused() {
        assertThatThrownBy(() -> read("NUMERO;NOM\n0940176F;Doisneau\n")).isInstanceOf(FileRefused.class);
    }

    private static PriorityList read(String csv) throws FileRefused {
        return PriorityList.read(csv.getBytes(UTF_8));
    }
}
