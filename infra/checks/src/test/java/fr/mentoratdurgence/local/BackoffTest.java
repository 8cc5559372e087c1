package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.GATEWAY;
import static fr.mentoratdurgence.cli.Part.NEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.local.Backoff.Fall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-05-04T08:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Backoff backoff = new Backoff(clock);

    @Test
    void a_part_that_falls_again_waits_twice_as_long_up_to_a_minute_then_nobody_tries_any_more() {
        List<Fall> falls = Stream.generate(() -> backoff.after(PartInstance.first(NEEDS)))
                .limit(8)
                .toList();

        assertThat(falls)
                .extracting(fall -> fall.pause().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(falls).extracting(Fall::last).containsExactly(false, false, false, false, false, false, false, true);
        assertThat(backoff.after(PartInstance.first(GATEWAY)))
                .as("each part for itself")
                .extracting(Fall::count)
                .isEqualTo(1);
    }

    @Test
    void one_that_stayed_up_begins_anew_and_so_does_one_that_somebody_asked_for() {
        backoff.after(PartInstance.first(NEEDS));
        backoff.after(PartInstance.first(NEEDS));
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(4)));
        assertThat(backoff.after(PartInstance.first(NEEDS)).count()).isEqualTo(1);

        backoff.after(PartInstance.first(NEEDS));
        backoff.forget(PartInstance.first(NEEDS));
        assertThat(backoff.after(PartInstance.first(NEEDS)).count()).isEqualTo(1);
    }
}
