package fr.mentoratdurgence.reporting.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.bilan.Territory;
import fr.mentoratdurgence.reporting.segments.KilledSeason;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import fr.mentoratdurgence.reporting.segments.SegmentFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has the folder of an operation gets its figures, to the last digit, with nothing else running. */
class SealedReplayTest {
    private static final Instant END = LocalDate.ofInstant(KilledSeason.END, ZoneOffset.UTC)
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .minusMillis(1);

    @TempDir
    private static Path folder;

    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void a_season_is_sealed() {
        var _ = KilledSeason.undisturbed(folder);
    }

    @Test
    void the_figures_of_the_end_are_those_of_the_season(@TempDir Path other) throws IOException {
        Bilan expected = Season.bilan(KilledSeason.SEASON, Scope.at(END));
        Path text = other.resolve("bilan.txt");

        assertThat(replay("", "", "", text.toString())).isTrue();

        assertThat(said).contains("  chiffres exacts : empreinte " + expected.hash());
        assertThat(Files.readString(text)).isEqualTo(expected.canonicalText());
    }

    @Test
    void an_earlier_instant_a_day_and_a_territory_can_be_asked() throws IOException {
        Instant asOf = KilledSeason.SEASON.get(KilledSeason.SEASON.size() / 2).at();
        LocalDate until = LocalDate.ofInstant(asOf, ZoneOffset.UTC).minusDays(2);
        Territory territory = Territory.parse("departement-94").orElseThrow();
        Bilan expected = Season.bilan(KilledSeason.SEASON, new Scope(asOf, until, territory));

        assertThat(replay(asOf.toString(), until.toString(), "departement-94", ""))
                .isTrue();

        assertThat(said).contains("  chiffres exacts : empreinte " + expected.hash());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        2031-01-01, '', '',          Les jours scellés vont jusqu’au
        2019-01-01, '', '',          Les jours scellés commencent au 2020-04-20
        hier,       '', '',          n’est pas lisible
        '',         11 mai, '',      Écrivez par exemple 2020-05-11
        '',         '', la lune,     Ce territoire n’existe pas
        """)
    void what_cannot_be_answered_says_what_can(String asOf, String until, String territory, String words)
            throws IOException {
        assertThat(replay(asOf, until, territory, "")).isFalse();
        assertThat(said.getLast()).contains(words);
    }

    @Test
    void the_day_after_the_last_sealed_one_is_not_answered_with_the_day_before() throws IOException {
        LocalDate after = LocalDate.ofInstant(END, ZoneOffset.UTC).plusDays(1);

        assertThat(replay(after.toString(), "", "", "")).isFalse();

        assertThat(said.getLast()).contains("Les jours scellés vont jusqu’au " + END);
        assertThat(replay(after + "T00:00:00Z", "", "", "")).isFalse();
    }

    @Test
    void the_end_that_is_named_can_be_asked() throws IOException {
        assertThat(replay(END.toString(), "", "", "")).isTrue();
    }

    @Test
    void a_manifest_that_lost_its_end_says_which_line_is_missing(@TempDir Path other) throws IOException {
        SealedHistory cut = KilledSeason.undisturbed(other);
        Path manifest = other.resolve("manifest.jsonl");
        List<String> lines = Files.readAllLines(manifest);
        String lost = cut.manifest().lines().getLast().file();
        Files.write(manifest, lines.subList(0, lines.size() - 1));

        assertThatThrownBy(() -> new SealedReplay((_, _) -> {}).run(new SealedReplay.Asked(other, "", "", "", "")))
                .isInstanceOfSatisfying(
                        SegmentFault.class,
                        fault -> assertThat(Told.say(
                                        "faute." + fault.fault(), fault.inFull().toArray()))
                                .contains("a perdu sa fin", "ligne " + (lines.size() - 1), lost));

        Files.delete(manifest);
        assertThatThrownBy(() -> new SealedReplay((_, _) -> {}).run(new SealedReplay.Asked(other, "", "", "", "")))
                .hasMessageContaining("SEGMENT_UNNAMED");
    }

    @Test
    void a_folder_without_sealed_days_is_named(@TempDir Path empty) {
        assertThatThrownBy(() -> new SealedReplay((_, _) -> {}).run(new SealedReplay.Asked(empty, "", "", "", "")))
                .isInstanceOf(SegmentFault.class)
                .hasMessageContaining("NOTHING_SEALED");
    }

    private boolean replay(String asOf, String until, String territory, String text) throws IOException {
        return new SealedReplay((key, arguments) -> said.add(Told.say(key, arguments)))
                .run(new SealedReplay.Asked(folder, asOf, until, territory, text));
    }
}
