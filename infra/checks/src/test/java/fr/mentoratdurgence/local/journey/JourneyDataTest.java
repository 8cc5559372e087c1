package fr.mentoratdurgence.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Row;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JourneyDataTest {
    private static final Column UAI = Column.required("identifiant_de_l_etablissement");
    private final JourneyData sample = JourneyData.of(null, null, null);

    @Test
    void the_sample_asks_for_more_places_than_its_mentors_offer() {
        int places = sample.needs().stream().mapToInt(NeedRow::count).sum();
        int capacity = MentorFileRow.read(sample.mentors()).stream()
                .mapToInt(mentor -> (int) mentor.json().getOrDefault("capacity", 0))
                .sum();
        assertThat(places).isEqualTo(21);
        assertThat(capacity).isEqualTo(14);
    }

    @Test
    void the_sample_speaks_of_structures_of_the_sample() {
        Set<String> known = JourneyFile.rows(sample.structures(), List.of(UAI)).stream()
                .map(row -> row.get(UAI))
                .collect(Collectors.toSet());
        assertThat(known).hasSize(20).contains("0940176F", "0940198E");
        assertThat(sample.needs()).allSatisfy(row -> assertThat(known).contains(row.uai()));
    }

    @Test
    void the_sample_of_structures_carries_no_way_to_reach_anybody() {
        var reach = List.of(Column.optional("Telephone"), Column.optional("Mail"), Column.optional("Adresse_1"), UAI);
        for (Row row : JourneyFile.rows(sample.structures(), reach)) {
            assertThat(row.get(reach.get(0)) + row.get(reach.get(1)) + row.get(reach.get(2)))
                    .isEmpty();
        }
    }

    @Test
    void rows_become_what_the_public_forms_send() {
        assertThat(Slot.json(List.of("mer 14:00-16:00", "sam 10h-11h")))
                .containsExactly(
                        Map.of("day", "WEDNESDAY", "start", "14:00", "end", "16:00"),
                        Map.of("day", "SATURDAY", "start", "10:00", "end", "11:00"));
        assertThat(MentorFileRow.read(sample.mentors()).getFirst().json().toString())
                .contains("CP_CE2", "CM1_CM2", "READING_WRITING");
        assertThat(NeedRow.read(NeedRow.csv(sample.needs()).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(sample.needs());
    }

    @Test
    void needs_follow_to_another_file_priority_education_first(@TempDir Path dir) throws Exception {
        Path other = Files.writeString(dir.resolve("other.csv"), """
                numero_uai;Appellation officielle;Type établissement;Appartenance Education Prioritaire
                0750001A;Ecole élémentaire du Port;Ecole;
                0750003C;Ecole maternelle du Parc;Ecole;REP+
                0750002B;Ecole élémentaire du Pont;Ecole;REP+
                """);
        JourneyData moved = JourneyData.of(other, null, null);
        assertThat(moved.needsOneByOne()).hasSize(2);
        assertThat(moved.needs().getFirst().uai()).isEqualTo("0750002B");
        assertThat(moved.needs().getFirst().audience()).isEqualTo("REP_PLUS");
        assertThat(moved.needs().getLast().uai()).isEqualTo("0750001A");
    }

    @Test
    void a_file_of_another_spreadsheet_is_read_too(@TempDir Path dir) throws Exception {
        Path other = Files.write(dir.resolve("other.csv"), """
                Code établissement,Nom de l'établissement,Type d'établissement,Éducation prioritaire\r
                0750002B,"École élémentaire ""du Pont"", Paris",Ecole,REP+\r
                """.getBytes(Charset.forName("windows-1252")));
        JourneyData moved = JourneyData.of(other, null, null);
        assertThat(moved.needs()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.uai()).isEqualTo("0750002B");
            assertThat(row.audience()).isEqualTo("REP_PLUS");
        });
    }

    @Test
    void a_figure_that_did_not_grow_by_what_was_put_in_is_named() {
        CountedFigures putIn = CountedFigures.none();
        putIn.add("pairs.opened", 3);
        putIn.add("places.asked[REP]", 2);
        putIn.addHours("sessions.hours", 100);
        var bilan = JsonMapper.shared().readTree("""
                {"figures":[{"code":"pairs.opened","value":4},{"code":"sessions.hours","value":1.7},
                 {"code":"places.asked","value":2,"breakdowns":[{"by":"priorityAudience","parts":[{"key":"REP","value":2}]}]}]}
                """);
        assertThat(CountedFigures.differences(putIn, CountedFigures.none(), CountedFigures.ofBilan(bilan)))
                .singleElement()
                .asString()
                .contains("pairs.opened", "3", "4");
    }
}
