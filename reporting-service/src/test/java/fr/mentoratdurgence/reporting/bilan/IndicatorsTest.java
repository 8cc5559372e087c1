package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.followup.v1.ConcernAcknowledged;
import fr.mentoratdurgence.contracts.followup.v1.ConcernClosed;
import fr.mentoratdurgence.contracts.followup.v1.ConcernRaised;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationAgreed;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationDeclined;
import fr.mentoratdurgence.contracts.followup.v1.ContinuationProposed;
import fr.mentoratdurgence.contracts.followup.v1.FirstContactConfirmed;
import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.followup.v1.PairOpened;
import fr.mentoratdurgence.contracts.followup.v1.SessionHeld;
import fr.mentoratdurgence.contracts.followup.v1.SessionMissed;
import fr.mentoratdurgence.contracts.matching.v1.AudienceFloor;
import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.matching.v1.PolicyActivated;
import fr.mentoratdurgence.contracts.matching.v1.PolicyPublished;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttemptUndone;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.StructureRegistered;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

class IndicatorsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2020-04-20");
    private static final LocalDate DAY_OF_END = LocalDate.parse("2020-05-18");
    private static final Instant END = Instant.parse("2020-05-18T10:00:00Z");

    private final List<Told> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new TreeMap<>();

    @Test
    void the_funnel_follows_each_place_from_the_need_to_the_planned_end() {
        declaredAndQualified("need-1", "structure-a", 5, MONDAY);
        proposed("proposal-1", "need-1", 1);
        proposed("proposal-2", "need-1", 2);
        proposed("proposal-3", "need-1", 3);
        confirmed("proposal-1", "need-1", 1, MONDAY.plusDays(2));
        confirmed("proposal-2", "need-1", 2, MONDAY.plusDays(2));
        opened("pair-1", "need-1", 1, MONDAY.plusDays(2));
        opened("pair-2", "need-1", 2, MONDAY.plusDays(2));
        contacted("pair-1", MONDAY.plusDays(3));
        held("pair-1", MONDAY.plusDays(4), 60);
        tell(
                "followup",
                "pair-1",
                MONDAY.plusDays(20),
                new PairClosed("pair-1", "need-1", 1, 1, "mentor-1", true, MONDAY.plusDays(20)));

        assertThat(Indicators.FUNNEL.stream().map(step -> value(step.code())))
                .containsExactly(whole(5), whole(5), whole(3), whole(2), whole(1), whole(1), whole(1));
        assertThat(parts("funnel.confirmed", Axis.ACADEMIE)).isEqualTo(Map.of("24", 2L));
    }

    @Test
    void a_place_is_counted_by_the_kind_of_its_structure_once_that_is_known() {
        declaredAndQualified("need-1", "structure-a", 2, MONDAY);
        declaredAndQualified("need-2", "structure-b", 3, MONDAY);
        tell(
                "needs",
                "structure-a",
                MONDAY,
                new StructureRegistered("structure-a", "", "ASSOCIATION", "94", "24", "94028", "FORM"));

        assertThat(parts("funnel.asked", Axis.STRUCTURE_KIND)).isEqualTo(Map.of("ASSOCIATION", 2L, "UNTOLD", 3L));
    }

    @Test
    void a_session_without_a_told_first_contact_proves_the_contact() {
        declaredAndQualified("need-1", "structure-a", 1, MONDAY);
        confirmed("proposal-1", "need-1", 1, MONDAY);
        opened("pair-1", "need-1", 1, MONDAY);
        held("pair-1", MONDAY.plusDays(1), 30);

        assertThat(value("funnel.proposed")).isEqualTo(whole(1));
        assertThat(value("funnel.contacted")).isEqualTo(whole(1));
        assertThat(value("funnel.active")).isEqualTo(whole(1));
    }

    @Test
    void places_that_still_wait_count_as_waiting_and_not_as_nothing() {
        declaredAndQualified("need-1", "structure-a", 4, MONDAY);
        confirmed("proposal-1", "need-1", 1, MONDAY.plusDays(3));

        assertThat(value("delay.declaration-to-match")).isNull();
        assertThat(part("delay.declaration-to-match", Axis.STATISTIC, "CASES")).isEqualTo(whole(4));
        assertThat(part("delay.declaration-to-match", Axis.STATISTIC, "OPEN")).isEqualTo(whole(3));
        assertThat(part("delay.declaration-to-match", Axis.STILL, "3")).isEqualTo(new BigDecimal("0.7500"));

        confirmed("proposal-2", "need-1", 2, MONDAY.plusDays(7));
        assertThat(value("delay.declaration-to-match")).isEqualTo(whole(7));
    }

    @Test
    void pairs_are_counted_alive_at_the_end_of_each_week() {
        opened("pair-1", "need-1", 1, MONDAY);
        opened("pair-2", "need-1", 2, MONDAY.plusDays(8));
        interrupted("pair-1", MONDAY.plusDays(15));

        assertThat(parts("pairs.alive-by-week", Axis.WEEK))
                .isEqualTo(Map.of("2020-W17", 1L, "2020-W18", 2L, "2020-W19", 1L, "2020-W20", 1L, "2020-W21", 1L));
    }

    @Test
    void regular_is_one_to_two_hours_in_a_whole_week_of_a_pair() {
        opened("pair-1", "need-1", 1, MONDAY.minusDays(1));
        held("pair-1", MONDAY.minusDays(1), 90);
        held("pair-1", MONDAY.plusDays(1), 30);
        held("pair-1", MONDAY.plusDays(3), 45);
        held("pair-1", MONDAY.plusDays(8), 59);
        held("pair-1", MONDAY.plusDays(15), 121);
        held("pair-1", MONDAY.plusDays(28), 60);

        assertThat(parts("sessions.pair-weeks", Axis.WEEKLY_MINUTES))
                .isEqualTo(Map.of("FROM_60_TO_120", 1L, "UNDER_60", 1L, "OVER_120", 1L, "NONE", 1L));
        assertThat(value("sessions.regularity")).isEqualTo(new BigDecimal("25.0"));
    }

    @Test
    void a_call_that_is_corrected_counts_as_it_went_and_on_its_own_day() {
        declaredAndQualified("need-1", "structure-a", 1, MONDAY);
        called("need-1", MONDAY.plusDays(1), true);
        tell(
                "needs",
                "need-1",
                MONDAY.plusDays(2),
                new ContactAttemptUndone("need-1", "account-1", true, MONDAY.plusDays(1), false));
        called("need-1", MONDAY.plusDays(1), false);

        assertThat(value("delay.declaration-to-call")).as("somebody did call").isEqualTo(whole(1));

        declaredAndQualified("need-2", "structure-a", 1, MONDAY);
        called("need-2", MONDAY.plusDays(3), true);
        tell(
                "needs",
                "need-2",
                MONDAY.plusDays(4),
                new ContactAttemptUndone("need-2", "account-1", true, MONDAY.plusDays(3), true));

        assertThat(part("delay.declaration-to-call", Axis.STATISTIC, "CASES")).isEqualTo(whole(2));
        assertThat(part("delay.declaration-to-call", Axis.STATISTIC, "OPEN"))
                .as("nobody has called the second one")
                .isEqualTo(whole(1));
    }

    @Test
    void missed_sessions_are_told_as_a_share_of_the_planned_ones() {
        opened("pair-1", "need-1", 1, MONDAY);
        held("pair-1", MONDAY, 60);
        held("pair-1", MONDAY.plusDays(1), 60);
        tell(
                "followup",
                "pair-1",
                MONDAY.plusDays(2),
                new SessionMissed("pair-1", "session-9", "MENTOR", "YOUTH", true, MONDAY.plusDays(2)));

        assertThat(value("sessions.missed-share")).isEqualTo(new BigDecimal("33.3"));
        assertThat(parts("sessions.missed-excused", Axis.EXCUSED)).isEqualTo(Map.of("EXCUSED", 1L));
    }

    @Test
    void equity_compares_what_audiences_need_with_what_they_get() {
        declaredAndQualified("need-1", "structure-a", 3, MONDAY);
        need("need-2", "structure-b", 1, MONDAY, "NONE", "75", "01");
        confirmed("proposal-1", "need-1", 1, MONDAY);

        assertThat(value("equity.coverage")).isEqualTo(new BigDecimal("25.0"));
        assertThat(part("equity.coverage", Axis.PRIORITY_AUDIENCE, "REP")).isEqualTo(new BigDecimal("33.3"));
        assertThat(part("equity.coverage", Axis.PRIORITY_AUDIENCE, "NONE")).isEqualTo(new BigDecimal("0.0"));
        assertThat(value("equity.share-of-need")).isEqualTo(new BigDecimal("75.0"));
        assertThat(value("equity.share-of-matches")).isEqualTo(new BigDecimal("100.0"));
    }

    @Test
    void interruptions_are_told_by_side_and_reason_together() {
        opened("pair-1", "need-1", 1, MONDAY);
        interrupted("pair-1", MONDAY.plusDays(3));

        assertThat(parts("pairs.interruptions", Axis.SIDE_AND_REASON)).isEqualTo(Map.of("MENTOR/SCHEDULE", 1L));
        assertThat(part("pairs.life", Axis.STILL, "3")).isEqualTo(new BigDecimal("0.0000"));
    }

    @Test
    void a_mentor_who_stays_counts_until_the_last_day() {
        activated("mentor-1", MONDAY);
        activated("mentor-2", MONDAY);
        tell(
                "mentors",
                "mentor-2",
                MONDAY.plusDays(10),
                new MentorWithdrew("mentor-2", "NO_TIME", MONDAY.plusDays(10)));

        assertThat(part("mentors.retention", Axis.STILL, "10")).isEqualTo(new BigDecimal("0.5000"));
        assertThat(value("mentors.activated")).isEqualTo(whole(2));
        assertThat(value("delay.application-to-activation")).isEqualTo(whole(0));
    }

    @Test
    void of_mentors_who_were_watched_so_long_it_is_told_how_many_are_still_there() {
        for (int mentor = 1; mentor <= 4; mentor++) {
            activated("mentor-" + mentor, DAY_OF_END.minusDays(30));
        }
        left("mentor-1", DAY_OF_END.minusDays(20));
        left("mentor-2", DAY_OF_END.minusDays(3));

        assertThat(part("mentors.retention", Axis.STATISTIC, "WEEKS_4")).isEqualTo(whole(2));
        assertThat(part("mentors.still-active", Axis.AFTER_WEEKS, "2")).isEqualTo(new BigDecimal("75.0"));
        assertThat(value("mentors.still-active")).isEqualTo(new BigDecimal("50.0"));
        assertThat(part("mentors.still-active", Axis.AFTER_WEEKS, "8")).isNull();
    }

    @Test
    void mentors_their_pairs_and_hours_are_counted_by_the_association_through_which_they_come() {
        applied("mentor-1", "AFEV");
        applied("mentor-2", null);
        applied("mentor-3", "A_NEW_ONE");
        opened("pair-1", "need-1", 1, MONDAY);
        held("pair-1", MONDAY.plusDays(1), 90);
        tell("followup", "pair-2", MONDAY, pairOf("pair-2", "mentor-nobody-heard-of"));

        assertThat(parts("associations.applied", Axis.MEMBER_ASSOCIATION))
                .isEqualTo(Map.of("AFEV", 1L, "NONE", 1L, "A_NEW_ONE", 1L));
        assertThat(parts("associations.matched", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 1L, "UNTOLD", 1L));
        assertThat(parts("associations.pairs", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 1L, "UNTOLD", 1L));
        assertThat(parts("associations.contacted", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 1L));
        assertThat(parts("associations.active", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 1L));
        assertThat(parts("associations.closed-as-planned", Axis.MEMBER_ASSOCIATION))
                .isEqualTo(Map.of());
        assertThat(part("activity.hours", Axis.MEMBER_ASSOCIATION, "AFEV")).isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void a_pair_that_goes_on_is_counted_with_its_last_association() {
        for (int pair = 1; pair <= 4; pair++) {
            opened("pair-" + pair, "need-1", pair, MONDAY);
        }
        closed("pair-1", true);
        closed("pair-2", true);
        closed("pair-3", false);
        tell("followup", "pair-1", MONDAY, new ContinuationProposed("pair-1", "AFEV", MONDAY));
        tell("followup", "pair-1", MONDAY, new ContinuationDeclined("pair-1", "AFEV", "YOUTH", MONDAY));
        tell("followup", "pair-1", MONDAY, new ContinuationProposed("pair-1", "NQT", MONDAY));
        tell("followup", "pair-1", MONDAY, new ContinuationAgreed("pair-1", "NQT", "ASSOCIATION", MONDAY));
        tell("followup", "pair-3", MONDAY, new ContinuationProposed("pair-3", "AFEV", MONDAY));
        tell("followup", "pair-3", MONDAY, new ContinuationAgreed("pair-3", "AFEV", "MENTOR", MONDAY));
        tell("followup", "pair-4", MONDAY, new ContinuationProposed("pair-4", "AFEV", MONDAY));
        tell("followup", "pair-4", MONDAY, new ContinuationDeclined("pair-4", "AFEV", "MENTOR", MONDAY));

        assertThat(parts("continuations.proposed", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 2L, "NQT", 1L));
        assertThat(parts("continuations.agreed", Axis.MEMBER_ASSOCIATION)).isEqualTo(Map.of("AFEV", 1L, "NQT", 1L));
        assertThat(parts("continuations.declined", Axis.DEPARTEMENT)).isEqualTo(Map.of("94", 1L));
        assertThat(value("continuations.after-planned-end")).isEqualTo(whole(1));
        assertThat(value("continuations.share")).isEqualTo(new BigDecimal("50.0"));
    }

    @Test
    void of_worries_it_is_counted_how_many_and_how_long_until_somebody_took_them() {
        for (int day = 0; day < 3; day++) {
            String concern = "concern-" + day;
            tell("followup", concern, MONDAY, new ConcernRaised(concern, "MENTOR", "94", MONDAY));
            tell("followup", concern, MONDAY.plusDays(day), new ConcernAcknowledged(concern, END));
        }
        tell("followup", "concern-4", MONDAY, new ConcernRaised("concern-4", "STRUCTURE", null, MONDAY));
        tell("followup", "concern-2", MONDAY.plusDays(3), new ConcernClosed("concern-2", "NO_DANGER", MONDAY));

        assertThat(value("concerns.raised")).isEqualTo(whole(4));
        assertThat(value("concerns.hours-until-taken")).isEqualTo(new BigDecimal("24.0"));
    }

    @Test
    void coverage_is_compared_with_the_floor_in_force() {
        policy(1, List.of(new AudienceFloor("REP", 90)));
        policy(
                2,
                List.of(new AudienceFloor("REP", 50), new AudienceFloor("QPV", 20), new AudienceFloor("REP_PLUS", 60)));
        tell("matching", "policy-operation", MONDAY, published(3, List.of(new AudienceFloor("REP", 100))));
        need("need-1", "structure-a", 4, MONDAY, "REP", "94", "24");
        need("need-2", "structure-a", 1, MONDAY, "QPV", "94", "24");
        confirmed("proposal-1", "need-1", 1, MONDAY);
        confirmed("proposal-2", "need-2", 1, MONDAY);

        assertThat(parts("equity.floor", Axis.PRIORITY_AUDIENCE))
                .isEqualTo(Map.of("REP_PLUS", 60L, "REP", 50L, "QPV", 20L));
        assertThat(value("equity.floor")).isEqualTo(whole(60));
        assertThat(part("equity.floor-shortfall", Axis.PRIORITY_AUDIENCE, "REP"))
                .isEqualTo(new BigDecimal("25.0"));
        assertThat(part("equity.floor-shortfall", Axis.PRIORITY_AUDIENCE, "QPV"))
                .isEqualTo(new BigDecimal("0.0"));
        assertThat(part("equity.floor-shortfall", Axis.PRIORITY_AUDIENCE, "REP_PLUS"))
                .isNull();
        assertThat(value("equity.floor-shortfall")).isEqualTo(new BigDecimal("25.0"));
    }

    @Test
    void without_a_policy_there_is_no_floor_and_no_shortfall() {
        need("need-1", "structure-a", 4, MONDAY, "REP", "94", "24");

        assertThat(value("equity.floor")).isNull();
        assertThat(value("equity.floor-shortfall")).isNull();
        assertThat(Secrecy.publish(Season.bilan(facts, Scope.at(END)), Territory.NATION)
                        .figure("equity.floor")
                        .value())
                .isNull();
    }

    @Test
    void a_referent_carries_the_pairs_that_are_alive() {
        for (int pair = 1; pair <= 7; pair++) {
            opened("pair-" + pair, "need-1", pair, MONDAY);
        }
        interrupted("pair-7", MONDAY.plusDays(1));

        assertThat(parts("referents.by-load", Axis.LOAD)).isEqualTo(Map.of("FROM_6_TO_10", 1L));
        assertThat(value("referents.median-load")).isEqualTo(new BigDecimal("6.0"));
        assertThat(value("referents.largest-load")).isEqualTo(whole(6));
    }

    @Test
    void what_contradicts_itself_is_counted_by_what_is_wrong() {
        opened("pair-1", "need-1", 1, MONDAY);
        held("pair-1", MONDAY.minusDays(2), 60);
        contacted("pair-1", MONDAY.minusDays(1));

        assertThat(parts("quality.contradictions", Axis.CONTRADICTION))
                .isEqualTo(Map.of("SESSION_OUTSIDE_PAIR", 1L, "CONTACT_BEFORE_OPENING", 1L, "PAIR_WITHOUT_MATCH", 1L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figures_do_not_depend_on_the_order_of_deliveries(long seed) {
        List<Told> season = Season.tied(seed, 30);
        Scope scope = Scope.at(season.get(season.size() * 3 / 4).at());
        String hash = Season.bilan(season, scope).hash();
        Random random = new Random(seed);

        for (int round = 0; round < 10; round++) {
            List<Told> delivered = new ArrayList<>(season);
            delivered.addAll(season.subList(0, season.size() / 3));
            Collections.shuffle(delivered, random);
            assertThat(Season.bilan(delivered, scope).hash()).isEqualTo(hash);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figures_of_territories_add_up_to_those_of_the_nation(long seed) {
        List<Told> season = Season.tied(seed, 40);
        Instant asOf = season.getLast().at();
        Bilan nation = Season.bilan(season, Scope.at(asOf));
        List<Bilan> academies = Academies.ofFrance().all().stream()
                .map(academie -> Season.bilan(
                        season, new Scope(asOf, null, new Territory(Territory.Kind.ACADEMIE, academie.code()))))
                .toList();

        for (Figure figure : nation.figures()) {
            String code = figure.indicator().code();
            if (figure.indicator().kind() == Indicator.Kind.COUNT
                    && !code.startsWith("events")
                    && !code.startsWith("quality")
                    && !code.startsWith("referents")) {
                BigDecimal sum = academies.stream()
                        .map(academie -> academie.figure(code).value())
                        .reduce(BigDecimal.ZERO, (a, b) -> b == null ? a : a.add(b));
                assertThat(sum).as(code).isEqualTo(figure.value());
                figure.breakdowns()
                        .forEach(breakdown -> assertThat(breakdown.parts().stream()
                                        .map(Part::value)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                                .as(code + breakdown.axis())
                                .isEqualTo(figure.value()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_funnel_only_narrows_on_every_axis(long seed) {
        List<Told> season = Season.of(seed, 40);
        Bilan bilan = Season.bilan(season, Scope.at(season.getLast().at()));

        for (int step = 1; step < Indicators.FUNNEL.size(); step++) {
            Figure wide = bilan.figure(Indicators.FUNNEL.get(step - 1).code());
            Figure narrow = bilan.figure(Indicators.FUNNEL.get(step).code());
            narrow.breakdowns()
                    .forEach(breakdown -> breakdown
                            .parts()
                            .forEach(part -> assertThat(part.value())
                                    .isLessThanOrEqualTo(wide.part(breakdown.axis(), part.key()))));
        }
    }

    @Test
    void the_catalogue_and_the_bilan_name_the_same_indicators() {
        Bilan bilan = Season.bilan(Season.tied(1, 10), Scope.at(END));

        assertThat(bilan.figures().stream().map(Figure::indicator))
                .containsExactlyInAnyOrderElementsOf(Catalogue.indicators());
        assertThat(Catalogue.indicators().stream().map(Indicator::code)).doesNotHaveDuplicates();
    }

    /** Equal on every machine: written down once, checked wherever this runs. */
    @Test
    void a_season_has_the_hash_that_it_always_had() {
        List<Told> season = Season.tied(2020, 40);

        assertThat(Season.bilan(season, season.getLast().at()).hash())
                .isEqualTo("4e3a14ce7924eeb8073c38d4cbae30f7c343ea55aa8a5690a1a8795ed1362b82");
    }

    private void declaredAndQualified(String need, String structure, int places, LocalDate on) {
        need(need, structure, places, on, "REP", "94", "24");
    }

    private void need(
            String need,
            String structure,
            int places,
            LocalDate on,
            String audience,
            String departement,
            String academie) {
        List<NeedLine> lines =
                List.of(new NeedLine(1, "CM1_CM2", places, List.of(), List.of(), List.of(), List.of(), false));
        tell("needs", need, on, new NeedDeclared(need, structure, departement, academie, audience, lines, "FORM", on));
        tell(
                "needs",
                need,
                on,
                new NeedQualified(need, structure, "account-1", departement, academie, audience, lines, on, on));
    }

    private void called(String need, LocalDate on, boolean reached) {
        tell("needs", need, on, new ContactAttempted(need, "account-1", reached, on));
    }

    private void proposed(String proposal, String need, int seat) {
        tell(
                "matching",
                proposal,
                MONDAY,
                new MatchProposed(proposal, need, 1, seat, "mentor-1", "RUN", 1, 60, END, "account-1", "94"));
    }

    private void confirmed(String proposal, String need, int seat, LocalDate on) {
        tell(
                "matching",
                proposal,
                on,
                new MatchConfirmed(
                        proposal,
                        "pair-" + seat,
                        new PairTerms(
                                need,
                                1,
                                seat,
                                "mentor-1",
                                "structure-a",
                                "account-1",
                                "94",
                                "24",
                                "CM1_CM2",
                                "REP",
                                MONDAY)));
    }

    private void opened(String pair, String need, int seat, LocalDate on) {
        tell(
                "followup",
                pair,
                on,
                new PairOpened(
                        pair,
                        "proposal-1",
                        new PairTerms(
                                need,
                                1,
                                seat,
                                "mentor-1",
                                "structure-a",
                                "account-1",
                                "94",
                                "24",
                                "CM1_CM2",
                                "REP",
                                MONDAY),
                        on,
                        END));
    }

    private void contacted(String pair, LocalDate on) {
        tell("followup", pair, on, new FirstContactConfirmed(pair, "MENTOR", on));
    }

    private void held(String pair, LocalDate on, int minutes) {
        tell("followup", pair, on, new SessionHeld(pair, "session-1", "MENTOR", minutes, "VIDEO", on, List.of()));
    }

    private void interrupted(String pair, LocalDate on) {
        tell(
                "followup",
                pair,
                on,
                new PairInterrupted(pair, "need-1", 1, 1, "mentor-1", "MENTOR", "SCHEDULE", "REPLACE", null, on));
    }

    private static PairOpened pairOf(String pair, String mentor) {
        return new PairOpened(
                pair,
                "proposal-1",
                new PairTerms("need-1", 1, 1, mentor, "structure-a", "account-1", "94", "24", "CM1_CM2", "REP", MONDAY),
                MONDAY,
                END);
    }

    private void closed(String pair, boolean planned) {
        tell("followup", pair, MONDAY, new PairClosed(pair, "need-1", 1, 1, "mentor-1", planned, MONDAY));
    }

    private void applied(String mentor, @Nullable String association) {
        tell("mentors", mentor, MONDAY, new MentorApplied(mentor, "FORM", true, "94", MONDAY, association));
    }

    private void left(String mentor, LocalDate on) {
        tell("mentors", mentor, on, new MentorWithdrew(mentor, "NO_TIME", on));
    }

    private void policy(int version, List<AudienceFloor> floors) {
        tell("matching", "policy-operation", MONDAY, published(version, floors));
        tell("matching", "policy-operation", MONDAY, new PolicyActivated("policy-operation", version, END));
    }

    private static PolicyPublished published(int version, List<AudienceFloor> floors) {
        return new PolicyPublished("policy-operation", version, floors, END);
    }

    private void activated(String mentor, LocalDate on) {
        tell("mentors", mentor, on, new MentorApplied(mentor, "FORM", true, "94", on, null));
        tell(
                "mentors",
                mentor,
                on,
                new MentorActivated(mentor, true, "94", true, 1, List.of(), List.of(), List.of(), List.of(), on));
    }

    private void tell(String source, String subject, LocalDate on, Object contract) {
        long sequence = sequences.merge(subject, 0L, (last, _) -> last + 1);
        facts.add(Season.told(
                source,
                subject,
                sequence,
                on.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(sequence),
                contract));
    }

    private Figure figure(String code) {
        return Season.bilan(facts, Scope.at(END)).figure(code);
    }

    private @Nullable BigDecimal value(String code) {
        return figure(code).value();
    }

    private @Nullable BigDecimal part(String code, Axis axis, String key) {
        return figure(code).part(axis, key);
    }

    private Map<String, Long> parts(String code, Axis axis) {
        Map<String, Long> parts = new TreeMap<>();
        figure(code)
                .parts(axis)
                .forEach(part -> parts.put(part.key(), part.value().longValueExact()));
        return parts;
    }

    private static BigDecimal whole(long count) {
        return BigDecimal.valueOf(count);
    }
}
