package fr.mentoratdurgence.scenario;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.local.LocalSystem;
import fr.mentoratdurgence.local.journey.Journey;
import fr.mentoratdurgence.local.journey.JourneyData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The whole system on the clock of the crisis, which scenarios put forward; started once for all of them, with the journey
 * of the demonstration played on it.
 */
final class RehearsedSystem {
    /** All ports stay below those that the machine gives to connections. */
    private static final int PORT_OFFSET = 12_000;

    private static final String MONDAY_AFTER_THE_HOLIDAYS = "2020-04-20T07:00:00Z";

    /** Started when somebody asks for it. */
    private static final class Shared {
        private static final RehearsedSystem ONE = start();
    }

    private final LocalSystem system;
    private final Door door;
    private final Collection<String> mentors;

    private RehearsedSystem(LocalSystem system, Door door, Collection<String> mentors) {
        this.system = system;
        this.door = door;
        this.mentors = mentors;
    }

    static RehearsedSystem get() {
        return Shared.ONE;
    }

    private static RehearsedSystem start() {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(Path.of("target", "six-weeks"))
                .shiftedBy(PORT_OFFSET)
                .with(Map.of("CLOCK_START", MONDAY_AFTER_THE_HOLIDAYS))
                .startingFresh();
        LocalSystem system = LocalSystem.start(options, RunningSystem.told());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        Door door = new Door(system.addresses(), Clock.systemUTC());
        Journey journey = new Journey(
                door,
                JourneyData.of(null, null, null),
                system.administratorPassword(),
                system.clock(),
                System.out::println);
        return new RehearsedSystem(
                system, door, List.copyOf(journey.play().logins().values()));
    }

    LocalSystem system() {
        return system;
    }

    Door door() {
        return door;
    }

    /** Logins of the mentors of the journey. */
    Collection<String> mentors() {
        return mentors;
    }

    LocalDate today() {
        return LocalDate.now(system.clock().withZone(ZoneId.of("Europe/Paris")));
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
}
