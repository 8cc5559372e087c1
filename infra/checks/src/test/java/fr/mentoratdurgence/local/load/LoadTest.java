package fr.mentoratdurgence.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void figures_say_how_long_which_share_took() {
        Figures figures = new Figures();
        for (int millis = 100; millis >= 1; millis--) {
            figures.answered(millis * 1_000_000L);
        }
        figures.failed("503");

        assertThat(figures.millis(50)).isEqualTo(50);
        assertThat(figures.millis(99)).isEqualTo(99);
        assertThat(figures.millis(100)).isEqualTo(100);
        assertThat(figures.cells()).isEqualTo("50.0 | 95.0 | 99.0");
        assertThat(figures.failures()).containsEntry("503", 1L);

        Figures more = new Figures();
        more.add(figures);
        assertThat(more.answered()).isEqualTo(100);
        assertThat(new Figures().millis(99)).isZero();
    }

    @Test
    void who_waits_behind_others_has_waited_since_it_was_their_turn() throws Exception {
        ReentrantLock oneAtATime = new ReentrantLock();

        Figures figures = Load.atRate(100, Duration.ofMillis(500), () -> {
            oneAtATime.lock();
            try {
                Thread.sleep(20); // twice as long as from one to the next: a queue grows
            } finally {
                oneAtATime.unlock();
            }
        });

        assertThat(figures.failed()).isZero();
        assertThat(figures.answered()).isBetween(45, 50);
        assertThat(figures.millis(100)).isGreaterThan(400);
    }

    @Test
    void whoever_calls_again_and_again_is_one_of_so_many() throws Exception {
        Figures figures = Load.repeated(4, Duration.ofMillis(200), () -> Thread.sleep(10));

        assertThat(figures.answered()).isBetween(4, 84);
    }
}
