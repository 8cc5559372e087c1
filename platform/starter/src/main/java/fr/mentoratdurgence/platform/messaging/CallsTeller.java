package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells how many people are to be called: when that has changed, and now and then that it has not, so that who hears
 * nothing knows that it knows nothing. Each instance tells: all count the same rows, and the latest count stands.
 */
class CallsTeller {
    private static final Logger LOG = LoggerFactory.getLogger(CallsTeller.class);
    private static final Duration SAID_AGAIN = Duration.ofHours(3);

    private final KafkaTemplate<String, byte[]> kafka;
    private final CallsWaiting.Counted counted;
    private final Clock clock;
    private final Ids ids;
    private final String topic;
    private final String source;

    private @Nullable CallsWaiting last;

    CallsTeller(
            KafkaTemplate<String, byte[]> kafka,
            CallsWaiting.Counted counted,
            Clock clock,
            Ids ids,
            String topic,
            String application) {
        this.kafka = kafka;
        this.counted = counted;
        this.clock = clock;
        this.ids = ids;
        this.topic = topic;
        this.source = "/" + application + "-service";
    }

    @Scheduled(
            initialDelayString = "${mentorat.calls-waiting.first:30s}",
            fixedDelayString = "${mentorat.calls-waiting.every:5m}")
    void count() {
        CallsWaiting told = last;
        CallsWaiting now = new CallsWaiting(clock.instant(), counted.byDepartement());
        if (told == null
                || !told.calls().equals(now.calls())
                || !now.countedAt().isBefore(told.countedAt().plus(SAID_AGAIN))) {
            tell(now);
            last = now;
        }
    }

    private void tell(CallsWaiting calls) {
        Instant at = calls.countedAt();
        byte[] envelope = CloudEvents.envelope(
                ids.next("calls"),
                source,
                CallsWaiting.TYPE,
                topic,
                at,
                0,
                Map.of("actor", "system", "role", "system"),
                calls);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, source, envelope);
        record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(UTF_8));
        var _ = kafka.send(record).exceptionally(failed -> {
            LOG.info("calls that wait were not told and will be told later: {}", failed.toString());
            return null;
        });
    }
}
