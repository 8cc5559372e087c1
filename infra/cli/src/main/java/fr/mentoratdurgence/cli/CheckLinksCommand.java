package fr.mentoratdurgence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks whether the addresses of the library answer, from this machine, and tells it what answered. */
@Command(name = "check-links", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class CheckLinksCommand implements Callable<Integer> {
    private static final String ADDRESSES = "resource-addresses";

    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Override
    public Integer call() {
        Door door = where.door();
        JsonNode known = door.get(Apis.OPS, Apis.ops("followup", ADDRESSES));
        List<Map<String, Object>> looks = new ArrayList<>();
        try (LinkLook look = new LinkLook()) {
            for (JsonNode one : known) {
                String address = one.path("address").asString();
                boolean answers = look.answers(address);
                looks.add(Map.of("resource", one.path("resource").asString(), "address", address, "answers", answers));
                if (!where.json() && !answers) {
                    System.out.println(
                            Texts.say("liens.sans-reponse", one.path("resource").asString(), address));
                }
            }
        }
        JsonNode noted = dryRun
                ? JsonMapper.shared().valueToTree(looks)
                : door.post(Apis.OPS, Apis.ops("followup", ADDRESSES), Map.of("looks", looks));
        long broken = looks.stream().filter(one -> one.containsValue(false)).count();
        System.out.println(
                where.json()
                        ? noted.toString()
                        : Texts.say("liens.resultat", looks.size(), looks.size() - (int) broken, (int) broken));
        return broken == 0 ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }
}
