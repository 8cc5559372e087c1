package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClockTest {
    private static final String SPRING = "2020-04-20T08:00:00Z";
    private static final Clock FIRST_START = at("2026-01-01T10:00:00Z");

    @Test
    void without_a_crisis_the_real_time_holds(@TempDir Path data) {
        Map<String, String> variables = LocalClock.environment(data, Map.of(), FIRST_START);

        assertThat(variables).isEmpty();
        assertThat(LocalClock.shown(variables, FIRST_START)).isSameAs(FIRST_START);
    }

    @Test
    void a_crisis_begins_at_the_first_start_and_goes_on_at_the_next(@TempDir Path data) {
        Map<String, String> first =
                LocalClock.environment(data, Map.of("CLOCK_START", SPRING, "CLOCK_SPEED", "24"), FIRST_START);
        assertThat(LocalClock.shown(first, FIRST_START).instant()).isEqualTo(SPRING);

        Clock anHourLater = at("2026-01-01T11:00:00Z");
        Map<String, String> next =
                LocalClock.environment(data, Map.of("CLOCK_START", "2021-01-01T00:00:00Z"), anHourLater);
        assertThat(next).isEqualTo(first);
        assertThat(LocalClock.shown(next, anHourLater).instant()).isEqualTo("2020-04-21T08:00:00Z");
    }

    @Test
    void what_is_shown_runs_as_fast_as_the_clock_of_the_applications(@TempDir Path data) {
        var real = new Stepping();
        Map<String, String> variables =
                LocalClock.environment(data, Map.of("CLOCK_START", SPRING, "CLOCK_SPEED", "86400"), real);
        Clock shown = LocalClock.shown(variables, real).withZone(ZoneId.of("Europe/Paris"));
        assertThat(LocalDate.now(shown)).isEqualTo("2020-04-20");

        real.now = real.now.plusSeconds(2);
        assertThat(LocalDate.now(shown)).isEqualTo("2020-04-22");
    }

    @Test
    void a_crisis_is_put_forward_while_it_runs_and_never_back(@TempDir Path data) {
        Clock shown = LocalClock.shown(
                LocalClock.environment(data, Map.of("CLOCK_START", SPRING, "CLOCK_SPEED", "24"), FIRST_START),
                at("2026-01-01T11:00:00Z"));
        assertThat(LocalClock.forward(data, Duration.ofDays(7), at("2026-01-01T11:00:00Z")))
                .isEqualTo("2020-04-28T08:00:00Z");

        assertThat(shown.instant()).isEqualTo("2020-04-28T08:00:00Z");
        assertThat(LocalClock.forward(data, Duration.ZERO, at("2026-01-01T12:00:00Z")))
                .isEqualTo("2020-04-29T08:00:00Z");
        assertThatThrownBy(() -> LocalClock.forward(data, Duration.ofDays(-1), FIRST_START))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("recule");
    }

    @Test
    void real_time_is_not_put_forward(@TempDir Path data) {
        assertThatThrownBy(() -> LocalClock.forward(data, Duration.ofDays(7), FIRST_START))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("CLOCK_START=");
    }

    private static final class Stepping extends Clock {
        private Instant now = FIRST_START.instant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_clock_that_nobody_can_read_is_refused_in_words(@TempDir Path data) {
        for (Map<String, String> wrong : List.of(
                Map.of("CLOCK_START", "hier"),
                Map.of("CLOCK_START", SPRING, "CLOCK_SPEED", "0"),
                Map.of("CLOCK_START", SPRING, "CLOCK_SPEED", "vite"),
                Map.of("CLOCK_START", SPRING, "CLOCK_ORIGIN", "demain"))) {
            assertThatThrownBy(() -> LocalClock.environment(data, wrong, FIRST_START))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("CLOCK_START=");
        }
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
