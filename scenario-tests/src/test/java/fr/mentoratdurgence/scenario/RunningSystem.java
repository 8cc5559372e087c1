package fr.mentoratdurgence.scenario;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.local.LocalSystem;
import fr.mentoratdurgence.local.Progress;
import fr.mentoratdurgence.local.journey.Journey;
import fr.mentoratdurgence.local.journey.JourneyData;
import fr.mentoratdurgence.local.journey.JourneyResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The whole system, started once for all scenario tests, with the journey of the demonstration played on it. It lives on
 * the clock of the crisis: the same days of school and of holidays whenever the tests run, and scenarios put it forward.
 * They run by name, so that those which live through weeks come last.
 */
final class RunningSystem {
    /** All ports stay below those that the machine gives to connections: one of these would be met by itself. */
    private static final int PORT_OFFSET = 11_000;

    private static final String MONDAY_AFTER_THE_HOLIDAYS = "2020-04-20T07:00:00Z";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What the run leaves. */
    static final Path FOLDER = Path.of("target", "system");

    /** Started when somebody asks for it, not by who needs another one. */
    private static final class Shared {
        private static final RunningSystem ONE = start();
    }

    private final LocalSystem system;
    private final Door door;
    private final JourneyResult journey;

    private RunningSystem(LocalSystem system, Door door, JourneyResult journey) {
        this.system = system;
        this.door = door;
        this.journey = journey;
    }

    static RunningSystem get() {
        return Shared.ONE;
    }

    private static RunningSystem start() {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(FOLDER)
                .shiftedBy(PORT_OFFSET)
                .with(Map.of(
                        "CLOCK_START",
                        MONDAY_AFTER_THE_HOLIDAYS,
                        "LETTERS_UNDO_WAIT",
                        "0s",
                        // how far each service is, by which a remote verification knows what is complete
                        "MENTORAT_PUBLISHER_POSITION_EVERY",
                        "5s"))
                .times(Map.of(Part.NEEDS, 2))
                .startingFresh();
        LocalSystem system = LocalSystem.start(options, told());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        Door door = new Door(system.addresses(), Clock.systemUTC());
        Journey journey = new Journey(
                door,
                JourneyData.of(null, null, null),
                system.administratorPassword(),
                system.clock().withZone(PARIS),
                System.out::println);
        return new RunningSystem(system, door, journey.play());
    }

    /** The test log shows how a start goes. */
    static Progress told() {
        return new Told();
    }

    LocalSystem system() {
        return system;
    }

    LocalAddresses addresses() {
        return system.addresses();
    }

    Door door() {
        return door;
    }

    /** Logins of the mentors of the journey. */
    Collection<String> mentors() {
        return journey.logins().values();
    }

    /** In the time of the crisis. */
    Instant now() {
        return system.clock().instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), PARIS);
    }

    /** All that the bilan counts, and each part of it: {@code code} and {@code code[part]}. */
    Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (JsonNode figure : door.get("analyste", "/api/reporting/v1/bilan").path("figures")) {
            String code = figure.path("code").asString();
            figures.put(code, value(figure));
            for (JsonNode breakdown : figure.path("breakdowns")) {
                breakdown
                        .path("parts")
                        .forEach(part ->
                                figures.put(code + "[" + part.path("key").asString() + "]", value(part)));
            }
        }
        return figures;
    }

    private static BigDecimal value(JsonNode figure) {
        return figure.path("value").isNumber() ? figure.path("value").decimalValue() : BigDecimal.ZERO;
    }

    /** What this account logs in with: a mentor of the journey has a name that was drawn. */
    String login(String account) {
        return journey.logins().getOrDefault(account, account);
    }

    JourneyResult journey() {
        return journey;
    }

    private static final class Told implements Progress {
        @Override
        public void say(String sentence) {
            System.out.println(sentence);
        }

        @Override
        public void starts(PartInstance part) {}

        @Override
        public void ready(PartInstance part, Duration took) {
            System.out.println(part.id() + " ready after " + took.toMillis() + " ms");
        }
    }
}
