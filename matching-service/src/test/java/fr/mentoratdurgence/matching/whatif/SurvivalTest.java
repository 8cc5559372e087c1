package fr.mentoratdurgence.matching.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.whatif.Survival.Wait;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalTest {

    @Test
    void without_open_waits_the_median_is_the_ordinary_one() {
        Survival waits = new Survival(List.of(served(1), served(3), served(5), served(9)));
        assertThat(waits.dayBy(0.5)).isEqualTo(3);
        assertThat(waits.dayBy(0.95)).isEqualTo(9);
    }

    @Test
    void an_open_wait_counts_for_as_long_as_it_was_seen() {
        // at risk 4: 3/4 wait; one leaves unserved on day 2; at risk 2: 3/8 wait; the last one waits still
        Survival waits = new Survival(List.of(served(1), open(2), served(3), open(4)));
        assertThat(waits.dayBy(0.5)).isEqualTo(3);
        assertThat(waits.dayBy(0.95)).isNull();
        assertThat(new Survival(List.of(served(1), served(3))).dayBy(0.5))
                .as("who leaves the open waits out finds a shorter one")
                .isEqualTo(1);
    }

    @Test
    void a_wait_that_had_begun_before_says_nothing_of_its_first_days() {
        // on day 1 two are at risk, not four: the two others came into view on day 10
        Survival waits = new Survival(List.of(served(1), open(12), new Wait(10, 11, true), new Wait(10, 12, false)));
        assertThat(waits.dayBy(0.5)).isEqualTo(1);
    }

    @Test
    void nobody_waits() {
        assertThat(new Survival(List.of()).dayBy(0.5)).isNull();
    }

    private static Wait served(int day) {
        return new Wait(0, day, true);
    }

    private static Wait open(int day) {
        return new Wait(0, day, false);
    }
}
