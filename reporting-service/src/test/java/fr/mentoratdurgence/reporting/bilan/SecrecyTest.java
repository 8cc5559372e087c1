package fr.mentoratdurgence.reporting.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.survival.Survival;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class SecrecyTest {
    /** These only grow as time goes on, and everybody knows it. */
    private static final List<String> GROWING = List.of(
            "funnel.proposed",
            "funnel.confirmed",
            "funnel.contacted",
            "funnel.active",
            "funnel.closed-as-planned",
            "mentors.applied",
            "needs.declared",
            "proposals.made",
            "sessions.held",
            "sessions.missed",
            "pairs.opened",
            "associations.applied",
            "associations.activated",
            "associations.matched",
            "associations.pairs");

    private static final Map<String, String> SAME_TOTAL = Map.of(
            "activity.sessions", "sessions.held",
            "sessions.missed-excused", "sessions.missed",
            "pairs.interruptions", "pairs.interrupted",
            "associations.applied", "mentors.applied",
            "associations.activated", "mentors.activated",
            "associations.matched", "mentors.matched",
            "associations.pairs", "pairs.opened");

    /** Each is a part of the one before. */
    private static final List<List<String>> STEPS = List.of(
            List.of("associations.applied", "associations.activated", "associations.matched"),
            List.of("continuations.proposed", "continuations.agreed"),
            List.of("continuations.proposed", "continuations.declined"),
            List.of("pairs.closed-as-planned", "continuations.after-planned-end"),
            List.of("continuations.agreed", "continuations.after-planned-end"));

    /** Of as many cases a curve is made; both are told, or neither. */
    private static final Map<String, String> CASES_OF = Map.of(
            "delay.opening-to-contact", "pairs.opened",
            "pairs.life", "pairs.opened",
            "delay.application-to-activation", "mentors.applied",
            "mentors.retention", "mentors.activated",
            "delay.declaration-to-call", "needs.declared",
            "delay.declaration-to-qualification", "needs.declared");

    private static final Bilan LARGE = series(9).getLast();

    private static final String CURVE = "delay.opening-to-contact";

    /** Marks a count that is told as it is, and not in steps of five. */
    private static final int EXACT = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void adding_and_subtracting_all_that_is_published_at_many_dates_reveals_no_count(long seed) {
        List<Bilan> exact = series(seed);
        Map<String, Long> concluded = attack(exact, nation -> Secrecy.publish(nation, Territory.NATION));

        assertThat(concluded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void asking_day_after_day_for_what_had_happened_by_then_reveals_no_count(long seed) {
        List<Told> season = season(seed);
        Instant end = season.getLast().at();
        LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
        List<Bilan> exact = new ArrayList<>();
        for (int day = 56; day >= 0; day -= 8) {
            exact.add(Season.bilan(season, new Scope(end, last.minusDays(day), Territory.NATION)));
        }

        assertThat(attack(exact, nation -> Secrecy.publish(nation, Territory.NATION)))
                .isEmpty();
    }

    /** A reader who knows how curves are published tries all numbers of cases and of ends that would give the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void curves_of_many_dates_reveal_no_count(long seed) {
        Map<String, Long> concluded = attackCurves(
                seed,
                SecrecyTest::asPublished,
                (cases, ended) -> BigDecimal.ONE.subtract(step(ended).divide(step(cases), 2, RoundingMode.HALF_UP)));

        assertThat(concluded).isEmpty();
    }

    /** The same attack on shares that are only rounded to whole percent, where 5 cases ended between two points. */
    @Test
    void the_attack_on_curves_succeeds_where_shares_are_only_rounded() {
        Map<String, Long> concluded = attackCurves(
                3,
                SecrecyTest::onlyRounded,
                (cases, ended) ->
                        BigDecimal.valueOf(cases - ended).divide(BigDecimal.valueOf(cases), 2, RoundingMode.HALF_UP));

        assertThat(concluded).isNotEmpty();
    }

    @Test
    void what_a_published_curve_comes_to_follows_from_its_points() {
        Figure published = asPublished(curve(IntStream.range(0, 43).boxed().toList(), 9));

        assertThat(published.part(Axis.STATISTIC, "CASES")).isEqualByComparingTo("50");
        assertThat(published.parts(Axis.STATISTIC)).extracting(Part::key).containsOnly("CASES");
        assertThat(published.parts(Axis.STILL_LOW)).isEmpty();
        assertThat(published.parts(Axis.STILL).getFirst().value()).isEqualByComparingTo("0.9");
        assertThat(published.value())
                .isEqualByComparingTo(published.parts(Axis.STILL).stream()
                        .filter(point -> point.value().doubleValue() <= 0.5)
                        .findFirst()
                        .orElseThrow()
                        .key());
    }

    @Test
    void a_curve_of_a_total_that_is_kept_secret_is_kept_secret_too() {
        for (long seed = 1; seed <= 20; seed++) {
            for (Bilan exact : series(seed)) {
                Bilan published = Secrecy.publish(exact, Territory.NATION);
                CASES_OF.forEach((curve, total) -> {
                    if (published.figure(total).value() == null) {
                        assertThat(published.figure(curve).breakdowns()).isEmpty();
                    }
                });
            }
        }
    }

    /** The same attack on what people usually do: leave out what is below 5 and print the rest. */
    @Test
    void the_attack_succeeds_where_only_small_counts_are_left_out() {
        List<Bilan> exact = series(3);
        Map<String, Long> concluded = attack(exact, SecrecyTest::onlySmallLeftOut);

        assertThat(concluded.values()).anyMatch(count -> count > 0 && count < Secrecy.STEP);
    }

    @Test
    void what_is_below_five_is_not_there_and_the_rest_comes_in_steps_of_five() {
        for (Bilan exact : series(5)) {
            for (Figure figure : Secrecy.publish(exact, Territory.NATION).figures()) {
                if (figure.indicator().kind() == Indicator.Kind.COUNT) {
                    figure.breakdowns().stream()
                            .flatMap(breakdown -> breakdown.parts().stream())
                            .map(Part::value)
                            .forEach(SecrecyTest::isToldInSteps);
                    if (figure.value() != null) {
                        isToldInSteps(figure.value());
                    }
                }
            }
        }
    }

    /** Tables that are hard to protect: many counts at the edge of their step, chosen to press against each other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void tables_at_the_edge_of_their_steps_are_protected(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            Map<String, Map<String, Long>> byAcademie = new TreeMap<>();
            Map<String, Long> academies = new TreeMap<>();
            for (int academie = 0; academie <= random.nextInt(6); academie++) {
                Map<String, Long> departements = new TreeMap<>();
                for (int departement = 0; departement <= random.nextInt(6); departement++) {
                    departements.put("d" + academie + "-" + departement, edge(random));
                }
                byAcademie.put("a" + academie, departements);
                academies.put("a" + academie, sum(departements));
            }
            long total = sum(academies);
            Map<String, Long> audiences = split(total, 1 + random.nextInt(6), random);
            Concealment table = new Concealment(total);
            table.partition("audience", audiences);
            table.partition("academie", academies);
            byAcademie.forEach((academie, parts) -> table.partitionOf("academie", academie, "departement", parts));
            table.close();

            Attacker attacker = new Attacker();
            look(attacker, "total", total, table.tellsTotal());
            audiences.forEach((key, count) -> look(attacker, key, count, table.tells("audience", key)));
            academies.forEach((key, count) -> look(attacker, key, count, table.tells("academie", key)));
            byAcademie
                    .values()
                    .forEach(parts ->
                            parts.forEach((key, count) -> look(attacker, key, count, table.tells("departement", key))));
            attacker.addsUp("total", List.copyOf(audiences.keySet()));
            attacker.addsUp("total", List.copyOf(academies.keySet()));
            byAcademie.forEach((academie, parts) -> attacker.addsUp(academie, List.copyOf(parts.keySet())));

            assertThat(attacker.conclude()).as("seed %d round %d", seed, round).isEmpty();
        }
    }

    @Test
    void five_fours_would_give_each_other_away_so_their_total_is_not_told() {
        Concealment table = new Concealment(20);
        table.partition("audience", Map.of("a", 4L, "b", 4L, "c", 4L, "d", 4L, "e", 4L));
        table.close();

        assertThat(table.tellsTotal()).isFalse();
    }

    @Test
    void what_needs_no_protection_is_told() {
        Concealment table = new Concealment(163);
        table.partition("audience", Map.of("a", 80L, "b", 41L, "c", 22L, "d", 17L, "e", 3L));
        table.close();

        assertThat(table.tellsTotal()).isTrue();
        assertThat(table.tells("audience", "a")).isTrue();
        assertThat(table.tells("audience", "d")).isTrue();
        assertThat(table.tells("audience", "e")).isFalse();
    }

    @Test
    void a_territory_tells_what_the_national_tables_tell_of_it_and_no_more() {
        Bilan nation = series(8).getLast();
        Bilan published = Secrecy.publish(nation, Territory.NATION);
        Bilan creteil = Secrecy.publish(nation, new Territory(Territory.Kind.ACADEMIE, "24"));

        assertThat(creteil.figure("funnel.asked").value())
                .isEqualTo(published.figure("funnel.asked").part(Axis.ACADEMIE, "24"));
        assertThat(creteil.figures())
                .allSatisfy(figure -> assertThat(figure.breakdowns())
                        .allSatisfy(breakdown -> assertThat(breakdown.axis()).isEqualTo(Axis.DEPARTEMENT)));
        assertThat(creteil.find("pairs.interruptions")).isEmpty();
    }

    @Test
    void single_people_and_crossed_tables_are_for_analysts_only() {
        Bilan published = Secrecy.publish(series(9).getLast(), Territory.NATION);

        assertThat(published.find("referents.largest-load")).isEmpty();
        assertThat(published.figure("pairs.interruptions").parts(Axis.SIDE_AND_REASON))
                .isEmpty();
    }

    @Test
    void a_published_curve_falls_by_at_least_five_cases_at_a_time() {
        Bilan exact = series(10).getLast();
        Figure curve = exact.figure("delay.opening-to-contact");
        Figure published = Secrecy.publish(exact, Territory.NATION).figure("delay.opening-to-contact");
        BigDecimal cases = curve.part(Axis.STATISTIC, "CASES");
        assertThat(cases).isNotNull();

        BigDecimal before = BigDecimal.ONE;
        for (Part point : published.parts(Axis.STILL)) {
            BigDecimal share = curve.part(Axis.STILL, point.key());
            assertThat(share).isNotNull();
            assertThat(before.subtract(share).multiply(cases)).isGreaterThanOrEqualTo(BigDecimal.valueOf(Secrecy.STEP));
            before = Objects.requireNonNull(share);
        }
    }

    @Test
    void the_hash_of_what_is_published_is_not_that_of_the_exact_figures() {
        Bilan nation = series(11).getLast();

        Bilan published = Secrecy.publish(nation, Territory.NATION);
        assertThat(published.hash()).isNotEqualTo(nation.hash());
        assertThat(published.canonicalText()).contains("\npublished\n");
        assertThatThrownBy(() -> Secrecy.publish(published, Territory.NATION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Told> season(long seed) {
        return Season.tied(seed, 30 + (int) (seed % 5) * 20);
    }

    private static List<Bilan> series(long seed) {
        List<Told> season = season(seed);
        List<Bilan> series = new ArrayList<>();
        for (int date = 1; date <= 8; date++) {
            Instant asOf = season.get(season.size() * date / 8 - 1).at();
            series.add(Season.bilan(season, Scope.at(asOf)));
        }
        return series;
    }

    @Test
    void associations_and_continuations_are_in_the_attack() {
        Bilan published = Secrecy.publish(series(4).getLast(), Territory.NATION);

        assertThat(published.figure("associations.applied").parts(Axis.MEMBER_ASSOCIATION))
                .isNotEmpty();
        assertThat(published.figure("associations.pairs").parts(Axis.MEMBER_ASSOCIATION))
                .isNotEmpty();
        assertThat(published.figure("continuations.proposed").parts(Axis.MEMBER_ASSOCIATION))
                .isNotEmpty();
        assertThat(published.figure("activity.hours").parts(Axis.MEMBER_ASSOCIATION))
                .isNotEmpty();
        assertThat(published.figure("equity.floor").parts(Axis.PRIORITY_AUDIENCE))
                .hasSize(2);
    }

    private static Map<String, Long> attack(List<Bilan> series, Function<Bilan, Bilan> publication) {
        Attacker attacker = new Attacker();
        for (int date = 0; date < series.size(); date++) {
            Bilan exact = series.get(date);
            Bilan published = publication.apply(exact);
            String at = date + " ";
            for (Figure figure : exact.figures()) {
                if (figure.indicator().kind() == Indicator.Kind.COUNT
                        && published.find(figure.indicator().code()).isPresent()) {
                    read(
                            attacker,
                            at,
                            figure,
                            published.figure(figure.indicator().code()));
                    if (date > 0 && GROWING.contains(figure.indicator().code())) {
                        grow(attacker, date, figure, series.get(date - 1));
                    }
                }
            }
            narrow(attacker, at, exact);
            repeat(attacker, at, exact, published);
            attacker.addsUp(
                    at + "pairs.opened",
                    List.of(
                            at + "pairs.alive",
                            at + "pairs.interrupted",
                            at + "pairs.closed-as-planned",
                            at + "pairs.closed-early"));
        }
        return attacker.conclude();
    }

    private static void read(Attacker attacker, String at, Figure exact, Figure published) {
        String code = exact.indicator().code();
        String total = at + SAME_TOTAL.getOrDefault(code, code);
        look(attacker, total, exact.value(), published.value());
        for (Breakdown breakdown : exact.breakdowns()) {
            if (published.breakdowns().stream().noneMatch(told -> told.axis() == breakdown.axis())) {
                continue;
            }
            List<String> parts = new ArrayList<>();
            Map<String, List<String>> byAcademie = new LinkedHashMap<>();
            for (Part part : breakdown.parts()) {
                String cell = cell(at, code, breakdown.axis(), part.key());
                parts.add(cell);
                look(attacker, cell, part.value(), published.part(breakdown.axis(), part.key()));
                if (breakdown.axis() == Axis.DEPARTEMENT
                        && !exact.parts(Axis.ACADEMIE).isEmpty()) {
                    String academie = Academies.ofFrance()
                            .of(part.key())
                            .map(Academies.Academie::code)
                            .orElse(Grounds.UNTOLD);
                    byAcademie
                            .computeIfAbsent(cell(at, code, Axis.ACADEMIE, academie), _ -> new ArrayList<>())
                            .add(cell);
                }
            }
            if (!parts.isEmpty()) {
                attacker.addsUp(total, parts);
            }
            byAcademie.forEach(attacker::addsUp);
        }
    }

    private static void grow(Attacker attacker, int date, Figure figure, Bilan before) {
        String code = figure.indicator().code();
        attacker.isAtMost((date - 1) + " " + code, date + " " + code);
        for (Breakdown breakdown : before.figure(code).breakdowns()) {
            for (Part part : breakdown.parts()) {
                attacker.isAtMost(
                        cell((date - 1) + " ", code, breakdown.axis(), part.key()),
                        cell(date + " ", code, breakdown.axis(), part.key()));
            }
        }
    }

    private static void narrow(Attacker attacker, String at, Bilan exact) {
        narrow(
                attacker,
                at,
                exact,
                Indicators.FUNNEL.stream().map(Indicator::code).toList());
        STEPS.forEach(steps -> narrow(attacker, at, exact, steps));
        for (Breakdown breakdown : exact.figure("continuations.proposed").breakdowns()) {
            for (Part part : breakdown.parts()) {
                attacker.addsUp(
                        cell(at, "continuations.proposed", breakdown.axis(), part.key()),
                        Stream.of("continuations.agreed", "continuations.declined", "continuations waiting")
                                .map(code -> cell(at, code, breakdown.axis(), part.key()))
                                .toList());
            }
        }
    }

    private static void narrow(Attacker attacker, String at, Bilan exact, List<String> steps) {
        for (int step = 1; step < steps.size(); step++) {
            String larger = steps.get(step - 1);
            String smaller = steps.get(step);
            attacker.isAtMost(
                    at + SAME_TOTAL.getOrDefault(smaller, smaller), at + SAME_TOTAL.getOrDefault(larger, larger));
            for (Breakdown breakdown : exact.figure(smaller).breakdowns()) {
                for (Part part : breakdown.parts()) {
                    attacker.isAtMost(
                            cell(at, smaller, breakdown.axis(), part.key()),
                            cell(at, larger, breakdown.axis(), part.key()));
                }
            }
        }
    }

    /** Curves say of how many cases they are, weeks how many pairs live: the reader knows which totals these are. */
    private static void repeat(Attacker attacker, String at, Bilan exact, Bilan published) {
        CASES_OF.forEach((curve, total) -> {
            BigDecimal cases = exact.figure(curve).part(Axis.STATISTIC, "CASES");
            BigDecimal all = exact.figure(total).value();
            if (cases != null && all != null && cases.compareTo(all) == 0) {
                BigDecimal told = published
                        .find(curve)
                        .map(figure -> figure.part(Axis.STATISTIC, "CASES"))
                        .orElse(null);
                if (told != null) {
                    look(attacker, at + total, cases, told);
                }
            }
        });
        Figure weeks = exact.figure("pairs.alive-by-week");
        for (Part week : weeks.parts(Axis.WEEK)) {
            BigDecimal told = published
                    .find("pairs.alive-by-week")
                    .map(figure -> figure.part(Axis.WEEK, week.key()))
                    .orElse(null);
            if (told != null) {
                look(attacker, at + "week " + week.key(), week.value(), told);
            }
        }
        BigDecimal now = exact.figure("pairs.alive").value();
        if (!weeks.parts(Axis.WEEK).isEmpty()
                && now != null
                && now.compareTo(weeks.parts(Axis.WEEK).getLast().value()) == 0) {
            String last = at + "week " + weeks.parts(Axis.WEEK).getLast().key();
            attacker.isAtMost(last, at + "pairs.alive");
            attacker.isAtMost(at + "pairs.alive", last);
        }
    }

    /** Cases come and end date after date; those that go on were all seen to go on for longer than any that ended. */
    private static Map<String, Long> attackCurves(
            long seed, UnaryOperator<Figure> publication, BiFunction<Long, Long, BigDecimal> told) {
        Random random = new Random(seed);
        Attacker attacker = new Attacker();
        List<Integer> ended = new ArrayList<>();
        int open = 12;
        for (int date = 0; date < 8; date++) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                ended.add(random.nextInt(9));
            }
            open = Math.max(0, open + random.nextInt(7) - 3);
            Figure exact = curve(ended, open);
            Figure published = publication.apply(exact);
            BigDecimal cases = published.part(Axis.STATISTIC, "CASES");
            if (cases == null) {
                continue;
            }
            String at = date + " ";
            List<Part> points = published.parts(Axis.STILL);
            List<Long> possible = LongStream.rangeClosed(cases.longValue(), cases.longValue() + Secrecy.STEP - 1)
                    .filter(all -> points.stream()
                            .allMatch(point -> ends(all, point, told).findAny().isPresent()))
                    .boxed()
                    .toList();
            attacker.knows(at + "cases", possible.getFirst(), possible.getLast());
            String before = null;
            for (Part point : points) {
                List<Long> ends = possible.stream()
                        .flatMap(all -> ends(all, point, told).boxed())
                        .sorted()
                        .toList();
                String here = at + "ended by day " + point.key();
                attacker.knows(here, ends.getFirst(), ends.getLast());
                attacker.isAtMost(here, at + "cases");
                if (before != null) {
                    attacker.isAtMost(before, here);
                }
                before = here;
                for (int earlier = 0; earlier < date; earlier++) {
                    attacker.isAtMost(earlier + " ended by day " + point.key(), here);
                }
            }
        }
        return attacker.conclude();
    }

    private static LongStream ends(long cases, Part point, BiFunction<Long, Long, BigDecimal> told) {
        return LongStream.rangeClosed(0, cases)
                .filter(ended -> told.apply(cases, ended).compareTo(point.value()) == 0);
    }

    private static Figure curve(List<Integer> ended, int open) {
        Survival survival = new Survival();
        ended.forEach(days -> survival.ended(days, 1));
        survival.open(400, open);
        return DelayFigures.figure(Indicators.DELAY_CONTACT, survival);
    }

    /** In a bilan whose other figures are large enough to be told. */
    private static Figure asPublished(Figure curve) {
        List<Figure> figures = LARGE.figures().stream()
                .map(figure -> figure.indicator().code().equals(CURVE) ? curve : figure)
                .toList();
        return Secrecy.publish(new Bilan(LARGE.scope(), false, LARGE.events(), figures), Territory.NATION)
                .figure(CURVE);
    }

    private static Figure onlyRounded(Figure curve) {
        BigDecimal cases = Objects.requireNonNull(curve.part(Axis.STATISTIC, "CASES"));
        List<Part> points = new ArrayList<>();
        BigDecimal last = BigDecimal.ONE;
        for (Part point : curve.parts(Axis.STILL)) {
            if (last.subtract(point.value()).multiply(cases).compareTo(BigDecimal.valueOf(Secrecy.STEP)) >= 0) {
                points.add(new Part(point.key(), point.value().setScale(2, RoundingMode.HALF_UP)));
                last = point.value();
            }
        }
        Part all = new Part("CASES", step(cases.longValue()));
        return new Figure(
                curve.indicator(),
                curve.value(),
                cases.longValue() < 20
                        ? List.of()
                        : List.of(new Breakdown(Axis.STATISTIC, List.of(all)), new Breakdown(Axis.STILL, points)));
    }

    private static BigDecimal step(long count) {
        return BigDecimal.valueOf(count - count % Secrecy.STEP);
    }

    private static void look(
            Attacker attacker, String cell, @Nullable BigDecimal count, @Nullable BigDecimal published) {
        long truth = count == null ? 0 : count.longValueExact();
        if (published != null && published.scale() == EXACT) {
            attacker.knows(cell, truth, truth);
        } else {
            look(attacker, cell, truth, published != null);
        }
    }

    private static void look(Attacker attacker, String cell, long count, boolean told) {
        if (told) {
            long step = count - count % Secrecy.STEP;
            attacker.knows(cell, step, step + Secrecy.STEP - 1);
        } else if (count < Secrecy.STEP) {
            attacker.knows(cell, 0, Secrecy.STEP - 1);
        } else {
            attacker.knows(cell, Secrecy.STEP, Long.MAX_VALUE);
        }
    }

    private static Bilan onlySmallLeftOut(Bilan exact) {
        List<Figure> figures = exact.figures().stream()
                .map(figure -> new Figure(
                        figure.indicator(),
                        exactly(figure.value()),
                        figure.breakdowns().stream()
                                .filter(breakdown -> breakdown.axis() != Axis.SIDE_AND_REASON)
                                .map(breakdown -> new Breakdown(
                                        breakdown.axis(),
                                        breakdown.parts().stream()
                                                .filter(part -> part.value().longValue() >= Secrecy.STEP)
                                                .map(part -> new Part(
                                                        part.key(), part.value().setScale(EXACT)))
                                                .toList()))
                                .toList()))
                .toList();
        return new Bilan(exact.scope(), true, exact.events(), figures);
    }

    private static @Nullable BigDecimal exactly(@Nullable BigDecimal value) {
        return value == null || value.longValue() < Secrecy.STEP ? null : value.setScale(EXACT);
    }

    private static void isToldInSteps(BigDecimal value) {
        assertThat(value).isGreaterThanOrEqualTo(BigDecimal.valueOf(Secrecy.STEP));
        assertThat(value.remainder(BigDecimal.valueOf(Secrecy.STEP)).signum()).isZero();
    }

    private static String cell(String at, String code, Axis axis, String key) {
        return at + code + " " + axis + " " + key;
    }

    private static long edge(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 4;
            case 1 -> 5L * random.nextInt(6) + 4;
            case 2 -> random.nextInt(5);
            default -> random.nextInt(40);
        };
    }

    private static Map<String, Long> split(long total, int parts, Random random) {
        Map<String, Long> split = new TreeMap<>();
        long left = total;
        for (int part = 1; part < parts; part++) {
            long count = Math.min(left, edge(random));
            split.put("p" + part, count);
            left -= count;
        }
        split.put("rest", left);
        return split;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
