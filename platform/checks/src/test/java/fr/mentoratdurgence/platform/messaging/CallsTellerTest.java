package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class CallsTellerTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2020-04-07T05:00:00Z"));
    private final Map<String, Integer> calls = new HashMap<>(Map.of("94", 2));
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public void close(Duration patience) {
                    // the template closes it after each record
                }
            };
    private final CallsTeller teller = new CallsTeller(
            new KafkaTemplate<>(() -> kafka),
            () -> Map.copyOf(calls),
            clock,
            prefix -> prefix + "-1",
            "mentors.v1",
            "mentor");

    @Test
    void how_many_are_to_be_called_is_told_when_it_changes_and_now_and_then_that_it_has_not() {
        teller.count();
        teller.count();
        assertThat(told()).containsExactly(Map.of("94", 2));

        calls.clear();
        teller.count();
        clock.forward(Duration.ofHours(2));
        teller.count();
        assertThat(told()).containsExactly(Map.of("94", 2), Map.of());

        clock.forward(Duration.ofHours(1));
        teller.count();
        assertThat(told()).hasSize(3);
        assertThat(kafka.history().getLast().key()).isEqualTo("/mentor-service");
    }

    private List<Map<String, Integer>> told() {
        return kafka.history().stream()
                .map(record -> ReceivedEvent.parse(new String(record.value(), UTF_8)))
                .map(event -> {
                    assertThat(event.type()).isEqualTo("platform.calls-waiting.v1");
                    return event.as(CallsWaiting.class).calls();
                })
                .toList();
    }
}
