package fr.mentoratdurgence.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MOST = new BigDecimal("0.95");

    private final Survival survival = new Survival();

    /**
     * Weeks in remission under 6-mercaptopurine (Freireich et al. 1963): the textbook example. Shares and log-log
     * bounds are those that statistical packages print for it.
     */
    @Test
    void the_textbook_example_has_its_textbook_curve() {
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
        assertThat(survival.dayBy(HALF)).isEqualTo(23);
        assertThat(survival.dayBy(MOST)).isNull();
    }

    @Test
    void where_nobody_waits_any_longer_the_curve_ends_at_zero() {
        survival.ended(2, 3);
        survival.ended(5, 1);

        List<Survival.Point> points = survival.points();
        assertThat(points.getLast().share()).isEqualTo(new BigDecimal("0.0000"));
        assertThat(points.getLast().low()).isEqualTo(new BigDecimal("0.0000"));
        assertThat(points.getLast().high()).isEqualTo(points.getFirst().high());
    }

    @Test
    void weighing_is_counting_one_by_one() {
        survival.ended(3, 4);
        survival.open(7, 2);
        Survival oneByOne = new Survival();
        for (int i = 0; i < 4; i++) {
            oneByOne.ended(3, 1);
        }
        oneByOne.open(7, 1);
        oneByOne.open(7, 1);

        assertThat(survival.points()).isEqualTo(oneByOne.points());
    }

    @Test
    void without_open_cases_the_median_is_the_ordinary_one() {
        for (int day : new int[] {1, 3, 5, 9}) {
            survival.ended(day, 1);
        }
        assertThat(survival.dayBy(HALF)).isEqualTo(3);
        assertThat(survival.dayBy(MOST)).isEqualTo(9);
    }

    @Test
    void an_open_case_counts_for_as_long_as_it_was_seen() {
        // at risk 4: 3/4 go on; one is lost sight of on day 2; at risk 2: 3/8 go on; the last one goes on still
        survival.ended(1, 1);
        survival.open(2, 1);
        survival.ended(3, 1);
        survival.open(4, 1);
        assertThat(survival.dayBy(HALF)).isEqualTo(3);
        assertThat(survival.dayBy(MOST)).isNull();
        Survival endedAlone = new Survival();
        endedAlone.ended(1, 1);
        endedAlone.ended(3, 1);
        assertThat(endedAlone.dayBy(HALF))
                .as("who leaves the open cases out finds a shorter one")
                .isEqualTo(1);
    }

    @Test
    void a_case_that_had_begun_before_says_nothing_of_its_first_days() {
        // on day 1 two are at risk, not four: the two others came into view on day 10
        survival.ended(1, 1);
        survival.open(12, 1);
        survival.ended(10, 11, 1);
        survival.open(10, 12, 1);
        assertThat(survival.dayBy(HALF)).isEqualTo(1);
        assertThat(survival.points()).extracting(Survival.Point::atRisk).containsExactly(2L, 3L);
    }

    @Test
    void a_share_that_only_rounding_misses_is_reached() {
        for (int day = 1; day <= 20; day++) {
            survival.ended(day, 1);
        }
        assertThat(survival.dayBy(MOST)).isEqualTo(19);
    }

    @Test
    void nothing_was_seen() {
        assertThat(survival.dayBy(HALF)).isNull();
        assertThat(survival.points()).isEmpty();
    }

    private static Survival.Point point(int day, long atRisk, long ended, String share, String low, String high) {
        return new Survival.Point(day, atRisk, ended, new BigDecimal(share), new BigDecimal(low), new BigDecimal(high));
    }
}
