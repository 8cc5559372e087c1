package fr.mentoratdurgence.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class WrittenTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33639980000", "-2", "@sum", "\tx", "\n=1"})
    void no_cell_runs_as_a_formula(String cell) {
        assertThat(WrittenTable.of(List.of(List.of(cell)))).contains("'" + cell);
    }

    @Test
    void what_was_written_is_read_again_as_it_was() throws FileRefused {
        String written = WrittenTable.of(List.of(
                List.of("Établissement", "Places"), List.of("École; dite « du \"Pré\" »", "2"), List.of("2A", "")));

        assertThat(written).startsWith("\uFEFFÉtablissement;Places\r\n").endsWith("2A;\r\n");
        Column name = Column.required("name", "Établissement");
        Table read = Table.read(written.getBytes(StandardCharsets.UTF_8), List.of(name));
        assertThat(read.rows().getFirst().get(name)).isEqualTo("École; dite « du \"Pré\" »");
    }
}
