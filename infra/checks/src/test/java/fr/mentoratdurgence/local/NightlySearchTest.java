package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.PartInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class NightlySearchTest {
    private final List<String> said = new ArrayList<>();

    @TempDir
    Path logs;

    private Path file = Path.of("");

    @BeforeEach
    void in_the_folder_of_logs() {
        file = logs.resolve("personal-data.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T01:00:00Z, 2026-11-29T02:30:00Z",
        "2026-11-29T02:30:00Z, 2026-11-30T02:30:00Z",
        "2026-07-01T01:00:00Z, 2026-07-01T01:30:00Z",
        // the night in which this hour does not exist
        "2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z"
    })
    void it_is_due_at_its_hour_of_paris(Instant now, Instant due) {
        assertThat(NightlySearch.next(LocalTime.of(3, 30), now)).isEqualTo(due);
    }

    @Test
    void what_is_found_is_kept_in_a_file_and_told_in_one_line_of_counts() {
        search("03:30", writing("""
                                Trouvé : needs.need.note, règle nom, 2 fois, par exemple a1b2
                                2 endroits à regarder.
                                """, 1)).run();

        assertThat(said).singleElement().asString().contains("2 endroits à regarder.", file.toString());
        assertThat(file).content().contains("règle nom");
        assertThat(logs).isDirectoryContaining(found -> found.equals(file));
        assertThat(logs).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_quiet_night_is_told_too() {
        search("03:30", writing("Aucune donnée personnelle trouvée.\n", 0)).run();

        assertThat(said).singleElement().asString().contains("rien trouvé");
    }

    @Test
    void a_search_that_cannot_run_is_told_and_tried_again_the_next_night() {
        search("03:30", _ -> {
                    throw new UncheckedIOException(new IOException("no room"));
                })
                .run();

        assertThat(said).singleElement().asString().contains("n’a pas eu lieu", "no room");
    }

    @Test
    void whoever_wants_none_says_never() {
        search(NightlySearch.NEVER, _ -> 0).begin(() -> false);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "", "nuit"})
    void an_hour_that_cannot_be_read_is_refused_before_anything_starts(String hour) {
        assertThatThrownBy(() -> search(hour, _ -> 0))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("VERIFY_AT");
    }

    private NightlySearch search(String hour, ToIntFunction<Path> search) {
        return new NightlySearch(hour, file, hearing(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), search);
    }

    private static ToIntFunction<Path> writing(String text, int code) {
        return file -> {
            try {
                Files.writeString(file, text);
                return code;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Progress hearing() {
        return new Progress() {
            @Override
            public void say(String sentence) {
                said.add(sentence);
            }

            @Override
            public void starts(PartInstance part) {}

            @Override
            public void ready(PartInstance part, Duration took) {}
        };
    }
}
