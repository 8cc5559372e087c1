package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.GATEWAY;
import static fr.mentoratdurgence.cli.Part.KEYCLOAK;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Ports;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether a run can have the ports that it asks for, and which ones it could have instead. */
final class PortChoice {
    private static final List<Part> OPENED_BY_BROWSERS = List.of(GATEWAY, KEYCLOAK);
    private static final int STEP = 100;
    /** Above, the highest port is one that the kernel gives to whoever connects somewhere (from 32768 on). */
    private static final int LAST = 13_000;

    private PortChoice() {}

    /** @throws LocalFailure that names the port, why not, and an offset whose ports are all free */
    static void check(LocalOptions options) {
        int offset = options.portOffset();
        LocalAddresses asked = new LocalAddresses(offset);
        // before the ports are tried: a browser refuses to open some of them, and only says so once all runs
        for (int port : asked.all()) {
            if (!Ports.possible(port)) {
                throw new LocalFailure("port.impossible", text(port), text(offset), text(free(offset)));
            }
        }
        for (Part part : OPENED_BY_BROWSERS) {
            if (Ports.refusedByBrowsers(asked.port(part))) {
                throw new LocalFailure(
                        "port.refuse", text(asked.port(part)), part.title(), text(offset), text(free(offset)));
            }
        }
        for (PartInstance instance : options.instances()) {
            asked.ports(instance).stream().filter(Ports::taken).findFirst().ifPresent(port -> {
                throw new LocalFailure("port.pris", text(port), instance.title(), text(free(offset)));
            });
        }
    }

    /** The smallest offset whose ports are free, and are neither the usual ones nor those of this offset. */
    static int free(int asked) {
        Set<Integer> avoided = new TreeSet<>(new LocalAddresses(0).all());
        avoided.addAll(new LocalAddresses(asked).all());
        return IntStream.iterate(STEP, offset -> offset <= LAST, offset -> offset + STEP)
                .filter(offset -> canBeHad(new LocalAddresses(offset), avoided))
                .findFirst()
                .orElseThrow(() -> new LocalFailure("port.aucun", text(LAST)));
    }

    private static boolean canBeHad(LocalAddresses other, Set<Integer> avoided) {
        return Collections.disjoint(other.all(), avoided)
                && OPENED_BY_BROWSERS.stream().noneMatch(part -> Ports.refusedByBrowsers(other.port(part)))
                && other.all().stream().noneMatch(Ports::taken);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
