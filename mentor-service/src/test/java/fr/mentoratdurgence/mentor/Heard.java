package fr.mentoratdurgence.mentor;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Facts of other services, as the inbox gets them. */
final class Heard {
    private Heard() {}

    static ReceivedEvent event(String subject, Object contract) {
        return ReceivedEvent.parse(new String(
                CloudEvents.envelope(
                        "event-" + UUID.randomUUID(),
                        "/test",
                        ContractTypes.nameOf(contract.getClass()),
                        subject,
                        Instant.now(),
                        0,
                        Map.of("actor", Tokens.account("referente-19"), "role", "referent", "correlationId", "test"),
                        contract),
                UTF_8));
    }
}
