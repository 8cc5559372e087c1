package fr.mentoratdurgence.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.publication.Comparison.Row;
import fr.mentoratdurgence.reporting.publication.Comparison.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {
    private final Wording wording = new Wording(new Texts(WordingTest.bundle()));
    private final List<Told> season = Season.of(6, 30);
    private final Bilan early =
            Season.bilan(season, Scope.at(season.get(season.size() / 2).at()));
    private final Bilan late = Season.bilan(season, Scope.at(season.getLast().at()));

    @Test
    void two_dates_differ_by_what_happened_between_them() {
        List<Row> rows =
                new Comparison(wording).rows(Comparison.side("avant", early), Comparison.side("après", late), true);

        assertThat(rows).anySatisfy(row -> {
            assertThat(row.figure()).isEqualTo("Binômes ouverts");
            assertThat(row.changed()).isTrue();
            assertThat(row.difference()).startsWith("+\u00a0");
        });
        assertThat(rows).allSatisfy(row -> assertThat(row.part()).isEmpty());
    }

    @Test
    void a_bilan_does_not_differ_from_its_own_files() {
        Side live = Comparison.side("ici", late);
        String json = JsonMapper.builder().build().writeValueAsString(BilanApi.answer(late, wording));
        for (String content : List.of(late.canonicalText(), json, "\uFEFF" + json)) {
            Side file = Comparison.file("là", content).orElseThrow();
            assertThat(new Comparison(wording).rows(live, file, false))
                    .isNotEmpty()
                    .noneMatch(Row::changed);
        }
    }

    @Test
    void what_would_have_been_is_compared_where_both_know_it() {
        Side whatIf = Comparison.file(
                        "autre règle",
                        "{\"figures\":[{\"code\":\"pairs.opened\",\"value\":3},{\"code\":\"autre\",\"value\":1.5}]}")
                .orElseThrow();

        List<Row> rows = new Comparison(wording).rows(Comparison.side("ici", late), whatIf, true);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.figure()).isEqualTo("autre");
            assertThat(row.first()).isEqualTo("–");
            assertThat(row.second()).isEqualTo("1,5");
            assertThat(row.difference()).isEqualTo("–");
        });
    }

    @Test
    void what_is_no_bilan_is_no_side() {
        for (String content : List.of("", "{}", "[1]", "{\"figures\":[]}", "<html>", "bilan 2\n", "null")) {
            assertThat(Comparison.file("x", content)).as(content).isEmpty();
        }
    }
}
