package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.ToolProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Looks for personal data every night where there must be none, as {@code verify --personal-data} does, in a process of
 * its own. What it says stands in a file of the run, by place and rule and never in the words found; the last line,
 * which counts, is told in the journal and by {@code status}.
 */
final class NightlySearch {
    static final String NEVER = "never";

    private static final String USUAL = "03:30";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String HEAP = "1g";
    /** A machine that slept wakes late: the hour is looked at again this often. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Optional<LocalTime> hour;
    private final Path said;
    private final Progress progress;
    private final Clock clock;
    private final ToIntFunction<Path> search;

    /** @param search writes what it finds to a file; 0 where that is nothing */
    NightlySearch(String hour, Path said, Progress progress, Clock clock, ToIntFunction<Path> search) {
        this.hour = hour(hour);
        this.said = said;
        this.progress = progress;
        this.clock = clock;
        this.search = search;
    }

    /** @throws LocalFailure where the hour cannot be read */
    static NightlySearch beside(LocalOptions options, LocalAddresses addresses, Progress progress) {
        return new NightlySearch(
                options.environment().getOrDefault(Settings.VERIFY_AT, USUAL),
                new RunFolder(options.directory()).personalData(),
                progress,
                Clock.systemUTC(),
                file -> ToolProcess.beside(options, addresses).run(HEAP, List.of("verify", "--personal-data"), file));
    }

    private static Optional<LocalTime> hour(String text) {
        if (text.equals(NEVER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException _) {
            throw new LocalFailure("reglage.heure");
        }
    }

    void begin(BooleanSupplier over) {
        hour.ifPresent(at -> Thread.ofVirtual().name("nightly-search").start(() -> everyNight(at, over)));
    }

    private void everyNight(LocalTime at, BooleanSupplier over) {
        Instant next = next(at, clock.instant());
        try {
            while (!over.getAsBoolean()) {
                Duration left = Duration.between(clock.instant(), next);
                if (left.isPositive()) {
                    Thread.sleep(left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left);
                } else {
                    run();
                    next = next(at, clock.instant());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** When it is this hour in Paris for the next time. */
    static Instant next(LocalTime at, Instant now) {
        ZonedDateTime today = now.atZone(PARIS).with(at);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    void run() {
        try {
            Path running = PrivateFiles.file(said.resolveSibling(said.getFileName() + ".part"));
            int code = search.applyAsInt(running);
            Files.move(running, said, StandardCopyOption.REPLACE_EXISTING);
            List<String> lines = Files.readAllLines(said);
            progress.say(
                    code == 0
                            ? Texts.say("nuit.rien")
                            : Texts.say("nuit.trouve", lines.isEmpty() ? "" : lines.getLast(), said));
        } catch (IOException | UncheckedIOException | LocalFailure failure) {
            progress.say(Texts.say("nuit.echec", failure));
        }
    }
}
