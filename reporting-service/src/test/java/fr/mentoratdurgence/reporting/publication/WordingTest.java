package fr.mentoratdurgence.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Academies;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Catalogue;
import fr.mentoratdurgence.reporting.bilan.Chapter;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Secrecy;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTest {
    private final Wording wording = new Wording(new Texts(bundle()));
    private final List<Told> season = Season.tied(7, 40);
    private final Bilan bilan = Season.bilan(season, Scope.at(season.getLast().at()));
    private final Bilan published = Secrecy.publish(bilan, Territory.NATION);

    @Test
    void every_indicator_is_explained_in_french() {
        for (Indicator indicator : Catalogue.indicators()) {
            assertThat(Stream.of(
                            wording.label(indicator),
                            wording.column(indicator),
                            wording.definition(indicator),
                            wording.formula(indicator),
                            wording.unit(indicator),
                            wording.rounding(indicator)))
                    .as(indicator.code())
                    .noneMatch(text -> text.matches("(indicateur|unite|arrondi)\\..*"));
        }
        for (Axis axis : Axis.values()) {
            assertThat(wording.axis(axis)).doesNotStartWith("axe.");
            assertThat(wording.text("axe." + axis.code() + ".par")).doesNotStartWith("axe.");
        }
        for (String untold : Catalogue.untold()) {
            assertThat(wording.text("absent." + untold + ".libelle")).doesNotStartWith("absent.");
            assertThat(wording.text("absent." + untold + ".raison")).doesNotStartWith("absent.");
        }
    }

    @Test
    void every_key_of_a_season_is_shown_in_french() {
        bilan.figures()
                .forEach(figure -> figure.breakdowns().stream()
                        .filter(breakdown -> breakdown.axis() != Axis.SOURCE)
                        .filter(breakdown -> breakdown.axis() != Axis.PRIORITY_AUDIENCE) // REP is REP
                        .filter(breakdown -> breakdown.axis() != Axis.MEMBER_ASSOCIATION) // NQT is NQT
                        .forEach(breakdown -> breakdown
                                .parts()
                                .forEach(part -> assertThat(wording.key(breakdown.axis(), part.key()))
                                        .as("%s %s", breakdown.axis(), part.key())
                                        .doesNotStartWith("code.")
                                        .isNotEqualTo(part.key()))));
        assertThat(wording.key(Axis.MEMBER_ASSOCIATION, "PROXITE")).isEqualTo("Proxité");
        assertThat(wording.key(Axis.MEMBER_ASSOCIATION, "NONE")).isEqualTo("Sans association");
        assertThat(wording.key(Axis.MEMBER_ASSOCIATION, "A_NEWER_ONE")).isEqualTo("A_NEWER_ONE");
        Academies.ofFrance()
                .all()
                .forEach(academie -> assertThat(wording.shortAcademie(academie.code()))
                        .hasSizeLessThanOrEqualTo(9)
                        .doesNotStartWith("academie."));
    }

    @Test
    void a_unit_is_plural_from_two_on() {
        Indicator hours = bilan.figure("sessions.hours").indicator();
        assertThat(Stream.of("0", "1", "1.9", "2", "11.3")
                        .map(value -> wording.unit(new Figure(hours, new BigDecimal(value), List.of()))))
                .containsExactly("heure", "heure", "heure", "heures", "heures");
        for (Figure figure : bilan.figures()) {
            assertThat(wording.unit(new Figure(figure.indicator(), BigDecimal.ONE, List.of())))
                    .doesNotStartWith("unite.");
        }
    }

    @Test
    void every_indicator_is_on_the_page() {
        long shown = new BilanView(wording)
                .chapters(bilan).stream()
                        .mapToLong(chapter -> chapter.boxes().size())
                        .sum();
        assertThat(shown).isEqualTo(bilan.figures().size());
    }

    @Test
    void the_dashboard_has_few_figures_each_with_a_chart_in_french() {
        for (Bilan seen : List.of(bilan, published)) {
            List<DashboardView.Tile> tiles = new DashboardView(seen, wording).tiles();
            assertThat(tiles).hasSize(7).allSatisfy(tile -> {
                assertThat(wording.text("tuile." + tile.id())).doesNotStartWith("tuile.");
                assertThat(wording.text("tuile." + tile.id() + ".lien")).doesNotStartWith("tuile.");
                assertThat(tile.explanation()).hasSize(2);
            });
            assertThat(tiles.getFirst().bars())
                    .extracting(DashboardView.Bar::name)
                    .containsExactly(
                            "Places demandées",
                            "Places qualifiées",
                            "Places avec un mentor",
                            "Places avec des séances",
                            "Binômes en cours");
        }
        assertThat(new DashboardView(bilan, wording).tiles())
                .allSatisfy(tile ->
                        assertThat(tile.svg() != null || !tile.bars().isEmpty()).isTrue());
    }

    @Test
    void a_dashboard_of_nothing_shows_no_number_below_five() {
        Bilan nothing = Secrecy.publish(Season.bilan(List.of(), Scope.at(Instant.EPOCH)), Territory.NATION);
        assertThat(new DashboardView(nothing, wording).tiles())
                .extracting(DashboardView.Tile::number)
                .containsOnly("non publié");
    }

    @Test
    void every_chapter_has_a_heading_and_indicators() {
        for (Chapter chapter : Chapter.values()) {
            assertThat(wording.chapter(chapter)).doesNotContain("bilan.chapitre");
            assertThat(Catalogue.indicators()).extracting(Indicator::chapter).contains(chapter);
        }
    }

    @Test
    void figures_of_one_axis_stand_side_by_side() {
        BilanView.Grid byBand = new BilanView(wording)
                .chapters(bilan)
                .getFirst()
                .grids()
                .getFirst()
                .getFirst();
        assertThat(byBand.heads())
                .startsWith("Niveau", "Demandées", "Qualifiées")
                .hasSize(8);
        assertThat(byBand.rows().getFirst().name()).isEqualTo("CP-CE2");
        assertThat(byBand.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(7));
    }

    @Test
    void an_audience_without_a_floor_has_a_dash_beside_its_coverage_and_no_zero() {
        BilanView.Grid byAudience = new BilanView(wording)
                .chapters(bilan).stream()
                        .flatMap(chapter -> chapter.grids().stream())
                        .flatMap(List::stream)
                        .filter(grid -> grid.id().equals("equity-priorityAudience"))
                        .findFirst()
                        .orElseThrow();

        assertThat(byAudience.heads()).startsWith("Public", "Couverture", "Plancher", "Écart au plancher");
        assertThat(byAudience.rows())
                .hasSize(5)
                .anySatisfy(row -> assertThat(row.cells().subList(1, 3)).containsExactly("–", "–"))
                .anySatisfy(row -> assertThat(row.cells().get(1)).isEqualTo("70"));
    }

    @Test
    void what_is_published_says_what_it_does_not_tell() {
        Bilan nothing = Secrecy.publish(Season.bilan(List.of(), Scope.at(Instant.EPOCH)), Territory.NATION);
        assertThat(new BilanView(wording).chapters(nothing).getFirst().boxes())
                .allSatisfy(box -> assertThat(box.number()).isEqualTo("non publié"));
        assertThat(new BilanCsv(wording).write(nothing)).contains(";non publié;places;");
    }

    @Test
    void charts_say_in_words_what_they_show_and_have_a_table() {
        List<CurveView.Curve> curves = new CurveView(wording).curves(bilan);
        assertThat(curves).hasSize(8).allSatisfy(curve -> {
            assertThat(curve.svg())
                    .isNotNull()
                    .contains("role=\"img\"", "<title>")
                    .doesNotContain("style=", "NaN");
            assertThat(curve.rows()).isNotEmpty();
            assertThat(curve.summary()).hasSize(3);
        });
        Charts charts = new Charts(wording);
        assertThat(charts.map(bilan.figure("equity.coverage"), "<Carte>", 0))
                .contains("&lt;Carte&gt;", "Créteil")
                .doesNotContain("style=", "NaN", "academie.");
        assertThat(charts.weeks(bilan.figure("pairs.alive-by-week")))
                .isNotNull()
                .doesNotContain("NaN");
    }

    @Test
    void numbers_are_french_and_what_cannot_be_measured_is_a_dash() {
        assertThat(wording.number(new BigDecimal("12345.5"), 1)).isEqualTo("12\u202f345,5");
        assertThat(wording.number(null, 1)).isEqualTo("–");
        assertThat(wording.instant(Instant.parse("2020-05-11T10:05:00Z"))).isEqualTo("11 mai 2020 à 12 h 05");
    }

    @Test
    void the_csv_has_a_row_for_each_value() {
        String[] rows = new BilanCsv(wording).write(bilan).split("\r\n", -1);
        long values = bilan.canonicalText().lines().count() - 2;

        assertThat(rows[0]).startsWith("\uFEFFCode;Version;Indicateur;");
        assertThat(rows).hasSize((int) values + 2);
        assertThat(rows)
                .anyMatch(row -> row.matches("sessions\\.hours;1;Heures de mentorat;;;;\\d+,\\d;heures;national;.*"));
    }

    @Test
    void the_public_page_tells_no_small_number() {
        assertThat(new PublicFigures(wording).of(published)).isNotEmpty();
        assertThatThrownBy(() -> new PublicFigures(wording).of(bilan)).isInstanceOf(IllegalArgumentException.class);
        Bilan nothing = Secrecy.publish(Season.bilan(List.of(), Scope.at(Instant.EPOCH)), Territory.NATION);
        assertThat(new PublicFigures(wording).of(nothing))
                .extracting(PublicFigures.Told::number)
                .containsOnly("moins de 5", "non publié");
        assertThat(new PublicFigures(wording).of(nothing))
                .filteredOn(told -> told.number().equals("non publié"))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told.measure()).isEmpty());
    }

    static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasenames("messages/vocabulary", "messages/reporting");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }
}
