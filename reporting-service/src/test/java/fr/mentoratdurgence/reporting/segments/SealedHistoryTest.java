package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedHistoryTest {
    private static final String OPERATION = "spring";
    private static final List<Told> SEASON = season();

    /** Figures that analysts can work out with SQL alone. */
    private static final Set<String> BY_SQL = Set.of(
            "places.asked",
            "places.qualified",
            "places.covered",
            "needs.declared",
            "needs.qualified",
            "needs.withdrawn",
            "mentors.applied",
            "mentors.screened",
            "mentors.refused",
            "mentors.active",
            "mentors.withdrawn",
            "proposals.made",
            "proposals.accepted",
            "proposals.declined",
            "proposals.expired",
            "pairs.opened",
            "pairs.alive",
            "pairs.first-contact-confirmed",
            "pairs.first-contact-overdue",
            "pairs.interrupted",
            "pairs.closed-as-planned",
            "pairs.closed-early",
            "sessions.held",
            "sessions.missed",
            "sessions.hours",
            "delay.need-to-pair.median",
            "events.heard",
            "events.unknown",
            "events.unreadable");

    /** Figures that they can work out by these axes. */
    private static final Set<String> TIES = Set.of(
            "associations.applied",
            "associations.activated",
            "associations.pairs",
            "continuations.proposed",
            "continuations.agreed",
            "continuations.declined",
            "equity.floor");

    private static final Set<Axis> TIE_AXES = Set.of(Axis.MEMBER_ASSOCIATION, Axis.PRIORITY_AUDIENCE);

    private static final Instant END = SEASON.getLast().at();

    @TempDir
    Path folder;

    @Test
    void sealed_days_say_what_the_facts_say() {
        SealedHistory sealed = sealAll(folder, SEASON);

        assertThat(hash(sealed, END)).isEqualTo(Season.bilan(SEASON, END).hash());
        assertThat(Bilans.of(sealed.ledger(Cut.at(END), 4), END).hash())
                .isEqualTo(Season.bilan(SEASON, END).hash());
        assertThat(Bilans.of(sealed.ledger(Cut.at(END), 4), Scope.at(END)).hash())
                .isEqualTo(Season.bilan(SEASON, Scope.at(END)).hash());
        Instant halfWay = SEASON.get(SEASON.size() / 2).at();
        assertThat(hash(sealed, halfWay))
                .isEqualTo(Season.bilan(SEASON, halfWay).hash());
        assertThat(sealed.manifest().lines().stream().mapToLong(Line::facts).sum())
                .isEqualTo(SEASON.size());
    }

    @Test
    void two_clocks_are_asked_of_segments_too() {
        SealedHistory sealed = sealAll(folder, SEASON);
        LocalDate day = LocalDate.ofInstant(SEASON.get(SEASON.size() / 2).at(), ZoneOffset.UTC);
        Cut cut = new Cut(END, day);

        assertThat(Bilans.of(sealed.ledger(cut, 1), END).hash())
                .isEqualTo(Bilans.of(Season.ledger(SEASON, cut), END).hash());
    }

    @Test
    void sql_over_the_segments_gives_the_figures_of_the_folds() throws SQLException {
        SealedHistory sealed = sealAll(folder, SEASON);
        Map<String, BigDecimal> expected = new TreeMap<>();
        Season.bilan(SEASON, Scope.at(END)).figures().stream()
                .filter(figure -> BY_SQL.contains(figure.indicator().code())
                        || TIES.contains(figure.indicator().code()))
                .forEach(figure -> {
                    String code = figure.indicator().code();
                    expected.put(code, figure.value() == null ? BigDecimal.ZERO : figure.value());
                    figure.breakdowns().stream()
                            .filter(breakdown ->
                                    BY_SQL.contains(figure.indicator().code()) || TIE_AXES.contains(breakdown.axis()))
                            .forEach(breakdown -> breakdown
                                    .parts()
                                    .forEach(part -> expected.put(
                                            code + ' ' + breakdown.axis().code() + ' ' + part.key(), part.value())));
                });

        try (Analysis analysis = Analysis.open(sealed, 1, "512MB")) {
            Map<String, BigDecimal> figures = analysis.figures();
            expected.values().removeIf(value -> value.signum() == 0);
            assertThat(figures.keySet()).isEqualTo(expected.keySet());
            expected.forEach(
                    (name, value) -> assertThat(figures.get(name)).as(name).isEqualByComparingTo(value));
        }
    }

    @Test
    void the_analysts_door_takes_one_question_and_nothing_that_writes(@TempDir Path elsewhere) throws Exception {
        SealedHistory sealed = sealAll(folder, SEASON.subList(0, 200));
        Path day = sealed.file(sealed.manifest().lines().getFirst());
        byte[] before = Files.readAllBytes(day);
        String overwrite = "copy (select 1) to " + Duck.quoted(day) + " (format parquet, use_tmp_file false)";
        String inText = overwrite.replace("'", "''");

        try (Analysis analysis = Analysis.open(sealed, 1, "512MB")) {
            for (String sql : List.of(
                    "copy (select 1) to " + Duck.quoted(elsewhere.resolve("x.csv")),
                    overwrite,
                    "with x as (" + overwrite + ") select 1",
                    "/* select */ with x as materialized (" + overwrite + ") -- select\nselect 1",
                    "select * from (with x as (" + overwrite + ") select 1)",
                    "select * from query('with x as (" + inText + ") select 1')",
                    "select * from query('" + inText + "')",
                    "explain analyze " + overwrite,
                    "with x as (insert into no_fact (id) values ('x') returning id) select * from x",
                    "with x as (delete from no_fact returning id) select * from x",
                    "export database " + Duck.quoted(elsewhere.resolve("all")),
                    "attach " + Duck.quoted(elsewhere.resolve("x.db")) + " as other",
                    "install httpfs",
                    "load json",
                    "pragma version",
                    "set threads = 1",
                    "set enable_external_access = true",
                    "drop view facts",
                    "create table mine as select 1",
                    "call pragma_version()",
                    "checkpoint",
                    "prepare later as select 1",
                    "select 1; select 2",
                    "select 1; drop view facts",
                    "",
                    " ; ")) {
                assertThatThrownBy(() -> analysis.question(sql)).as(sql).isInstanceOf(Analysis.NotAQuestion.class);
            }
            for (String sql : List.of(
                    "selec 1",
                    "select nothing from facts",
                    "select * from read_csv('/etc/passwd')",
                    "select content from read_text('/etc/passwd')",
                    "select content from read_text(" + Duck.quoted(folder.resolve(Manifest.FILE)) + ")",
                    "select * from glob('/etc/*')",
                    "select * from '/etc/passwd'",
                    "select getenv('HOME')")) {
                assertThatThrownBy(() -> {
                            try (var question = analysis.question(sql)) {
                                question.executeQuery();
                            }
                        })
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .isNotInstanceOf(Analysis.NotAQuestion.class);
            }
            for (String sql : List.of(
                    "select count(*) from facts; -- drop view facts",
                    "from facts limit 1",
                    "show tables",
                    "describe facts",
                    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select * from n",
                    "select 'copy; drop; COPY_QUERY_NODE' union all select type from facts limit 1",
                    "values (1)")) {
                try (var question = analysis.question(sql);
                        var rows = question.executeQuery()) {
                    assertThat(rows.next()).as(sql).isTrue();
                }
            }
        }
        assertThat(Files.readAllBytes(day)).isEqualTo(before);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void the_same_facts_give_the_same_bytes(@TempDir Path other) {
        Random random = new Random(5);
        List<Told> delivered = new ArrayList<>(SEASON);
        Collections.shuffle(delivered, random);

        SealedHistory here = sealAll(folder, SEASON);
        SealedHistory there = sealAll(other, delivered);

        assertThat(there.manifest().hash()).isEqualTo(here.manifest().hash());
        assertThat(there.manifest().lines()).isEqualTo(here.manifest().lines());
    }

    @Test
    void what_comes_after_its_day_was_sealed_makes_a_second_part() {
        List<Told> punctual =
                SEASON.stream().filter(told -> !told.id().startsWith("7")).toList();
        SealedHistory sealed = sealAll(folder, punctual);
        assertThat(punctual.size()).isLessThan(SEASON.size());

        sealAll(folder, SEASON);

        assertThat(sealed.manifest().lines()).anyMatch(line -> line.part() == 2).noneMatch(line -> line.part() > 2);
        assertThat(hash(sealed, END)).isEqualTo(Season.bilan(SEASON, END).hash());
        String before = sealed.manifest().hash();
        sealAll(folder, SEASON);
        assertThat(sealed.manifest().hash()).as("nothing is left to seal").isEqualTo(before);
    }

    @Test
    void a_segment_that_was_sealed_by_a_build_that_read_otherwise_is_read_from_its_bodies() throws IOException {
        SealedHistory sealed = sealAll(folder, SEASON);
        List<Line> lines = sealed.manifest().lines();
        Files.delete(folder.resolve(Manifest.FILE));
        Manifest older = Manifest.read(new Folder(folder));
        for (Line line : lines) {
            older.append(
                    folder.resolve(line.file()),
                    new Line(
                            line.operation(),
                            line.day(),
                            line.part(),
                            line.file(),
                            line.sha256(),
                            line.facts(),
                            line.first(),
                            line.last(),
                            line.part() + line.reading(),
                            line.sources(),
                            line.types(),
                            line.codes(),
                            older.hash()));
        }

        assertThat(hash(sealed, END)).isEqualTo(Season.bilan(SEASON, END).hash());
    }

    @Test
    void a_changed_byte_a_missing_file_and_a_file_of_another_operation_are_told(@TempDir Path other)
            throws IOException {
        SealedHistory sealed = sealAll(folder, SEASON.subList(0, 300));
        Path file = sealed.file(sealed.manifest().lines().get(1));
        byte[] bytes = Files.readAllBytes(file);

        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        refuses(sealed, Code.SEGMENT_CHANGED);

        Files.delete(file);
        refuses(sealed, Code.SEGMENT_MISSING);

        SealedHistory autumn = new SealedHistory(other, "autumn");
        days(SEASON).forEach(day -> autumn.seal(day, source(SEASON)));
        Files.copy(autumn.file(autumn.manifest().lines().get(1)), file);
        refuses(sealed, Code.OTHER_OPERATION);

        Files.write(file, bytes);
        sealed.check((_, _) -> {});
    }

    @Test
    void a_manifest_with_a_changed_byte_is_told() throws IOException {
        SealedHistory sealed = sealAll(folder, SEASON.subList(0, 300));
        Path manifest = folder.resolve(Manifest.FILE);
        String text = Files.readString(manifest);

        Files.writeString(manifest, text.replaceFirst("\"facts\":\\d+", "\"facts\":1"));
        refuses(sealed, Code.MANIFEST_CHANGED);
        Files.writeString(manifest, text.substring(text.indexOf('\n') + 1));
        refuses(sealed, Code.MANIFEST_CHANGED);
        Files.writeString(manifest, text + "{");
        refuses(sealed, Code.MANIFEST_CHANGED);
    }

    private static void refuses(SealedHistory sealed, Code code) {
        assertThatThrownBy(() -> sealed.check((_, _) -> {}))
                .asInstanceOf(type(SegmentFault.class))
                .extracting(SegmentFault::fault)
                .isEqualTo(code);
    }

    private static String hash(SealedHistory sealed, Instant asOf) {
        return Bilans.of(sealed.ledger(Cut.at(asOf), 1), asOf).hash();
    }

    static SealedHistory sealAll(Path folder, List<Told> delivered) {
        SealedHistory sealed = new SealedHistory(folder, OPERATION);
        days(delivered).forEach(day -> sealed.seal(day, source(delivered)));
        return sealed;
    }

    static SortedSet<LocalDate> days(List<Told> told) {
        TreeSet<LocalDate> days = new TreeSet<>();
        told.forEach(fact -> days.add(LocalDate.ofInstant(fact.at(), ZoneOffset.UTC)));
        return days;
    }

    /** What the table gives: the facts of a day in canonical order. */
    static SealedHistory.Source source(List<Told> delivered) {
        return (day, taker) -> {
            Stream<Told> ofDay = delivered.stream()
                    .filter(told ->
                            LocalDate.ofInstant(told.at(), ZoneOffset.UTC).equals(day))
                    .sorted(Comparator.comparing(Told::at)
                            .thenComparing(Told::source)
                            .thenComparing(Told::subject)
                            .thenComparingLong(Told::sequence));
            for (Told told : ofDay.toList()) {
                RawFact fact = told.fact();
                taker.take(fact);
            }
        };
    }

    private static List<Told> season() {
        List<Told> season = new ArrayList<>(Season.tied(11, 25));
        Told first = season.getFirst();
        season.add(Season.told(
                "needs",
                "needs.need-blessed.v7",
                "need-of-tomorrow",
                0,
                first.at().plusSeconds(9),
                "{\"by\":7}"));
        season.add(Season.told(
                "needs",
                "needs.need-declared.v1",
                "need-out-of-shape",
                0,
                first.at().plusSeconds(8),
                "[]"));
        season.sort(Comparator.comparing(Told::at));
        return season;
    }
}
