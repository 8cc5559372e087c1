package fr.mentoratdurgence.reporting.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import fr.mentoratdurgence.reporting.segments.SegmentFault;
import fr.mentoratdurgence.reporting.segments.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Days are sealed once all services are past them; what is sealed is proved, moved and found again. */
@ServiceTest
class ToolsTest {
    private static final List<Told> SEASON = Season.of(77, 4);
    private static final Instant END = SEASON.getLast().at();
    private static final Instant LATER = Instant.parse("2021-01-01T00:00:00Z");
    private static final String OPERATION = "mentorat-durgence";
    private static final Path SEGMENTS = OneDatabase.temporary();

    @Autowired
    private History history;

    @Autowired
    private SealedHistory sealed;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private List<ScheduledTaskHolder> scheduled;

    private final List<String> said = new ArrayList<>();
    private final OneDatabase stores;

    ToolsTest(@Autowired Environment settings) {
        this.stores = OneDatabase.of(settings);
    }

    @DynamicPropertySource
    static void seal_at_once(DynamicPropertyRegistry registry) {
        registry.add("mentorat.segments.every", () -> "500ms");
        registry.add("mentorat.segments.folder", SEGMENTS::toString);
    }

    /** The broker is shared with other tests: what they told is not ours, and what we tell is not theirs. */
    @BeforeAll
    @AfterAll
    static void topics_without_facts() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalParts.kafka()))) {
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
                Set<String> there = new HashSet<>(admin.listTopics().names().get());
                there.retainAll(OneDatabase.TOPICS);
                admin.deleteTopics(there).all().get();
                return there.isEmpty();
            });
        }
    }

    @Test
    void a_season_is_heard_sealed_proved_moved_and_found_again(@TempDir Path root) throws SQLException, IOException {
        OneDatabase.tell(SEASON);
        try (KafkaProducer<String, byte[]> kafka = LocalParts.publisher()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> history.ledger(Cut.at(LATER)).events() >= SEASON.size());
            assertThat(sealed.manifest().lines())
                    .as("nobody said yet that the days are complete")
                    .isEmpty();

            tellPositions(kafka, OneDatabase.TOPICS.subList(0, 3));
            tellPositions(kafka, OneDatabase.TOPICS.subList(3, 4));
        }
        long facts = history.ledger(Cut.at(LATER)).events();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> sealed.manifest().lines().stream()
                                .mapToLong(Manifest.Line::facts)
                                .sum()
                        == facts);
        String hash = Bilans.of(history.ledger(Cut.at(END), 2), END).hash();
        assertThat(Bilans.of(sealed.ledger(Cut.at(END), 2), END).hash()).isEqualTo(hash);

        assertThat(verify()).isFalse();
        assertThat(said).last().asString().contains("magasin");
        storeWhatWasTold();
        assertThat(verify()).isTrue();
        db.sql("""
                insert into history select 'smuggled', source, type, subject, 999, recorded_at, received_at, actor,
                actor_role, correlation, attributes, data from history limit 1""").update();
        assertThat(verify()).isFalse();
        assertThat(said).last().asString().contains("smuggled");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> sealed.manifest().lines().stream()
                                .mapToLong(Manifest.Line::facts)
                                .sum()
                        == facts + 1);
        assertThat(verify()).as("sealed or not, nobody told it").isFalse();
        String all = Bilans.of(history.ledger(Cut.at(END)), END).hash();
        Path exported = root.resolve("exported");
        what_is_not_sealed_yet_is_told_by_the_export(exported);
        Move move = new Move(elsewhere(root), database, this::hear);
        assertThatThrownBy(() -> move.restore(exported, OPERATION)).isInstanceOf(SegmentFault.class);

        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        String manifest = sealed.manifest().hash();
        a_machine_that_was_just_started();
        move.restore(exported, OPERATION);
        assertThat(said).anyMatch(line -> line.contains("Seule l’histoire voyage"));
        assertThat(Bilans.of(history.ledger(Cut.at(END)), END).hash()).isEqualTo(all);
        assertThat(elsewhere(root).manifest().hash()).isEqualTo(manifest);
        said.clear();
        move.restore(exported, OPERATION);
        assertThat(said).last().asString().startsWith("C’est déjà fait");
        verify_counts_what_was_imported_apart(elsewhere(root));
        data_about_a_person_is_found_by_place_and_rule(root.resolve("logs"));
    }

    private void what_is_not_sealed_yet_is_told_by_the_export(Path exported) throws SQLException {
        db.sql("select history_partition_for('2021-02-01')").query((_, _) -> 0).list();
        db.sql("""
                insert into history select 'of-today', source, type, subject, 997, '2021-02-03T10:00:00Z', '2019-01-01',
                actor, actor_role, correlation, attributes, data from history limit 1""").update();
        said.clear();
        new Move(sealed, database, this::hear).export(exported);
        assertThat(said)
                .anyMatch(line -> line.startsWith("Un fait n’a pas été exporté") && line.contains("2021-02-03 (1)"))
                .anyMatch(line -> line.contains("l’opération ne peut pas être continuée ailleurs"));
    }

    private SealedHistory elsewhere(Path root) {
        return new SealedHistory(root.resolve("elsewhere"), OPERATION, new Witness(database));
    }

    /** Its topics and stores are empty but for what matching tells when it starts. */
    private void a_machine_that_was_just_started() {
        scheduled.forEach(holder -> holder.getScheduledTasks().forEach(ScheduledTask::cancel));
        stores.owner().sql("delete from publisher_position").update();
        stores.empty("history", "sealed_line", "domain_event");
        topics_without_facts();
        Told first = Season.told(
                "matching", "matching.policy-published.v1", "policy-operation", 0, LATER.plusSeconds(60), "{}");
        Season.know(db, first, LATER.plusSeconds(60));
        stores.change("history", "update history set actor_role = 'system'");
        storeWhatWasTold();
        OneDatabase.tell(List.of(first));
    }

    private void verify_counts_what_was_imported_apart(SealedHistory elsewhere) throws SQLException {
        said.clear();
        assertThat(new Verification(stores.surroundings(), database, elsewhere, Duration.ofSeconds(2), this::hear)
                        .run())
                .as(String.join("\n", said))
                .isTrue();
        assertThat(said)
                .last()
                .asString()
                .contains(
                        "faits ont été importés d’une autre machine",
                        "aucun magasin ni topic d’ici ne peut les confirmer");

        String stream = SEASON.getFirst().subject();
        stores.owner().sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload, meta_data)
                values ('of-here', ?, 0, 'stream', now(), 'private', '{}', '{}')""").param(stream).update();
        assertThat(new Verification(stores.surroundings(), database, elsewhere, Duration.ofSeconds(2), this::hear)
                        .run())
                .isFalse();
        assertThat(said).last().asString().contains("un fait importé est dans un flux du magasin de", stream);
    }

    private void data_about_a_person_is_found_by_place_and_rule(Path logs) throws SQLException, IOException {
        Files.createDirectories(logs);
        searched(logs);
        // the season's ids are shorter than real ones, and no rule about persons takes them for one
        assertThat(said)
                .filteredOn(line -> line.contains("reporting.") || line.contains("jours scellés"))
                .allMatch(line -> line.contains(StoredText.FREE_TEXT));

        db.sql("""
                insert into history select 'planted', source, type, subject, 998, recorded_at, received_at, actor,
                actor_role, correlation, attributes, '{"count": 1, "note": "Rappeler Kenza HADDOU au 07 00 55 10 05"}'
                from history limit 1""").update();
        Files.writeString(logs.resolve("needs.log"), "2020-05-04 refused: kenza.haddou@example.org\n");
        assertThat(searched(logs)).isFalse();
        assertThat(said)
                .anyMatch(line -> line.contains("reporting.history_") && line.contains("règle nom"))
                .anyMatch(line -> line.contains("reporting.history_") && line.contains("règle telephone"))
                .anyMatch(line -> line.contains("needs.log ligne 1") && line.contains("courriel"))
                .noneMatch(line -> line.contains("HADDOU") || line.contains("haddou") || line.contains("55 10"));
    }

    private boolean searched(Path logs) throws SQLException {
        said.clear();
        Map<String, String> environment = stores.surroundings();
        environment.put("LOGS", logs.toString());
        return new PersonalDataSearch(environment, sealed, this::hear).run();
    }

    private void hear(String key, Object... arguments) {
        said.add(fr.mentoratdurgence.reporting.tools.Told.say(key, arguments));
    }

    private boolean verify() throws SQLException {
        return new Verification(stores.surroundings(), database, sealed, Duration.ofSeconds(2), this::hear).run();
    }

    /** The service under test owns no stream: its store takes the part of the stores of the four that told. */
    private void storeWhatWasTold() {
        stores.storeWhatWasTold();
        stores.owner().sql("""
                insert into event_type select distinct type, true from history union select 'private', false
                on conflict do nothing""").update();
    }

    private static void tellPositions(KafkaProducer<String, byte[]> kafka, List<String> topics) {
        for (String topic : topics) {
            int partitions = kafka.partitionsFor(topic).size();
            for (int partition = 0; partition < partitions; partition++) {
                byte[] envelope = CloudEvents.envelope(
                        "position-" + topic + partition,
                        "/some-service",
                        PublisherPosition.TYPE,
                        topic,
                        LATER,
                        1,
                        Map.of(),
                        new PublisherPosition(topic, partition, partitions, LATER, 1));
                var _ = kafka.send(new ProducerRecord<>(topic, partition, "/some-service", envelope));
            }
        }
    }
}
