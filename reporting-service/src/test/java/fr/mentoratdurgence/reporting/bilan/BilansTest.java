package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.bilan.Heard.FirstContactConfirmed;
import fr.mentoratdurgence.reporting.bilan.Heard.FirstContactOverdue;
import fr.mentoratdurgence.reporting.bilan.Heard.Line;
import fr.mentoratdurgence.reporting.bilan.Heard.MatchConfirmed;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorActivated;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorWithdrew;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedDeclared;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedLineCountRevised;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedQualified;
import fr.mentoratdurgence.reporting.bilan.Heard.NeedWithdrawn;
import fr.mentoratdurgence.reporting.bilan.Heard.PairInterrupted;
import fr.mentoratdurgence.reporting.bilan.Heard.PairOpened;
import fr.mentoratdurgence.reporting.bilan.Heard.SessionHeld;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilansTest {
    private static final Instant MORNING = Instant.parse("2020-04-20T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2020-04-20T20:00:00Z");
    private static final List<Line> THREE_AND_TWO = List.of(new Line(1, "CM1_CM2", 3), new Line(2, "LYCEE_GT", 2));

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void places_are_asked_by_declared_needs_and_qualified_by_a_referent() {
        tell("need-1", 0, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-2", 0, new NeedDeclared("need-2", "75", "QPV", List.of(new Line(1, "CM1_CM2", 4))));
        tell("need-1", 1, new NeedQualified("need-1", "94", "REP", THREE_AND_TWO));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(9));
        assertThat(parts("places.asked", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 7L, "LYCEE_GT", 2L));
        assertThat(parts("places.asked", Axis.DEPARTEMENT)).isEqualTo(Map.of("94", 5L, "75", 4L));
        assertThat(value("places.qualified")).isEqualTo(BigDecimal.valueOf(5));
        assertThat(parts("places.qualified", Axis.PRIORITY_AUDIENCE)).isEqualTo(Map.of("REP", 5L));
    }

    @Test
    void a_revision_replaces_the_count_of_its_line() {
        tell("need-1", 0, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, new NeedLineCountRevised("need-1", 1, 1));
        tell("need-1", 2, new NeedLineCountRevised("need-1", 2, 0));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(1));
    }

    @Test
    void within_a_stream_the_sequence_decides_even_where_the_clock_went_backwards() {
        tell("need-1", 0, MORNING, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 2, MORNING.plusSeconds(1), new NeedLineCountRevised("need-1", 1, 1));
        tell("need-1", 1, MORNING.plusSeconds(2), new NeedLineCountRevised("need-1", 1, 30));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void a_withdrawn_need_keeps_only_the_places_that_were_covered() {
        tell("need-1", 0, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, new NeedQualified("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, new MatchConfirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("need-1", 2, new NeedWithdrawn("need-1", "SOLVED_ELSEWHERE"));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.ONE);
        assertThat(value("places.qualified")).isEqualTo(BigDecimal.ONE);
        assertThat(value("places.covered")).isEqualTo(BigDecimal.ONE);
        assertThat(value("needs.withdrawn")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void a_place_is_covered_once_however_many_mentors_follow_each_other() {
        tell("need-1", 0, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, new MatchConfirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("proposal-2", 2, new MatchConfirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("proposal-3", 2, new MatchConfirmed("need-1", 1, 2, "94", "CM1_CM2", "REP"));

        assertThat(value("places.covered")).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void a_pair_recorded_before_its_need_changes_nothing_once_both_are_heard() {
        tell("need-1", 0, MORNING.plusSeconds(5), new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, MORNING, new MatchConfirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));

        assertThat(parts("places.covered", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 1L));
        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void a_mentor_is_active_until_he_or_she_withdraws() {
        tell("mentor-1", 3, new MentorActivated("mentor-1", "94"));
        tell("mentor-2", 3, new MentorActivated("mentor-2", "75"));
        tell("mentor-2", 4, new MentorWithdrew("mentor-2", "NO_TIME"));

        assertThat(parts("mentors.active", Axis.DEPARTEMENT)).isEqualTo(Map.of("94", 1L));
        assertThat(value("mentors.withdrawn")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void an_interrupted_pair_is_no_longer_alive_and_says_why() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-2", 0, opened("pair-2", 3));
        tell("pair-2", 1, new PairInterrupted("pair-2", "MENTOR", "SCHEDULE"));

        assertThat(value("pairs.opened")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("pairs.alive")).isEqualTo(BigDecimal.ONE);
        assertThat(parts("pairs.interrupted", Axis.INTERRUPTION_REASON)).isEqualTo(Map.of("SCHEDULE", 1L));
        assertThat(parts("pairs.interrupted", Axis.SIDE)).isEqualTo(Map.of("MENTOR", 1L));
    }

    @Test
    void an_overdue_first_contact_stays_counted_with_what_became_of_it() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-1", 1, new FirstContactOverdue("pair-1"));
        tell("pair-1", 2, new FirstContactConfirmed("pair-1"));
        tell("pair-2", 0, opened("pair-2", 2));
        tell("pair-2", 1, new FirstContactOverdue("pair-2"));

        assertThat(parts("pairs.first-contact-overdue", Axis.OVERDUE_NOW))
                .isEqualTo(Map.of("CONFIRMED_LATE", 1L, "WAITING", 1L));
    }

    @Test
    void hours_are_minutes_with_one_decimal_half_up() {
        tell("pair-1", 1, new SessionHeld("pair-1", 60, "VIDEO"));
        tell("pair-1", 2, new SessionHeld("pair-1", 45, "PHONE"));

        assertThat(value("sessions.held")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("sessions.hours")).isEqualTo(new BigDecimal("1.8"));
    }

    @Test
    void the_median_wait_is_the_middle_and_between_two_middles_their_mean() {
        assertThat(value("delay.need-to-pair.median")).isNull();
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-2", 0, opened("pair-2", 5));
        assertThat(value("delay.need-to-pair.median")).isEqualTo(new BigDecimal("3.5"));
        tell("pair-3", 0, opened("pair-3", 40));
        assertThat(value("delay.need-to-pair.median")).isEqualTo(new BigDecimal("5.0"));
    }

    @Test
    void unknown_and_unreadable_facts_are_counted_and_stop_nothing() {
        facts.add(new Fact(
                "e1", MORNING, "/needs-service", "need-1", 0, "needs.need-blessed.v7", Heard.Uncounted.UNKNOWN));
        facts.add(new Fact(
                "e2", MORNING, "/needs-service", "need-1", 1, "needs.need-declared.v1", Heard.Uncounted.UNREADABLE));
        facts.add(new Fact(
                "e3", MORNING, "/needs-service", "need-1", 2, "needs.contact-attempted.v1", Heard.Uncounted.UNREAD));

        assertThat(value("events.heard")).isEqualTo(BigDecimal.valueOf(3));
        assertThat(value("events.unknown")).isEqualTo(BigDecimal.ONE);
        assertThat(value("events.unreadable")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        tell("need-1", 0, MORNING, new NeedDeclared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, EVENING, new NeedWithdrawn("need-1", "DUPLICATE"));

        assertThat(Bilans.asOf(facts, EVENING.minusMillis(1))
                        .figure("places.asked")
                        .value())
                .isEqualTo(BigDecimal.valueOf(5));
        assertThat(Bilans.asOf(facts, EVENING).figure("places.asked").value()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shuffled_duplicated_and_delayed_deliveries_give_the_same_hash(long seed) {
        List<Fact> season = Season.facts(seed, 30);
        Random random = new Random(seed);
        Instant asOf = season.get(season.size() * 2 / 3).recordedAt();
        String hash = Bilans.asOf(season, asOf).hash();

        for (int round = 0; round < 20; round++) {
            List<Fact> delivered = new ArrayList<>(season);
            for (int i = 0; i < season.size() / 3; i++) {
                delivered.add(season.get(random.nextInt(season.size())));
            }
            Collections.shuffle(delivered, random);

            assertThat(Bilans.asOf(delivered, asOf).hash()).isEqualTo(hash);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figures_do_not_depend_on_clocks_that_disagree_by_a_few_seconds(long seed) {
        List<Fact> season = Season.facts(seed, 30);
        Instant end = season.getLast().recordedAt().plus(Duration.ofDays(1));
        Random random = new Random(seed);
        List<Fact> skewed = season.stream()
                .map(f -> new Fact(
                        f.id(),
                        f.recordedAt().plusMillis(random.nextLong(-5_000_000, 5_000_000)),
                        f.source(),
                        f.subject(),
                        f.sequence(),
                        f.type(),
                        f.heard()))
                .toList();

        assertThat(Bilans.asOf(skewed, end).figures())
                .isEqualTo(Bilans.asOf(season, end).figures());
    }

    @Test
    void a_hash_says_when_and_what() {
        List<Fact> season = Season.facts(42, 40);
        Instant end = season.getLast().recordedAt();
        Bilan bilan = Bilans.asOf(season, end);

        assertThat(bilan.hash())
                .hasSize(64)
                .isNotEqualTo(Bilans.asOf(season, end.plusSeconds(1)).hash());
        assertThat(bilan.canonicalText())
                .startsWith("bilan 1\nasOf " + end + "\nplaces.asked v1 ")
                .contains("\nplaces.asked v1 departement 2A ")
                .contains("\ndelay.need-to-pair.median v1 ");
    }

    /** Each axis of a figure adds up to its value, and the funnel only narrows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figures_agree_with_each_other(long seed) {
        List<Fact> season = Season.facts(seed, 40);
        Bilan bilan = Bilans.asOf(season, season.getLast().recordedAt());

        for (Figure figure : bilan.figures()) {
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                BigDecimal sum =
                        breakdown.parts().stream().map(Figure.Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(figure.indicator().code()).isEqualTo(figure.value());
            }
        }
        assertThat(number(bilan, "places.asked")).isGreaterThanOrEqualTo(number(bilan, "places.qualified"));
        assertThat(number(bilan, "places.qualified")).isGreaterThanOrEqualTo(number(bilan, "places.covered"));
        assertThat(number(bilan, "places.covered")).isPositive();
        assertThat(number(bilan, "pairs.opened")).isGreaterThan(number(bilan, "pairs.alive"));
        assertThat(number(bilan, "events.unreadable")).isZero();
    }

    private static long number(Bilan bilan, String code) {
        BigDecimal value = bilan.figure(code).value();
        return value == null ? 0 : value.longValueExact();
    }

    private void tell(String subject, long sequence, Heard heard) {
        tell(subject, sequence, MORNING.plusSeconds(sequence), heard);
    }

    private void tell(String subject, long sequence, Instant at, Heard heard) {
        facts.add(new Fact(subject + "@" + sequence, at, "/a-service", subject, sequence, "a-type", heard));
    }

    private static PairOpened opened(String pair, int days) {
        LocalDate declared = LocalDate.parse("2020-04-01");
        return new PairOpened(pair, "94", "CM1_CM2", "REP", declared, declared.plusDays(days));
    }

    private @Nullable BigDecimal value(String code) {
        return Bilans.asOf(facts, EVENING).figure(code).value();
    }

    private Map<String, Long> parts(String code, Axis axis) {
        Map<String, Long> parts = new TreeMap<>();
        Bilans.asOf(facts, EVENING).figure(code).breakdowns().stream()
                .filter(breakdown -> breakdown.axis() == axis)
                .flatMap(breakdown -> breakdown.parts().stream())
                .forEach(part -> parts.put(part.key(), part.value().longValueExact()));
        return parts;
    }
}
