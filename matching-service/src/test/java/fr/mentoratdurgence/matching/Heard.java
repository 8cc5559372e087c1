package fr.mentoratdurgence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.kafka.core.KafkaTemplate;

/** Tells this service what the others would tell it. */
final class Heard {
    private final KafkaTemplate<String, byte[]> kafka;

    Heard(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    void tell(String topic, String subject, Object contract) {
        try {
            assertThat(kafka.send(topic, subject, envelope(subject, contract)).get(20, TimeUnit.SECONDS))
                    .isNotNull();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static byte[] envelope(String subject, Object contract) {
        return CloudEvents.envelope(
                "event-" + UUID.randomUUID(),
                "/test",
                ContractTypes.nameOf(contract.getClass()),
                subject,
                Instant.now(),
                0,
                Map.of("actor", "account-test", "role", "referent", "correlationId", "test"),
                contract);
    }
}
