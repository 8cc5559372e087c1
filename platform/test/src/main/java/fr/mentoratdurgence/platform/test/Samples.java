package fr.mentoratdurgence.platform.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts of other services on the broker: the contracts' own samples, about what a test is about. */
public final class Samples {
    private Samples() {}

    /**
     * Another service tells something.
     *
     * @param service such as {@code matching}
     * @param type    such as {@code match-proposed}
     * @param about   what the sample says otherwise
     */
    public static void tell(String service, String type, Map<String, String> about) {
        try (KafkaProducer<String, byte[]> others = LocalParts.publisher()) {
            tell(others, service, type, about);
        }
    }

    /** The same through this producer, which may be a stranger's. */
    public static void tell(
            KafkaProducer<String, byte[]> producer, String service, String type, Map<String, String> about) {
        try (InputStream sample =
                Samples.class.getResourceAsStream("/contracts/" + service + "/v1/" + type + ".json")) {
            if (sample == null) {
                throw new IllegalArgumentException("no sample of " + service + "." + type);
            }
            ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(sample);
            about.forEach((name, value) -> {
                ObjectNode holder = data.findParent(name);
                (holder == null ? data : holder).put(name, value);
            });
            String key =
                    data.get(service.equals("matching") ? "proposal" : "pair").asString();
            byte[] envelope = JsonMapper.shared()
                    .writeValueAsBytes(Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            "event-" + UUID.randomUUID(),
                            "source",
                            "/" + service + "-service",
                            "type",
                            service + "." + type + ".v1",
                            "subject",
                            key,
                            "time",
                            Instant.EPOCH.toString(),
                            "data",
                            data));
            var _ = producer.send(new ProducerRecord<>(service + ".v1", key, envelope))
                    .get();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
