package fr.mentoratdurgence.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Invites the first coordinator of a new installation by letter; once, who invites all others. */
@Command(name = "invite-coordinator", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class InviteCoordinatorCommand implements Callable<Integer> {
    @Mixin
    private final Reaching where = new Reaching();

    @Parameters(index = "0", paramLabel = "ADRESSE", descriptionKey = "invite-coordinator.adresse")
    @Nullable
    String address;

    @Override
    public Integer call() {
        JsonNode invited = where.door()
                .post(
                        Apis.OPS,
                        Apis.ops("followup", "first-coordinator"),
                        Map.of("email", address == null ? "" : address));
        System.out.println(where.json() ? invited.toString() : Texts.say("premiere.invitee"));
        return ExitCode.OK.code();
    }
}
