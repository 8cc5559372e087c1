package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Signs whatever a producer sends, so that no way of publishing can forget it. Kafka makes it by its name. */
public final class SigningInterceptor implements ProducerInterceptor<String, byte[]> {
    static final String SIGNATURES = "mentorat.event-signatures";

    private @Nullable EventSignatures signatures;

    /** A producer without keys is not made at all: Kafka would send what an interceptor fails at as it was. */
    @Override
    public void configure(Map<String, ?> settings) {
        signatures = (EventSignatures) Objects.requireNonNull(settings.get(SIGNATURES), SIGNATURES);
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
        String signature = Objects.requireNonNull(signatures).sign(record.topic(), record.key(), record.value());
        record.headers().remove(EventSignatures.HEADER).add(EventSignatures.HEADER, signature.getBytes(UTF_8));
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        // the sender's future says it
    }

    @Override
    public void close() {
        // nothing is held
    }
}
