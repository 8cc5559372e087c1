package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    /**
     * Weeks in remission under 6-mercaptopurine (Freireich et al. 1963): the textbook example. Shares and log-log
     * bounds are those that statistical packages print for it.
     */
    @Test
    void the_textbook_example_has_its_textbook_curve() {
        Survival survival = new Survival();
        for (int week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            survival.ended(week, 1);
        }
        for (int week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            survival.open(week, 1);
        }

        assertThat(survival.points())
                .containsExactly(
                        point(6, 21, 3, "0.8571", "0.6197", "0.9516"),
                        point(7, 17, 1, "0.8067", "0.5631", "0.9228"),
                        point(10, 15, 1, "0.7529", "0.5032", "0.8894"),
                        point(13, 12, 1, "0.6902", "0.4316", "0.8491"),
                        point(16, 11, 1, "0.6275", "0.3675", "0.8049"),
                        point(22, 7, 1, "0.5378", "0.2678", "0.7468"),
                        point(23, 6, 1, "0.4482", "0.1881", "0.6801"));
        Figure figure = DelayFigures.figure(Indicators.PAIRS_LIFE, survival);
        assertThat(figure.value()).isEqualTo(BigDecimal.valueOf(23));
        assertThat(figure.part(Axis.STATISTIC, "MEDIAN_LOW")).isEqualTo(BigDecimal.valueOf(13));
        assertThat(figure.part(Axis.STATISTIC, "MEDIAN_HIGH")).isNull();
        assertThat(figure.part(Axis.STATISTIC, "P90")).isNull();
        assertThat(figure.part(Axis.STATISTIC, "OPEN")).isEqualTo(BigDecimal.valueOf(12));
    }

    @Test
    void where_nobody_waits_any_longer_the_curve_ends_at_zero() {
        Survival survival = new Survival();
        survival.ended(2, 3);
        survival.ended(5, 1);

        List<Survival.Point> points = survival.points();
        assertThat(points.getLast().share()).isEqualTo(new BigDecimal("0.0000"));
        assertThat(points.getLast().low()).isEqualTo(new BigDecimal("0.0000"));
        assertThat(points.getLast().high()).isEqualTo(points.getFirst().high());
    }

    @Test
    void open_cases_alone_make_no_curve_and_no_median() {
        Survival survival = new Survival();
        survival.open(12, 40);

        Figure figure = DelayFigures.figure(Indicators.DELAY_WAIT, survival);
        assertThat(figure.value()).isNull();
        assertThat(figure.parts(Axis.STILL)).isEmpty();
        assertThat(figure.part(Axis.STATISTIC, "CASES")).isEqualTo(BigDecimal.valueOf(40));
    }

    @Test
    void weighing_is_counting_one_by_one() {
        Survival together = new Survival();
        together.ended(3, 4);
        together.open(7, 2);
        Survival oneByOne = new Survival();
        for (int i = 0; i < 4; i++) {
            oneByOne.ended(3, 1);
        }
        oneByOne.open(7, 1);
        oneByOne.open(7, 1);

        assertThat(together.points()).isEqualTo(oneByOne.points());
    }

    private static Survival.Point point(int day, long atRisk, long ended, String share, String low, String high) {
        return new Survival.Point(day, atRisk, ended, new BigDecimal(share), new BigDecimal(low), new BigDecimal(high));
    }
}
