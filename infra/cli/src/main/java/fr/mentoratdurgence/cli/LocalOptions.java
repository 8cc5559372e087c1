package fr.mentoratdurgence.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to run the system.
 *
 * @param home the checkout: where the built modules and the realm are
 * @param directory what this run keeps: data, logs, secrets
 * @param portOffset added to every usual port
 * @param fresh forget what an earlier run left in the directory
 * @param environment more environment for the applications, for instance {@code CLOCK_START}
 * @param parts which parts to start, for instance without the service that runs in a debugger
 * @param counts how many processes of an application, where that is more than one
 */
public record LocalOptions(
        Path home,
        Path directory,
        int portOffset,
        boolean fresh,
        Map<String, String> environment,
        Set<Part> parts,
        Map<Part, Integer> counts) {
    /** The usual run of this checkout, with its data under {@code var}. */
    public static LocalOptions of(Path home) {
        return new LocalOptions(home, home.resolve("var"), 0, false, Map.of(), Set.of(Part.values()), Map.of());
    }

    /** Whether somebody works in a checkout, or with the script of one. */
    static boolean inCheckout() {
        return checkout().isPresent();
    }

    /** The checkout that contains the working directory. */
    public static Path enclosingCheckout() {
        return checkout()
                .orElseThrow(
                        () -> new LocalFailure("depot.introuvable", Path.of("").toAbsolutePath()));
    }

    private static Optional<Path> checkout() {
        String given = System.getProperty("mentorat.home");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("infra").resolve("local"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The same with another directory. */
    public LocalOptions in(Path other) {
        return new LocalOptions(home, other, portOffset, fresh, environment, parts, counts);
    }

    /** The same on other ports. */
    public LocalOptions shiftedBy(int offset) {
        return new LocalOptions(home, directory, offset, fresh, environment, parts, counts);
    }

    /** The same, starting from nothing. */
    public LocalOptions startingFresh() {
        return new LocalOptions(home, directory, portOffset, true, environment, parts, counts);
    }

    /** The same with more environment for the applications. */
    public LocalOptions with(Map<String, String> more) {
        return new LocalOptions(home, directory, portOffset, fresh, Map.copyOf(more), parts, counts);
    }

    /** The same with these parts only. */
    public LocalOptions only(Set<Part> chosen) {
        return new LocalOptions(home, directory, portOffset, fresh, environment, Set.copyOf(chosen), counts);
    }

    /** The same with so many processes of an application. */
    public LocalOptions times(Map<Part, Integer> more) {
        return new LocalOptions(home, directory, portOffset, fresh, environment, parts, Map.copyOf(more));
    }

    /** The processes of one part. */
    public List<PartInstance> instances(Part part) {
        return PartInstance.of(part, counts.getOrDefault(part, 1)).toList();
    }

    /** All processes. */
    public List<PartInstance> instances() {
        return parts.stream().sorted().flatMap(part -> instances(part).stream()).toList();
    }
}
