package fr.mentoratdurgence.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartTest {
    @Test
    void records_survive_a_restart_on_the_same_folder(@TempDir Path dir) throws Exception {
        try (KafkaPart first = KafkaPart.start(dir, 0, 0);
                var producer = new KafkaProducer<String, String>(
                        Map.of("bootstrap.servers", first.bootstrap()),
                        new StringSerializer(),
                        new StringSerializer())) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrap()))) {
                admin.createTopics(List.of(new NewTopic("needs.v1", 3, (short) 1)))
                        .all()
                        .get();
            }
            producer.send(new ProducerRecord<>("needs.v1", 0, "need-1", "asked"))
                    .get();
        }
        try (KafkaPart second = KafkaPart.start(dir, 0, 0);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", second.bootstrap(), "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("needs.v1", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(found -> assertThat(found.value()).isEqualTo("asked"));
        }
    }
}
