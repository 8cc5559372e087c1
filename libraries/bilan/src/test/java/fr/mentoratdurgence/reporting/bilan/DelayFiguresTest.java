package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.survival.Survival;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DelayFiguresTest {

    /**
     * Weeks in remission under 6-mercaptopurine (Freireich et al. 1963): the textbook example.
     */
    @Test
    void the_textbook_example_has_its_textbook_median() {
        Survival survival = new Survival();
        for (int week : new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            survival.ended(week, 1);
        }
        for (int week : new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            survival.open(week, 1);
        }

        Figure figure = DelayFigures.figure(Indicators.PAIRS_LIFE, survival);
        assertThat(figure.value()).isEqualTo(BigDecimal.valueOf(23));
        assertThat(figure.part(Axis.STATISTIC, "MEDIAN_LOW")).isEqualTo(BigDecimal.valueOf(13));
        assertThat(figure.part(Axis.STATISTIC, "MEDIAN_HIGH")).isNull();
        assertThat(figure.part(Axis.STATISTIC, "P90")).isNull();
        assertThat(figure.part(Axis.STATISTIC, "OPEN")).isEqualTo(BigDecimal.valueOf(12));
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
}
