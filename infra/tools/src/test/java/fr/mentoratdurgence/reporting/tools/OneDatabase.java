package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.reporting.Season.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of the service under test, which takes the part of the stores of all services, and the broker beside it. */
record OneDatabase(String url, String user, String password, String ownerName, String ownerPassword) {
    static final List<String> TOPICS = ServiceStore.topics();

    static OneDatabase of(Environment settings) {
        return new OneDatabase(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }

    /** As the role that migrates. */
    JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(url, ownerName, ownerPassword));
    }

    /** As somebody who owns the tables and has taken the triggers away. */
    void change(String table, String sql) {
        owner().sql("alter table " + table + " disable trigger user").update();
        owner().sql(sql).update();
        owner().sql("alter table " + table + " enable trigger user").update();
    }

    void empty(String... tables) {
        for (String table : tables) {
            change(table, "delete from " + table);
        }
    }

    /** What the tools are told by their environment. */
    Map<String, String> surroundings() {
        Map<String, String> environment =
                new HashMap<>(Map.of("KAFKA_BOOTSTRAP", LocalParts.kafka(), "EVENT_KEYS", LocalParts.EVENT_KEYS));
        for (ServiceStore store : ServiceStore.values()) {
            environment.put(store.address(), url);
            environment.put(store.address().replace("URL", "USER"), user);
            environment.put(store.address().replace("URL", "PASSWORD"), password);
        }
        return environment;
    }

    /** All that the history heard is stored, as its services would have. */
    void storeWhatWasTold() {
        owner().sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload, meta_data)
                select event_id, subject, sequence, 'stream', recorded_at, type, data, '{}' from history""").update();
    }

    static void tell(List<Told> facts) {
        makeTopics();
        try (KafkaProducer<String, byte[]> kafka = LocalParts.publisher()) {
            for (Told told : facts) {
                var _ = kafka.send(new ProducerRecord<>(
                        told.topic(), told.subject(), told.envelope().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void makeTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalParts.kafka()))) {
            TOPICS.forEach(topic -> {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1)))
                            .all()
                            .get();
                } catch (InterruptedException | ExecutionException _) {
                    // it is there already
                }
            });
        }
    }

    /** A folder for segments. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("segments-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
