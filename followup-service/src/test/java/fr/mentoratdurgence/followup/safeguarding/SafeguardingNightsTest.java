package fr.mentoratdurgence.followup.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worry is answered in time also in the nights that have an hour less or more, and far from Paris. */
@Tag("reliability")
class SafeguardingNightsTest {
    private static final SafeguardingPolicy POLICY = new SafeguardingPolicy(2, 1, 8, 20, 90);

    @ParameterizedTest(name = "{0} in {1}: by {2}")
    @CsvSource({
        // by night it is due in the morning, two hours after eight by the clock of that day
        "2020-03-28T21:00:00Z, Europe/Paris, 2020-03-29T08:00:00Z",
        "2020-03-29T00:30:00Z, Europe/Paris, 2020-03-29T08:00:00Z",
        "2020-10-24T20:00:00Z, Europe/Paris, 2020-10-25T09:00:00Z",
        "2020-10-25T01:30:00Z, Europe/Paris, 2020-10-25T09:00:00Z",
        // by day two hours later, also on the leap day and where it is evening in Paris
        "2020-02-29T10:00:00Z, Europe/Paris, 2020-02-29T12:00:00Z",
        "2020-03-28T20:00:00Z, America/Martinique, 2020-03-28T22:00:00Z",
        "2020-03-28T20:00:00Z, Indian/Reunion, 2020-03-29T06:00:00Z"
    })
    void a_worry_waits_for_no_longer_than_the_next_morning(Instant raised, String zone, Instant due) {
        assertThat(POLICY.answerBy(Worry.OTHER, raised, ZoneId.of(zone))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2020-03-29T00:59:59Z", "2020-10-25T00:30:00Z", "2020-10-25T01:30:00Z", "2020-02-28T23:30:00Z"})
    void danger_is_an_hour_whatever_the_clocks_say(Instant raised) {
        assertThat(POLICY.answerBy(Worry.DANGER_NOW, raised, ZoneId.of("Europe/Paris")))
                .isEqualTo(raised.plusSeconds(3_600));
    }
}
