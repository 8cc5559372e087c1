package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactOverdue;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactWithdrawn;
import fr.mentoratdurgence.contracts.followup.v1.PairEndUndone;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.PairOpeningUndone;
import fr.mentoratdurgence.contracts.followup.v1.SessionCancelled;
import fr.mentoratdurgence.contracts.followup.v1.SessionCorrected;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchUndone;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilansTest {
    private static final Instant MORNING = Instant.parse("2020-04-20T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2020-04-20T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2020-04-20");
    private static final List<NeedLine> THREE_AND_TWO = List.of(line(1, "CM1_CM2", 3), line(2, "LYCEE_GT", 2));

    private final List<Told> facts = new ArrayList<>();

    @Test
    void places_are_asked_by_declared_needs_and_qualified_by_a_referent() {
        tell("need-1", 0, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-2", 0, declared("need-2", "75", "QPV", List.of(line(1, "CM1_CM2", 4))));
        tell("need-1", 1, qualified("need-1", "94", "REP", THREE_AND_TWO));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(9));
        assertThat(parts("places.asked", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 7L, "LYCEE_GT", 2L));
        assertThat(parts("places.asked", Axis.DEPARTEMENT)).isEqualTo(Map.of("94", 5L, "75", 4L));
        assertThat(value("places.qualified")).isEqualTo(BigDecimal.valueOf(5));
        assertThat(parts("places.qualified", Axis.PRIORITY_AUDIENCE)).isEqualTo(Map.of("REP", 5L));
    }

    @Test
    void a_revision_replaces_the_count_of_its_line() {
        tell("need-1", 0, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, revised("need-1", 1, 1));
        tell("need-1", 2, revised("need-1", 2, 0));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(1));
    }

    @Test
    void within_a_stream_the_sequence_decides_even_where_the_clock_went_backwards() {
        tell("need-1", 0, MORNING, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 2, MORNING.plusSeconds(1), revised("need-1", 1, 1));
        tell("need-1", 1, MORNING.plusSeconds(2), revised("need-1", 1, 30));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void a_withdrawn_need_keeps_only_the_places_that_were_covered() {
        tell("need-1", 0, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, qualified("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, confirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("need-1", 2, new NeedWithdrawn("need-1", "SOLVED_ELSEWHERE"));

        assertThat(value("places.asked")).isEqualTo(BigDecimal.ONE);
        assertThat(value("places.qualified")).isEqualTo(BigDecimal.ONE);
        assertThat(value("places.covered")).isEqualTo(BigDecimal.ONE);
        assertThat(value("needs.withdrawn")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void a_place_is_covered_once_however_many_mentors_follow_each_other() {
        tell("need-1", 0, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, confirmed("proposal-1", "need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("proposal-2", 2, confirmed("proposal-2", "need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("proposal-3", 2, confirmed("proposal-3", "need-1", 1, 2, "94", "CM1_CM2", "REP"));

        assertThat(value("places.covered")).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void a_pair_recorded_before_its_need_changes_nothing_once_both_are_heard() {
        tell("need-1", 0, MORNING.plusSeconds(5), declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, MORNING, confirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));

        assertThat(parts("places.covered", Axis.LEVEL_BAND)).isEqualTo(Map.of("CM1_CM2", 1L));
        assertThat(value("places.asked")).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void a_mentor_is_active_until_he_or_she_withdraws() {
        tell("mentor-1", 3, activated("mentor-1", "94"));
        tell("mentor-2", 3, activated("mentor-2", "75"));
        tell("mentor-2", 4, new MentorWithdrew("mentor-2", "NO_TIME", TODAY));

        assertThat(parts("mentors.active", Axis.DEPARTEMENT)).isEqualTo(Map.of("94", 1L));
        assertThat(value("mentors.withdrawn")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void an_interrupted_pair_is_no_longer_alive_and_says_why() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-2", 0, opened("pair-2", 3));
        tell(
                "pair-2",
                1,
                new PairInterrupted(
                        "pair-2", "need-1", 1, 1, "mentor-1", "MENTOR", "SCHEDULE", "REPLACE", null, TODAY));

        assertThat(value("pairs.opened")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(value("pairs.alive")).isEqualTo(BigDecimal.ONE);
        assertThat(parts("pairs.interrupted", Axis.INTERRUPTION_REASON)).isEqualTo(Map.of("SCHEDULE", 1L));
        assertThat(parts("pairs.interrupted", Axis.SIDE)).isEqualTo(Map.of("MENTOR", 1L));
    }

    @Test
    void what_was_undone_at_once_is_not_counted_in_whatever_order_it_is_heard() {
        tell("need-1", 0, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 3, new NeedWithdrawalUndone("need-1", "SOLVED_ELSEWHERE", true));
        tell("need-1", 1, qualified("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 2, new NeedWithdrawn("need-1", "SOLVED_ELSEWHERE"));
        tell("need-2", 0, declared("need-2", "94", "REP", THREE_AND_TWO));
        tell("need-2", 2, new NeedQualificationUndone("need-2", TODAY, THREE_AND_TWO));
        tell("need-2", 1, qualified("need-2", "94", "REP", THREE_AND_TWO));
        tell("proposal-1", 2, confirmed("need-1", 1, 1, "94", "CM1_CM2", "REP"));
        tell("proposal-1", 3, new MatchUndone("proposal-1", "pair-9", "need-1", 1, 1, "mentor-1"));
        tell("pair-9", 1, new PairOpeningUndone("pair-9", "proposal-1", "need-1", 1, 1, "mentor-1"));
        tell("pair-9", 0, opened("pair-9", 2));
        tell("pair-1", 0, opened("pair-1", 2));
        tell(
                "pair-1",
                2,
                new PairEndUndone("pair-1", "proposal-2", opened("pair-1", 2).terms(), TODAY));
        tell(
                "pair-1",
                1,
                new PairInterrupted(
                        "pair-1", "need-1", 1, 1, "mentor-1", "MENTOR", "SCHEDULE", "REPLACE", null, TODAY));

        assertThat(value("needs.withdrawn")).isEqualTo(BigDecimal.ZERO);
        assertThat(value("places.qualified")).isEqualTo(BigDecimal.valueOf(5));
        assertThat(value("places.covered")).isEqualTo(BigDecimal.ZERO);
        assertThat(value("pairs.opened")).isEqualTo(BigDecimal.ONE);
        assertThat(value("pairs.alive")).isEqualTo(BigDecimal.ONE);
        assertThat(value("pairs.interrupted")).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void an_overdue_first_contact_stays_counted_with_what_became_of_it() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-1", 1, new FirstContactOverdue("pair-1", MORNING));
        tell("pair-1", 2, new FirstContactConfirmed("pair-1", "MENTOR", TODAY));
        tell("pair-2", 0, opened("pair-2", 2));
        tell("pair-2", 1, new FirstContactOverdue("pair-2", MORNING));

        assertThat(parts("pairs.first-contact-overdue", Axis.OVERDUE_NOW))
                .isEqualTo(Map.of("CONFIRMED_LATE", 1L, "WAITING", 1L));
    }

    @Test
    void hours_are_minutes_with_one_decimal_half_up() {
        tell("pair-1", 1, session("session-1", 60, "VIDEO", TODAY));
        tell("pair-1", 2, session("session-1", 45, "PHONE", TODAY));

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
        facts.add(Season.told("needs", "needs.need-blessed.v7", "need-1", 0, MORNING, "{}"));
        facts.add(Season.told("needs", "needs.need-declared.v1", "need-1", 1, MORNING, "{}"));
        facts.add(Season.told("matching", "matching.matching-run-completed.v1", "run-1", 2, MORNING, "{}"));
        facts.addAll(List.copyOf(facts));

        assertThat(value("events.heard")).isEqualTo(BigDecimal.valueOf(3));
        assertThat(value("events.unknown")).isEqualTo(BigDecimal.ONE);
        assertThat(value("events.unreadable")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        tell("need-1", 0, MORNING, declared("need-1", "94", "REP", THREE_AND_TWO));
        tell("need-1", 1, EVENING, new NeedWithdrawn("need-1", "DUPLICATE"));

        assertThat(Season.bilan(facts, EVENING.minusMillis(1))
                        .figure("places.asked")
                        .value())
                .isEqualTo(BigDecimal.valueOf(5));
        assertThat(Season.bilan(facts, EVENING).figure("places.asked").value()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shuffled_duplicated_and_delayed_deliveries_give_the_same_hash(long seed) {
        List<Told> season = Season.of(seed, 30);
        Random random = new Random(seed);
        Instant asOf = season.get(season.size() * 2 / 3).at();
        String hash = Season.bilan(season, asOf).hash();

        for (int round = 0; round < 20; round++) {
            List<Told> delivered = new ArrayList<>(season);
            for (int i = 0; i < season.size() / 3; i++) {
                delivered.add(season.get(random.nextInt(season.size())));
            }
            Collections.shuffle(delivered, random);

            assertThat(Season.bilan(delivered, asOf).hash()).isEqualTo(hash);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figures_do_not_depend_on_clocks_that_disagree_by_a_few_seconds(long seed) {
        List<Told> season = Season.of(seed, 30);
        Instant end = season.getLast().at().plus(Duration.ofDays(1));
        Random random = new Random(seed);
        List<Told> skewed = season.stream()
                .map(f -> f.recordedAt(f.at().plusMillis(random.nextLong(-5_000_000, 5_000_000))))
                .toList();

        assertThat(byTheirOwnDays(Season.bilan(skewed, end))).isEqualTo(byTheirOwnDays(Season.bilan(season, end)));
    }

    /** All but what counts by the day of record: how late facts were told, and the curves that end with a match. */
    private static List<Figure> byTheirOwnDays(Bilan bilan) {
        return bilan.figures().stream()
                .filter(figure -> figure.indicator().chapter() != Chapter.EVENTS)
                .filter(figure -> figure.indicator().kind() != Indicator.Kind.DELAY
                        || figure.breakdowns().isEmpty())
                .toList();
    }

    /** Parts of the history that share no fact are folded side by side; the split must not show. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ledgers_folded_side_by_side_and_joined_give_the_same_hash(long seed) {
        List<Told> season = Season.tied(seed, 30);
        Instant end = season.getLast().at();
        Scope scope = Scope.at(end);
        String hash = Season.bilan(season, scope).hash();
        Random random = new Random(seed);

        for (int round = 0; round < 10; round++) {
            int parts = 2 + random.nextInt(5);
            List<List<Told>> split = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                split.add(new ArrayList<>());
            }
            season.forEach(told -> split.get(random.nextInt(parts)).add(told));
            WordNumbers codes = WordNumbers.ofCodes();
            WordNumbers names = WordNumbers.ofNames();
            Ledger all = new Ledger(Cut.at(end), codes, names);
            split.forEach(part -> all.join(Season.ledger(part, Cut.at(end), codes, names)));

            assertThat(Bilans.of(all, scope).hash()).isEqualTo(hash);
        }
    }

    @Test
    void ledgers_that_share_a_fact_are_not_joined() {
        List<Told> season = Season.of(7, 5);
        WordNumbers codes = WordNumbers.ofCodes();
        WordNumbers names = WordNumbers.ofNames();
        Cut cut = Cut.at(season.getLast().at());
        Ledger ledger = Season.ledger(season, cut, codes, names);
        Ledger sameAgain = Season.ledger(List.of(season.getFirst()), cut, codes, names);

        assertThatThrownBy(() -> ledger.join(sameAgain)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fact_told_late_is_known_from_its_record_and_belongs_to_its_day() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-1", 1, MORNING.plus(Duration.ofDays(1)), held(TODAY));
        tell("pair-1", 2, MORNING.plus(Duration.ofDays(15)), held(TODAY.plusDays(1)));
        tell("pair-1", 3, MORNING.plus(Duration.ofDays(15)), held(TODAY.plusDays(15)));
        Instant twoDaysLater = MORNING.plus(Duration.ofDays(2));
        Instant muchLater = MORNING.plus(Duration.ofDays(30));

        assertThat(sessions(new Cut(twoDaysLater, TODAY.plusDays(1)))).isEqualTo(1);
        assertThat(sessions(new Cut(muchLater, TODAY.plusDays(1)))).isEqualTo(2);
        assertThat(sessions(Cut.at(muchLater))).isEqualTo(3);
        Ledger ledger = Season.ledger(facts, Cut.at(muchLater));
        assertThat(ledger.byDaysLate.of(1)).isEqualTo(1);
        assertThat(ledger.byDaysLate.of(14)).isEqualTo(1);
        assertThat(ledger.toldAhead()).isZero();
    }

    /** Equal on every machine: written down once, checked wherever this runs. */
    @ParameterizedTest
    @CsvSource({
        "1,427e9edadf9ebd3e18f560dbede9146278c1021cf2e1c41b4c5c8edbbf6d2f34,0fbad28cd4cc42c7e6521a43bf4811185423a072b4e86f8a9a01d06bd15755aa",
        "2,004e985efcb78443402ec4adf078ca08dd3fe71287f0cb207e5c8d963ca1eb11,e469b238f562bbc8ac7c1d338df22e267b9d2c932db56379fb42ccc64a647eb1",
        "3,1d0542d77e3af3e5be377f93169fd28429c530f704969e54040df5bd323fb3d0,961d5da3c34e25d3a43a8fec0af6d8934d532d095db1ef7d53c768c785aa6091",
        "42,a0661a4aeaca7524ba92113d1e119b8ea65818f8a0b7acfc6f69e72120e7c14c,134362367057b8144996dd5358ef4188786ac745db64827145c9b5a420fa0d6e",
        "2020,7f2a8b59a26dbe260d1a83bd95b162e77eeae8a7256b156e3ac7591cdcec0f6f,9eb0ef5e6564e295a7d0d112355b34e0ab0dace140f0c7c77d903a6c7b30564d"
    })
    void a_season_has_the_hash_that_it_always_had(long seed, String atTheEnd, String halfWay) {
        List<Told> season = Season.of(seed, 40);

        assertThat(Stream.of(season.getLast(), season.get(season.size() / 2))
                        .map(told -> Season.bilan(season, told.at()).hash()))
                .containsExactly(atTheEnd, halfWay);
    }

    @Test
    void a_hash_says_when_and_what() {
        List<Told> season = Season.of(42, 40);
        Instant end = season.getLast().at();
        Bilan bilan = Season.bilan(season, end);

        assertThat(bilan.hash())
                .hasSize(64)
                .isNotEqualTo(Season.bilan(season, end.plusSeconds(1)).hash());
        assertThat(bilan.canonicalText())
                .startsWith("bilan 1\nasOf " + end + "\nfunnel.asked v1 ")
                .contains("\nplaces.asked v1 departement 2A ")
                .contains("\ndelay.need-to-pair.median v1 ");
    }

    /** Each axis of a figure adds up to its value, and the funnel only narrows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figures_agree_with_each_other(long seed) {
        List<Told> season = Season.of(seed, 40);
        Bilan bilan = Season.bilan(season, season.getLast().at());

        for (Figure figure : bilan.figures()) {
            boolean addsUp = figure.indicator().kind() == Indicator.Kind.COUNT
                    || figure.indicator().equals(Indicators.SESSIONS_HOURS);
            for (Figure.Breakdown breakdown : addsUp ? figure.breakdowns() : List.<Figure.Breakdown>of()) {
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

    private void tell(String subject, long sequence, Object contract) {
        tell(subject, sequence, MORNING.plusSeconds(sequence), contract);
    }

    private void tell(String subject, long sequence, Instant at, Object contract) {
        facts.add(Season.told("a", subject, sequence, at, contract));
    }

    private static NeedLine line(int line, String levelBand, int count) {
        return new NeedLine(line, levelBand, count, List.of(), List.of(), List.of(), List.of(), false);
    }

    private static NeedDeclared declared(String need, String departement, String audience, List<NeedLine> lines) {
        return new NeedDeclared(need, "structure-0940176F", departement, "24", audience, lines, "FORM", TODAY);
    }

    private static NeedQualified qualified(String need, String departement, String audience, List<NeedLine> lines) {
        return new NeedQualified(
                need, "structure-0940176F", "account-1", departement, "24", audience, lines, TODAY, TODAY);
    }

    private static NeedLineCountRevised revised(String need, int line, int toCount) {
        return new NeedLineCountRevised(need, line, 3, toCount, "FEWER_PLACES");
    }

    private static MatchConfirmed confirmed(
            String need, int line, int seat, String departement, String levelBand, String audience) {
        return confirmed("proposal-1", need, line, seat, departement, levelBand, audience);
    }

    private static MatchConfirmed confirmed(
            String proposal, String need, int line, int seat, String departement, String levelBand, String audience) {
        return new MatchConfirmed(
                proposal,
                "pair-1",
                new PairTerms(
                        need,
                        line,
                        seat,
                        "mentor-1",
                        "structure-0940176F",
                        "account-1",
                        departement,
                        "24",
                        levelBand,
                        audience,
                        TODAY));
    }

    private static MentorActivated activated(String mentor, String departement) {
        return new MentorActivated(
                mentor, true, departement, true, 1, List.of(), List.of(), List.of(), List.of(), TODAY);
    }

    private static PairOpened opened(String pair, int days) {
        return new PairOpened(
                pair,
                "proposal-1",
                new PairTerms(
                        "need-1",
                        1,
                        1,
                        "mentor-1",
                        "structure-0940176F",
                        "account-1",
                        "94",
                        "24",
                        "CM1_CM2",
                        "REP",
                        TODAY.minusDays(days)),
                TODAY,
                MORNING);
    }

    @Test
    void what_is_true_counts_as_far_as_it_was_known() {
        LocalDate tomorrow = TODAY.plusDays(1);
        Instant corrected = MORNING.plus(Duration.ofDays(5));
        Instant cancelled = MORNING.plus(Duration.ofDays(9));
        tell("pair-1", 0, opened("pair-1", 2));
        // out of order: what is taken back may be heard first
        tell("pair-1", 4, corrected, corrected(200, TODAY, 20, tomorrow));
        tell("pair-1", 2, session("session-1", 200, "VIDEO", TODAY));
        tell("pair-1", 3, session("session-2", 60, "VIDEO", TODAY));
        tell("pair-1", 5, corrected, corrected(20, tomorrow, 30, tomorrow));
        tell(
                "pair-1",
                6,
                cancelled,
                new SessionCancelled("pair-1", "session-2", "MENTOR", "WRONG_PAIR", 60, "VIDEO", TODAY, List.of()));

        assertThat(hours(Cut.at(MORNING.plus(Duration.ofDays(1))))).isEqualTo(new BigDecimal("4.3"));
        assertThat(hours(Cut.at(corrected))).isEqualTo(new BigDecimal("1.5"));
        assertThat(hours(Cut.at(cancelled))).isEqualTo(new BigDecimal("0.5"));
        assertThat(sessions(Cut.at(cancelled))).isEqualTo(1);
        assertThat(sessions(new Cut(cancelled, TODAY)))
                .as("moved to a later day")
                .isZero();
        assertThat(sessions(new Cut(cancelled, tomorrow))).isEqualTo(1);
    }

    @Test
    void a_first_contact_that_was_none_is_waited_for_again() {
        tell("pair-1", 0, opened("pair-1", 2));
        tell("pair-1", 1, new FirstContactConfirmed("pair-1", "MENTOR", TODAY));
        tell("pair-1", 2, new FirstContactOverdue("pair-1", MORNING));
        tell("pair-1", 3, new FirstContactWithdrawn("pair-1", TODAY));

        assertThat(parts("pairs.first-contact-overdue", Axis.OVERDUE_NOW)).isEqualTo(Map.of("WAITING", 1L));
    }

    private @Nullable BigDecimal hours(Cut cut) {
        return Bilans.of(Season.ledger(facts, cut), Scope.at(cut.recordedUntil()))
                .figure("sessions.hours")
                .value();
    }

    private static SessionCorrected corrected(int was, LocalDate wasOn, int minutes, LocalDate on) {
        return new SessionCorrected(
                "pair-1",
                "session-1",
                "MENTOR",
                "MISTYPED",
                was,
                "VIDEO",
                wasOn,
                List.of(),
                minutes,
                "VIDEO",
                on,
                List.of());
    }

    private static SessionHeld held(LocalDate day) {
        return session("session-1", 60, "VIDEO", day);
    }

    private static SessionHeld session(String session, int minutes, String channel, LocalDate day) {
        return new SessionHeld("pair-1", session, "MENTOR", minutes, channel, day, List.of());
    }

    private int sessions(Cut cut) {
        Ledger ledger = Season.ledger(facts, cut);
        ledger.settle();
        return ledger.held.size();
    }

    private @Nullable BigDecimal value(String code) {
        return Season.bilan(facts, EVENING).figure(code).value();
    }

    private Map<String, Long> parts(String code, Axis axis) {
        Map<String, Long> parts = new TreeMap<>();
        Season.bilan(facts, EVENING).figure(code).breakdowns().stream()
                .filter(breakdown -> breakdown.axis() == axis)
                .flatMap(breakdown -> breakdown.parts().stream())
                .forEach(part -> parts.put(part.key(), part.value().longValueExact()));
        return parts;
    }
}
