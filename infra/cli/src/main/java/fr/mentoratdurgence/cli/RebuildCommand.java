package fr.mentoratdurgence.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Read models of a service: lists them, rebuilds one and shows how far it is, or gives it up. The service does the work:
 * whoever leaves this command does not stop it.
 */
@Command(name = "rebuild", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;

    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--cancel", descriptionKey = "rebuild.cancel")
    private boolean cancel;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "SERVICE", descriptionKey = "rebuild.service")
    @Nullable
    String service;

    @Parameters(index = "1", paramLabel = "NOM", arity = "0..1", descriptionKey = "rebuild.nom")
    @Nullable
    String name;

    @Override
    public Integer call() {
        String path = Apis.ops(service, "read-models");
        Door door = where.door();
        if (name == null) {
            return list(door.get(Apis.OPS, path));
        }
        String one = path + "/" + name;
        if (dryRun) {
            JsonNode model = door.get(Apis.OPS, one);
            System.out.println(
                    where.json()
                            ? model.toString()
                            : Texts.say(
                                    cancel ? "rebuild.essai.annuler" : "rebuild.essai",
                                    String.valueOf(name),
                                    Texts.say("rebuild.etat."
                                            + model.path("state").asString())));
            return ExitCode.OK.code();
        }
        if (cancel) {
            return end(door.delete(Apis.OPS, one + "/rebuild"));
        }
        start(door, one + "/rebuild");
        return follow(door, one);
    }

    private int list(JsonNode models) {
        if (where.json()) {
            System.out.println(models);
        } else {
            for (JsonNode model : models) {
                System.out.printf(
                        "%-16s %-22s %s%n",
                        model.path("name").asString(),
                        Texts.say("rebuild.etat." + model.path("state").asString()),
                        String.join(
                                ", ",
                                model.path("tables")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList()));
            }
        }
        return ExitCode.OK.code();
    }

    private void start(Door door, String path) {
        try {
            var _ = door.post(Apis.OPS, path, Map.of());
            say("rebuild.lance", String.valueOf(service), String.valueOf(name));
        } catch (StepRefused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            say("rebuild.deja", String.valueOf(service), String.valueOf(name));
        }
    }

    private int follow(Door door, String path) {
        while (true) {
            JsonNode progress = door.get(Apis.OPS, path);
            if (!progress.path("state").asString().equals("RUNNING")) {
                return end(progress);
            }
            if (progress.path("secondsLeft").isNumber()) {
                say(
                        "rebuild.avance",
                        progress.path("position").asLong(),
                        progress.path("total").asLong(),
                        progress.path("eventsPerSecond").asLong(),
                        duration(progress.path("secondsLeft").asLong()));
            }
            Door.pause(GLANCE);
        }
    }

    private int end(JsonNode progress) {
        String state = progress.path("state").asString();
        if (where.json()) {
            System.out.println(progress);
        } else {
            System.out.println(Texts.say(
                    "rebuild.fin." + state,
                    String.valueOf(name),
                    progress.path("position").asLong(),
                    progress.path("cause").asString("")));
        }
        return state.equals("SWITCHED") || (cancel && state.equals("CANCELLED"))
                ? ExitCode.OK.code()
                : ExitCode.FAILED.code();
    }

    private void say(String key, Object... arguments) {
        if (!where.json()) {
            System.out.println(Texts.say(key, arguments));
        }
    }

    private static String duration(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        return left.toHours() > 0
                ? Texts.say("rebuild.heures", left.toHours(), left.toMinutesPart())
                : left.toMinutes() > 0
                        ? Texts.say("rebuild.minutes", left.toMinutes(), left.toSecondsPart())
                        : Texts.say("rebuild.secondes", left.toSeconds());
    }
}
