package fr.mentoratdurgence.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the clock of a rehearsed crisis forward, or says what it shows. */
@Command(name = "clock", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu, H 'h' mm", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));

    @Mixin
    private final Where where = new Where();

    @Option(names = "--days", paramLabel = "N", defaultValue = "0", descriptionKey = "clock.jours")
    long days;

    @Option(names = "--hours", paramLabel = "N", defaultValue = "0", descriptionKey = "clock.heures")
    long hours;

    @Override
    public Integer call() {
        Clock real = Clock.systemUTC();
        var shown = LocalClock.forward(where.folder(), Duration.ofDays(days).plusHours(hours), real);
        System.out.println(Texts.say("horloge.montre", SHOWN.format(shown)));
        return ExitCode.OK.code();
    }
}
