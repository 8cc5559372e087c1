package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts that could not have their effect: lists them with their cause, tries one again, or gives it up. */
@Command(name = "dead-letters", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {

    @Mixin
    private final Reaching where = new Reaching();

    @ArgGroup
    @Nullable
    Act act;

    static final class Act {
        @Option(names = "--retry", paramLabel = "NUMERO", descriptionKey = "dead-letters.retry")
        @Nullable
        Long retry;

        @Option(names = "--set-aside", paramLabel = "NUMERO", descriptionKey = "dead-letters.set-aside")
        @Nullable
        Long setAside;
    }

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "SERVICE", arity = "0..1", descriptionKey = "dead-letters.service")
    @Nullable
    String service;

    @Override
    public Integer call() {
        if (act != null) {
            String path = Apis.ops(service, "dead-letters");
            return dryRun ? wouldAct(where.door(), act, path) : act(where.door(), act, path);
        }
        List<String> services = service == null ? Apis.services() : List.of(service);
        Map<String, String> paths = new TreeMap<>();
        services.forEach(one -> paths.put(one, Apis.ops(one, "dead-letters")));
        Door door = where.door();
        Map<String, JsonNode> waiting = new TreeMap<>();
        paths.forEach((one, path) -> waiting.put(one, door.get(Apis.OPS, path)));
        if (where.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(waiting));
        } else {
            list(waiting);
        }
        return ExitCode.OK.code();
    }

    private int wouldAct(Door door, Act asked, String path) {
        long number = Objects.requireNonNullElseGet(asked.retry, () -> Objects.requireNonNull(asked.setAside));
        JsonNode letters = door.get(Apis.OPS, path);
        List<JsonNode> meant = letters.valueStream()
                .filter(letter -> letter.path("id").asLong() == number)
                .toList();
        if (meant.isEmpty()) {
            System.out.println(Texts.say("attente.inconnu", Long.toString(number), String.valueOf(service)));
            return ExitCode.FAILED.code();
        }
        System.out.println(
                where.json()
                        ? meant.getFirst().toString()
                        : Texts.say(asked.retry != null ? "attente.essai" : "attente.essai.ecart")
                                + System.lineSeparator()
                                + said(String.valueOf(service), meant.getFirst()));
        return ExitCode.OK.code();
    }

    private static String said(String service, JsonNode letter) {
        return Texts.say(
                "attente.fait",
                service,
                String.valueOf(letter.path("id").asLong()),
                letter.path("topic").asString(),
                letter.path("key").asString(),
                letter.path("parkedAt").asString(),
                letter.path("cause").asString());
    }

    private int act(Door door, Act asked, String path) {
        boolean retried = asked.retry != null;
        JsonNode answer = retried
                ? door.post(Apis.OPS, path + "/" + asked.retry + "/retry", Map.of())
                : door.delete(Apis.OPS, path + "/" + asked.setAside);
        if (where.json()) {
            System.out.println(answer);
        } else {
            System.out.println(Texts.say(
                    retried ? "attente.soignes" : "attente.ecarte",
                    answer.path("healed").asInt()));
        }
        return ExitCode.OK.code();
    }

    private static void list(Map<String, JsonNode> waiting) {
        waiting.forEach((service, letters) -> letters.forEach(letter -> System.out.println(said(service, letter))));
        boolean none = waiting.values().stream().allMatch(JsonNode::isEmpty);
        System.out.println(Texts.say(none ? "attente.aucun" : "attente.que.faire"));
    }
}
