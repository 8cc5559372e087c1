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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** The whole system, started once for all scenario tests, with the journey of the demonstration played on it. */
final class RunningSystem {
    /** All ports stay below those that the machine gives to connections: one of these would be met by itself. */
    private static final int PORT_OFFSET = 11_000;

    /** What the run leaves. */
    static final Path FOLDER = Path.of("target", "system");

    /** Started when somebody asks for it, not by who needs another one. */
    private static final class Shared {
        private static final RunningSystem ONE = start();
    }

    private final LocalSystem system;
    private final JourneyResult journey;

    private RunningSystem(LocalSystem system, JourneyResult journey) {
        this.system = system;
        this.journey = journey;
    }

    static RunningSystem get() {
        return Shared.ONE;
    }

    private static RunningSystem start() {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(FOLDER)
                .shiftedBy(PORT_OFFSET)
                .with(Map.of("LETTERS_UNDO_WAIT", "0s"))
                .times(Map.of(Part.NEEDS, 2))
                .startingFresh();
        LocalSystem system = LocalSystem.start(options, told());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        Door door = new Door(system.addresses(), Clock.systemUTC());
        Journey journey = new Journey(
                door,
                JourneyData.of(null, null, null),
                system.administratorPassword(),
                Clock.system(ZoneId.of("Europe/Paris")),
                System.out::println);
        return new RunningSystem(system, journey.play());
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
