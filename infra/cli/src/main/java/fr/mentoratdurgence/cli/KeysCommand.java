package fr.mentoratdurgence.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that seal personal data: says under which one each service seals and what is still under an older one, seals
 * that anew while people work, and on this machine draws a new key or drops those that are of no use any more.
 */
@Command(name = "keys", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    @Mixin
    private final Reaching where = new Reaching();

    @ArgGroup
    @Nullable
    Act act;

    static final class Act {
        @Option(names = "--reseal", descriptionKey = "keys.reseal")
        private boolean reseal;

        @Option(names = "--new", descriptionKey = "keys.new")
        private boolean fresh;

        @Option(names = "--drop", descriptionKey = "keys.drop")
        private boolean drop;
    }

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "SERVICE", arity = "0..1", descriptionKey = "keys.service")
    @Nullable
    String service;

    @Override
    public Integer call() {
        List<String> services = service == null ? EraseCommand.PARTS : List.of(service);
        if (!EraseCommand.PARTS.containsAll(services)) {
            throw new LocalFailure("service.inconnu", services.getFirst(), String.join(", ", EraseCommand.PARTS));
        }
        if (act != null && act.fresh) {
            return draw(services);
        }
        Door door = where.door();
        if (act != null && act.reseal && !dryRun) {
            services.forEach(one -> door.post(Apis.OPS, Apis.ops(one, "keys/resealing"), Map.of()));
        }
        Map<String, JsonNode> keys = look(door, services);
        while (act != null
                && act.reseal
                && keys.values().stream().anyMatch(one -> one.path("running").asBoolean())) {
            Door.pause(GLANCE);
            keys = look(door, services);
        }
        if (act != null && act.drop) {
            return drop(keys);
        }
        if (where.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(keys));
        } else {
            keys.forEach((one, said) -> System.out.println(line(one, said)));
        }
        return act == null || keys.values().stream().allMatch(one -> total(one.path("left")) == 0)
                ? ExitCode.OK.code()
                : ExitCode.FAILED.code();
    }

    private static Map<String, JsonNode> look(Door door, List<String> services) {
        Map<String, JsonNode> keys = new TreeMap<>();
        services.forEach(one -> keys.put(one, door.get(Apis.OPS, Apis.ops(one, "keys"))));
        return keys;
    }

    private static String line(String service, JsonNode keys) {
        return Texts.say(
                keys.path("droppable").asBoolean() ? "cles.a.jour" : "cles.reste",
                service,
                keys.path("current").asString(),
                keys.path("known").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")),
                total(keys.path("left")),
                total(keys.path("lasting")),
                keys.path("unnamed").size());
    }

    private static long total(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    private int draw(List<String> services) {
        Secrets secrets = Secrets.in(here());
        for (String one : services) {
            System.out.println(
                    dryRun
                            ? Texts.say("cles.essai", one)
                            : Texts.say("cles.nouvelle", one, secrets.newKey("personal-data." + one)));
        }
        return ExitCode.OK.code();
    }

    private int drop(Map<String, JsonNode> keys) {
        Secrets secrets = Secrets.in(here());
        boolean all = true;
        for (Map.Entry<String, JsonNode> one : keys.entrySet()) {
            boolean droppable = one.getValue().path("droppable").asBoolean();
            all &= droppable;
            if (droppable && !dryRun) {
                secrets.dropOlderKeys("personal-data." + one.getKey());
            }
            System.out.println(
                    droppable
                            ? Texts.say(dryRun ? "cles.essai.oublier" : "cles.oubliees", one.getKey())
                            : line(one.getKey(), one.getValue()));
        }
        return all ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    /** Elsewhere the keys stand where all settings of the installation do. */
    private Path here() {
        if (where.elsewhere().isPresent()) {
            throw new LocalFailure("connexion.ici", "keys --new, keys --drop");
        }
        return where.here.folder();
    }
}
