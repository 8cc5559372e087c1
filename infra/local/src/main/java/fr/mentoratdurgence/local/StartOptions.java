package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a start, and the system that they ask for. */
final class StartOptions {
    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--exit")
    private boolean exit;

    @Option(names = "--settings", paramLabel = "FICHIER")
    @Nullable
    Path settings;

    @Option(names = "--instances", paramLabel = "PARTIE=N", split = ",")
    private Map<Part, Integer> instances = Map.of();

    boolean fresh() {
        return fresh;
    }

    boolean exit() {
        return exit;
    }

    LocalOptions options(Where where, Progress progress) {
        LocalOptions usual = where.options();
        Path file = settings == null ? usual.directory().resolve(Settings.FILE) : settings;
        if (settings != null && !Files.isReadable(file)) {
            throw new LocalFailure("fichier.illisible", file);
        }
        Map<String, String> given = Settings.of(file, System.getenv());
        if (!given.isEmpty()) {
            progress.say(Texts.say("reglages.donnes", String.join(", ", new TreeSet<>(given.keySet()))));
        }
        for (String slip : Settings.slips(System.getenv())) {
            progress.say(Texts.say("reglage.variable", slip, String.join(", ", Settings.NAMES)));
        }
        instances.forEach((part, count) -> {
            if (!Part.APPLICATIONS.contains(part) || count < 1 || count > PartInstance.MOST) {
                throw new LocalFailure("instances.nombre", part.id(), count, PartInstance.MOST);
            }
        });
        LocalOptions options = usual.with(given).times(instances);
        return fresh ? options.startingFresh() : options;
    }
}
