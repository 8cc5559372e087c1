package fr.mentoratdurgence.local.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.mentoratdurgence.local.journey.Crowd;
import fr.mentoratdurgence.local.journey.JourneyData;
import fr.mentoratdurgence.local.rehearsal.Season.Coming;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A minute and a half of an evening in two seconds, played against a server that keeps what it is told, or forgets. */
class RehearsalTest {
    private static final double MINUTES_OF_A_DAY = 1_440;
    private static final double SPEED = 45;

    private final SmallDoor door = new SmallDoor();
    private final RehearsedActs acts = new RehearsedActs(
            Crowd.of(JourneyData.of(null, null, null), "essai"),
            door.origin(),
            () -> "token",
            Optional.empty(),
            Optional.empty());
    private final Rehearsal evening =
            new Rehearsal(new Season(10), 1.5 / MINUTES_OF_A_DAY, SPEED, acts, Optional.empty());

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void everybody_of_the_evening_comes_and_nothing_is_lost() throws Exception {
        assertThat(evening.length()).isEqualTo(Duration.ofSeconds(2));

        Minutes minutes = evening.play();

        // at seven in the evening of the busiest day, 200 ask in a minute and a half: by chance some more or less
        assertThat(minutes.total().failures()).isEmpty();
        assertThat(minutes.total().answered()).isBetween(100, 400);
        assertThat(acts.acknowledged()).isEqualTo(door.kept()).isPositive();
        assertThat(evening.lost()).isZero();
        var table = new ByteArrayOutputStream();
        minutes.print(new PrintStream(table, true, UTF_8));
        assertThat(table.toString(UTF_8)).contains("| 0 | ", "| volunteer | ", "| visit | ");
    }

    @Test
    void what_was_acknowledged_and_forgotten_is_found() throws Exception {
        door.forgetsEvery(3);
        for (int number = 0; number < 9; number++) {
            acts.declare();
        }

        assertThat(evening.lost()).isEqualTo(3);
    }

    @Test
    void an_answer_that_is_none_is_counted_by_what_it_was() throws Exception {
        door.refusesEvery(4);

        Minutes minutes = evening.play();

        assertThat(minutes.total().failures()).containsOnlyKeys("503");
        assertThat(minutes.total().failed()).isPositive();
    }

    @Test
    void what_is_asked_while_a_part_is_down_is_told_apart() {
        Minutes minutes = new Minutes(0);
        minutes.of(Coming.VISIT, 1, false).answered(1_000_000);
        minutes.of(Coming.VISIT, 2, true).failed("503");

        assertThat(minutes.total().failed()).isZero();
        assertThat(minutes.whileDown().failed()).isEqualTo(1);
    }

    @Test
    void a_school_fills_in_the_form_page_by_page_and_is_confirmed() throws Exception {
        acts.of(Coming.FORM).run();

        assertThat(acts.acknowledged()).isEqualTo(1);
        assertThat(evening.lost()).isZero();
    }

    @Test
    void the_busiest_days_bring_what_the_spring_of_2020_brought() {
        int day = Season.busiest(1);
        Season usual = new Season(1);
        Season season = new Season(10);

        assertThat(day).isBetween(9, 11);
        assertThat(volunteers(usual, day)).isCloseTo(25_000, within(2_500.0));
        Duration news = Duration.ofDays(day).plusHours(20).plusMinutes(5);
        assertThat(season.perSecond(Coming.VOLUNTEER, news))
                .isCloseTo(10 * usual.perSecond(Coming.VOLUNTEER, news), within(0.001));
        assertThat(season.perSecond(Coming.VISIT, news)).isEqualTo(usual.perSecond(Coming.VISIT, news));
        assertThat(usual.perSecond(Coming.VOLUNTEER, Duration.ofDays(day).plusHours(3)))
                .isLessThan(
                        usual.perSecond(Coming.VOLUNTEER, Duration.ofDays(day).plusHours(10)) / 10);
    }

    private static double volunteers(Season season, int day) {
        double sum = 0;
        for (int minute = 0; minute < MINUTES_OF_A_DAY; minute++) {
            sum += 60 * season.perSecond(Coming.VOLUNTEER, Duration.ofDays(day).plusMinutes(minute));
        }
        return sum;
    }
}
