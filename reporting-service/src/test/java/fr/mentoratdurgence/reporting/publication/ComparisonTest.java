package fr.mentoratdurgence.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Violations.Violation;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.publication.Comparison.Cell;
import fr.mentoratdurgence.reporting.publication.Comparison.Row;
import fr.mentoratdurgence.reporting.publication.Comparison.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            Side file = figures(content);
            assertThat(file.label()).startsWith("là.json, ").contains("2020");
            assertThat(new Comparison(wording).rows(live, file, false))
                    .isNotEmpty()
                    .noneMatch(Row::changed);
        }
    }

    @Test
    void what_only_one_side_knows_has_no_difference() {
        Side other =
                figures("{\"figures\":[{\"code\":\"pairs.opened\",\"value\":3},{\"code\":\"autre\",\"value\":1.5}]}");

        assertThat(new Comparison(wording).rows(Comparison.side("ici", late), other, true))
                .anySatisfy(row -> {
                    assertThat(row.figure()).isEqualTo("autre");
                    assertThat(row.first()).isEqualTo("–");
                    assertThat(row.second()).isEqualTo("1,5");
                    assertThat(row.difference()).isEqualTo("–");
                });
        assertThat(new Comparison(wording).common(Comparison.side("ici", late), other, true))
                .extracting(Row::figure)
                .containsExactly("Binômes ouverts");
    }

    @Test
    void what_nobody_is_counted_in_is_zero_beside_what_somebody_is() {
        Side before = new Side("avant", true, Map.of(new Cell("pairs.opened", "", ""), BigDecimal.ZERO));
        Side after = new Side(
                "après",
                true,
                Map.of(
                        new Cell("pairs.opened", "", ""), BigDecimal.TWO,
                        new Cell("pairs.opened", "levelBand", "CM1_CM2"), BigDecimal.TWO));
        Side published = new Side("publié", false, before.values());

        assertThat(new Comparison(wording).rows(before, after, false))
                .filteredOn(row -> !row.part().isEmpty())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.part()).isEqualTo("Niveau : CM1-CM2");
                    assertThat(row.first()).isEqualTo("0");
                    assertThat(row.difference()).isEqualTo("+\u00a02");
                });
        assertThat(new Comparison(wording).rows(published, after, false))
                .filteredOn(row -> !row.part().isEmpty())
                .singleElement()
                .satisfies(row -> assertThat(row.difference()).isEqualTo("–"));
    }

    @Test
    void a_week_that_is_none_shows_its_key() {
        Side file = figures("{\"figures\":[{\"code\":\"pairs.alive-by-week\",\"breakdowns\":"
                + "[{\"by\":\"week\",\"parts\":[{\"key\":\"x\",\"value\":1}]}]}]}");
        assertThat(new Comparison(wording).rows(file, file, false))
                .extracting(Row::part)
                .containsExactly("Semaine : x");
    }

    @Test
    void a_season_that_was_played_again_is_compared_with_what_was_and_with_itself() {
        if (!(ComparedFile.read("etsi.json", WHAT_IF, wording) instanceof ComparedFile.OfWhatIf whatIf)) {
            throw new AssertionError("not read as a season");
        }
        assertThat(whatIf.to()).isEqualTo("2020-07-08");

        List<Row> played = new Comparison(wording).rows(whatIf.inForce(), whatIf.other(), false);
        assertThat(played).anySatisfy(row -> {
            assertThat(row.figure()).isEqualTo("Places avec un mentor");
            assertThat(row.part()).isEmpty();
            assertThat(row.first()).isEqualTo("14");
            assertThat(row.second()).isEqualTo("15");
            assertThat(row.difference()).isEqualTo("+\u00a01");
        });
        assertThat(played).anySatisfy(row -> {
            assertThat(row.figure()).isEqualTo("Couverture du besoin (%)");
            assertThat(row.part()).isEqualTo("Public : REP");
            assertThat(row.second()).isEqualTo("33,3");
        });
        assertThat(played).extracting(Row::figure).noneMatch(figure -> figure.startsWith("whatif."));

        assertThat(new Comparison(wording).common(Comparison.side("ici", late), whatIf.other(), true))
                .extracting(Row::figure)
                .contains(
                        "Places qualifiées", "Places avec un mentor", "Couverture du besoin (%)", "Propositions faites")
                .doesNotContain("Places encore en attente");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                              | comparer.fichier.vide
            {}                                              | comparer.fichier.vide
            [1]                                             | comparer.fichier.vide
            null                                            | comparer.fichier.vide
            {"figures":[]}                                  | comparer.fichier.vide
            <html>                                          | comparer.fichier.illisible
            {"figures":[{"code":                            | comparer.fichier.illisible
            bilan 2                                         | comparer.fichier.texte
            bilan 3 inconnu                                 | comparer.fichier.texte
            %PDF-1.7                                        | comparer.fichier.tableur
            Code;Version;Indicateur                         | comparer.fichier.tableur
            {"figures":[{"value":1}]}                       | comparer.fichier.code
            {"figures":[{"code":"a","value":"12"}]}         | comparer.fichier.valeur
            {"figures":[{"code":"a","value":1e999999999}]}  | comparer.fichier.valeur
            {"inForce":{}}                                  | comparer.fichier.etsi
            {"from":"2020-05-01","to":"2020-06-01","inForce":{"all":{}}} | comparer.fichier.etsi
            """)
    void what_cannot_be_compared_says_what_to_bring_instead(String content, String key) {
        assertThatThrownBy(() -> ComparedFile.read("x", content, wording))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.violations()).extracting(Violation::key).containsExactly(key);
                    assertThat(wording.text(key)).isNotEqualTo(key);
                });
    }

    private Side figures(String content) {
        if (ComparedFile.read("là.json", content, wording) instanceof ComparedFile.OfBilan(Side side)) {
            return side;
        }
        throw new AssertionError("not read as a bilan");
    }

    /** As the what-if door of the matching service writes it. */
    private static final String WHAT_IF = """
            {"from":"2020-04-01","to":"2020-07-08",
             "assumed":{"acceptance":"RECORDED","decided":14,"confirmed":14},
             "inForce":{"version":1,"proposals":14,"pairs":14,
               "all":{"audience":null,"seats":21,"covered":14,"withdrawn":0,"waiting":7,"medianDays":0,"p95Days":null,"floor":0},
               "audiences":[{"audience":"REP","seats":3,"covered":3,"withdrawn":0,"waiting":0,"medianDays":0,"p95Days":0,"floor":50}]},
             "other":{"version":0,"proposals":16,"pairs":15,
               "all":{"audience":null,"seats":21,"covered":15,"withdrawn":0,"waiting":6,"medianDays":2,"p95Days":9,"floor":0},
               "audiences":[{"audience":"REP","seats":3,"covered":1,"withdrawn":0,"waiting":2,"medianDays":null,"p95Days":null,"floor":0}]}}
            """;
}
