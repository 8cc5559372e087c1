package fr.mentoratdurgence.reporting.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each kind of difference is made, named, and gone when it is mended. */
@ServiceTest
class VerificationTest {
    private static final List<Told> SEASON = Season.of(9, 4);
    private static final Told LAST = SEASON.getLast();
    private static final Told FIRST = SEASON.getFirst();
    private static final Path SEGMENTS = OneDatabase.temporary();
    private static final long PUBLISHED = 1_000_000;

    @Autowired
    private History history;

    @Autowired
    private SealedHistory sealed;

    @Autowired
    private DataSource database;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    private final List<String> said = new ArrayList<>();
    private final OneDatabase stores;

    /** Nothing is on its way, but where a test says so. */
    private Duration patience = Duration.ofMillis(100);

    VerificationTest(@Autowired Environment settings) {
        this.stores = OneDatabase.of(settings);
    }

    @DynamicPropertySource
    static void a_folder_of_its_own(DynamicPropertyRegistry registry) {
        registry.add("mentorat.segments.folder", SEGMENTS::toString);
    }

    /** The season is told, heard, stored and sealed, but for its last day. */
    @BeforeEach
    void all_agrees() throws SQLException {
        if (!sealed.manifest().lines().isEmpty()) {
            return;
        }
        OneDatabase.tell(SEASON);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> one("select count(*) from history").equals(String.valueOf(SEASON.size())));
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        stores.storeWhatWasTold();
        // what no other service hears has numbers too
        stores.owner().sql("""
            insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload, meta_data)
            select 'private-' || n || aggregate_id, aggregate_id, max(sequence_number) + n, 'stream', max(time_stamp),
                   'private', '{}', '{}'
            from domain_event, generate_series(1, 2) n group by aggregate_id, n\
            """).update();
        stores.owner()
                .sql("insert into event_type select distinct payload_type, payload_type <> 'private' from domain_event")
                .update();
        stores.owner()
                .sql("insert into token_entry(processor_name, segment, token) values ('publisher', 0, ?)")
                .param("{\"index\":" + PUBLISHED + "}")
                .update();
        for (String topic : OneDatabase.TOPICS) {
            stores.owner()
                    .sql("insert into publisher_position values (?, 0, 1, 'test', ?::timestamptz, 1)")
                    .param(topic)
                    .param(LAST.at().toString())
                    .update();
        }
        LocalDate lastDay = LocalDate.ofInstant(LAST.at(), ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(FIRST.at(), ZoneOffset.UTC);
        for (; day.isBefore(lastDay); day = day.plusDays(1)) {
            var _ = sealed.seal(day, history::read);
        }
    }

    @Test
    void all_that_agrees_is_counted() throws SQLException {
        assertThat(verify()).as(String.join("\n", said)).isTrue();
        assertThat(said)
                .last()
                .asString()
                .isEqualTo("Tout concorde : magasins, topics, histoire, segments et manifeste.");
        String facts = one("select count(*) from history");
        assertThat(said).anyMatch(line -> line.startsWith("Histoire : " + facts + " faits, dont "));
    }

    @Test
    void a_fact_that_left_the_history_is_missed_by_its_segment_or_its_topic() throws SQLException {
        for (Told gone : List.of(FIRST, LAST)) {
            stores.change("history", "create table kept as select * from history where event_id = '" + gone.id() + "'");
            stores.change("history", "delete from history where event_id = '" + gone.id() + "'");
            differs(
                    gone.equals(FIRST)
                            ? "un fait d’un segment manque dans l’histoire"
                            : "un fait du topic " + gone.topic() + " manque dans l’histoire",
                    gone.id(),
                    "numéro " + gone.sequence() + " du flux " + gone.subject());
            stores.change("history", "insert into history select * from kept");
            stores.change("history", "drop table kept");
            agrees();
        }
    }

    @Test
    void a_fact_that_was_changed_in_the_history_differs_from_its_segment_or_its_topic() throws SQLException {
        for (Told changed : List.of(FIRST, LAST)) {
            String where = " where event_id = '" + changed.id() + "'";
            String data = one("select data from history" + where);
            stores.change("history", "update history set data = '{\"by\":7}'" + where);
            differs(
                    gone(changed) + " et dans l’histoire",
                    changed.id(),
                    "numéro " + changed.sequence() + " du flux " + changed.subject());
            stores.change("history", "update history set data = '" + data + "'" + where);
            agrees();
        }
    }

    private static String gone(Told told) {
        return "un fait n’est pas le même dans " + (told.equals(FIRST) ? "un segment" : "le topic " + told.topic());
    }

    @Test
    void a_fact_that_nobody_told_is_named() throws SQLException {
        stores.change("history", """
            insert into history select 'smuggled', source, type, subject, 900, recorded_at, received_at, actor,
            actor_role, correlation, attributes, data from history where event_id = '%s'\
            """.formatted(LAST.id()));
        differs("un fait de l’histoire n’est ni dans un topic ni dans un segment importé", "smuggled");
        stores.change("history", "delete from history where event_id = 'smuggled'");
        agrees();
    }

    @Test
    void a_store_that_lost_an_event_is_named() throws SQLException {
        stores.change(
                "domain_event", "create table kept as select * from domain_event where event_id = '" + LAST.id() + "'");
        stores.change("domain_event", "delete from domain_event where event_id = '" + LAST.id() + "'");
        differs("le topic " + LAST.topic() + " contient un fait que le magasin du service n’a pas", LAST.id());
        stores.change("domain_event", "insert into domain_event select * from kept");
        stores.change("domain_event", "drop table kept");

        String hidden = one(
                "select event_id from domain_event where payload_type = 'private' and event_id like 'private-1%' limit"
                        + " 1");
        String stream = hidden.substring("private-1".length());
        stores.change(
                "domain_event", "create table kept as select * from domain_event where event_id = '" + hidden + "'");
        stores.change("domain_event", "delete from domain_event where event_id = '" + hidden + "'");
        differs(
                "le flux " + stream + " n’a pas de numéro " + one("select sequence_number from kept"),
                "dans le magasin de");
        stores.change("domain_event", "insert into domain_event select * from kept");
        stores.change("domain_event", "drop table kept");
        agrees();
    }

    @Test
    void a_published_event_that_is_in_no_topic_is_named() throws SQLException {
        store(
                "never-told",
                LAST.type(),
                "stream-of-its-own",
                0,
                999_999,
                LAST.at().plusSeconds(5).toString());
        differs("le magasin de " + LAST.topic() + " contient un fait publié qui manque dans le topic", "never-told");
        stores.change("domain_event", "delete from domain_event where event_id = 'never-told'");
        agrees();
    }

    @Test
    void an_event_of_a_type_that_no_version_of_its_service_knows_is_named() throws SQLException {
        store(
                "from-elsewhere",
                "needs.NeedForgotten",
                "stream-of-its-own",
                0,
                PUBLISHED - 1,
                LAST.at().toString());
        differs("contient un événement d’un type qu’aucune version de ce service ne connaît", "from-elsewhere");
        assertThat(said.getLast()).contains("needs.NeedForgotten");
        stores.change("domain_event", "delete from domain_event where event_id = 'from-elsewhere'");
        agrees();
    }

    @Test
    void a_part_that_does_not_answer_is_named_in_words() throws SQLException {
        Map<String, String> alone = stores.surroundings();
        alone.put("NEEDS_DB_URL", "jdbc:postgresql://127.0.0.1:1/needs");
        alone.put("MENTOR_DB_URL", stores.url().replaceFirst("/[^/]+$", "/postgres"));
        alone.put("MENTOR_DB_USER", stores.ownerName());
        alone.put("MENTOR_DB_PASSWORD", stores.ownerPassword());
        alone.remove("MATCHING_DB_URL");
        alone.put("KAFKA_BOOTSTRAP", "127.0.0.1:1");

        assertThat(verify(alone, (_, _) -> {})).isFalse();
        assertThat(said)
                .containsSubsequence(
                        "On ne sait pas où est matching-service (MATCHING_DB_URL n’est pas indiqué).",
                        "Kafka ne répond pas.")
                .contains("La base de needs-service ne répond pas.")
                .anyMatch(line -> line.startsWith("La base de mentor-service n"))
                .noneMatch(line -> line.contains("ERROR") || line.contains("relation"));
        assertThat(said).last().asString().startsWith("La vérification s’arrête là");
    }

    @Test
    void a_position_that_promises_too_much_is_named() throws SQLException {
        stores.change("domain_event", "update publisher_position set position = 5000000 where topic = 'needs.v1'");
        differs("le service de needs.v1 dit avoir raconté son événement 5000000, mais son magasin s’arrête à");
        stores.change("domain_event", "update publisher_position set position = 1 where topic = 'needs.v1'");

        store(
                "not-told-yet",
                LAST.type(),
                "stream-of-its-own",
                0,
                PUBLISHED + 1,
                LAST.at().toString());
        differs(
                "le service de " + LAST.topic() + " dit avoir tout raconté jusque-là, mais un fait manque",
                "not-told-yet");
        stores.change("domain_event", "delete from domain_event where event_id = 'not-told-yet'");

        stores.change(
                "domain_event",
                "update publisher_position set recorded_until = '2020-01-01' where topic = 'followup.v1'");
        differs("est scellé, mais le service de followup.v1 n’a raconté que jusqu’à 2020-01-01");
        stores.change(
                "domain_event",
                "update publisher_position set recorded_until = '" + LAST.at() + "' where topic = 'followup.v1'");
        agrees();
    }

    @Test
    void what_is_told_while_it_looks_is_no_difference() throws SQLException {
        String soon = LAST.at().plusSeconds(30).toString();
        Told fact = Season.told("needs", FIRST.type(), "told-meanwhile", 0, Instant.parse(soon), FIRST.data());
        patience = Duration.ofSeconds(10);
        listeners.getListenerContainers().forEach(MessageListenerContainer::start);
        boolean agreed = verify((key, arguments) -> {
            if (key.equals("verifier.histoire")) {
                store(fact.id(), fact.type(), fact.subject(), 0, PUBLISHED - 7, soon);
                OneDatabase.tell(List.of(fact));
            }
            if (key.equals("verifier.topic") && arguments[0].equals(LAST.topic())) {
                store("told-later", LAST.type(), "told-later", 0, PUBLISHED + 9, soon);
                publishedUntil(PUBLISHED + 9);
            }
        });
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        assertThat(agreed).as(String.join("\n", said)).isTrue();

        publishedUntil(PUBLISHED);
        stores.change("domain_event", "delete from domain_event where event_id = 'told-later'");
        agrees();
    }

    @Test
    void what_is_merely_not_heard_yet_is_no_difference_and_its_age_is_told(@Autowired Environment settings)
            throws SQLException {
        Told late = Season.told(
                LAST.topic().replace(".v1", ""),
                LAST.type(),
                "told-to-nobody-yet",
                0,
                LAST.at().plusSeconds(90),
                LAST.data());
        Map<String, String> surroundings = stores.surroundings();
        surroundings.put("HISTORY_GROUP", settings.getRequiredProperty("mentorat.consumer-group"));
        OneDatabase.tell(List.of(late));
        storeToldLater(late, PUBLISHED - 11);

        assertThat(verify(surroundings, (_, _) -> {})).isFalse();
        assertThat(said).last().asString().matches("Pas encore entendu, depuis \\d+ s : un fait raconté n’est pas .*");
        assertThat(said).noneMatch(line -> line.startsWith("Première différence"));

        // but what was heard and is not there is one
        stores.change("history", "create table kept as select * from history where event_id = '" + LAST.id() + "'");
        stores.change("history", "delete from history where event_id = '" + LAST.id() + "'");
        assertThat(verify(surroundings, (_, _) -> {})).isFalse();
        assertThat(said).last().asString().startsWith("Première différence");
        stores.change("history", "insert into history select * from kept");
        stores.change("history", "drop table kept");

        listeners.getListenerContainers().forEach(MessageListenerContainer::start);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> one("select count(*) from history where event_id = '" + late.id() + "'")
                        .equals("1"));
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        assertThat(verify(surroundings, (_, _) -> {}))
                .as(String.join("\n", said))
                .isTrue();
    }

    private void publishedUntil(long index) {
        stores.owner()
                .sql("update token_entry set token = ? where processor_name = 'publisher'")
                .param("{\"index\":" + index + "}")
                .update();
    }

    @Test
    void a_hole_in_a_stream_of_the_history_is_named() throws SQLException {
        // number 0 waits to be told, though number 1 was: that cannot be by itself
        Told first = ofTheHole(0);
        Told second = ofTheHole(1);
        hear(second);
        storeToldLater(first, PUBLISHED + 2);
        storeToldLater(second, PUBLISHED + 3);
        differs("dans l’histoire, le flux stream-with-a-hole (magasin de " + LAST.topic() + ") n’a pas de numéro 0");

        hear(first);
        agrees();
    }

    private static Told ofTheHole(int number) {
        return Season.told(
                LAST.topic().replace(".v1", ""),
                LAST.type(),
                "stream-with-a-hole",
                number,
                LAST.at().plusSeconds(60),
                LAST.data());
    }

    private void hear(Told told) {
        listeners.getListenerContainers().forEach(MessageListenerContainer::start);
        OneDatabase.tell(List.of(told));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> one("select count(*) from history where event_id = '" + told.id() + "'")
                        .equals("1"));
        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
    }

    private void storeToldLater(Told told, long index) {
        store(
                told.id(),
                told.type(),
                told.subject(),
                told.sequence(),
                index,
                told.at().toString());
    }

    private void agrees() throws SQLException {
        assertThat(verify()).as(String.join("\n", said)).isTrue();
    }

    private void differs(String... words) throws SQLException {
        assertThat(verify()).as(String.join("\n", words)).isFalse();
        assertThat(said.getLast().replace('\u00a0', ' '))
                .startsWith("Première différence : ")
                .contains(words);
    }

    @Test
    void what_a_stranger_put_on_a_topic_is_told_and_taken_for_no_fact() throws Exception {
        try (KafkaProducer<String, byte[]> stranger = LocalParts.stranger()) {
            byte[] forged = FIRST.envelope().replace(FIRST.id(), "event-forged").getBytes(StandardCharsets.UTF_8);
            var _ = stranger.send(new ProducerRecord<>(FIRST.topic(), FIRST.subject(), forged))
                    .get();
        }

        assertThat(verify()).as(String.join("\n", said)).isTrue();
        assertThat(said)
                .filteredOn(line -> line.contains("sans la signature"))
                .singleElement()
                .asString()
                .startsWith("Topic " + FIRST.topic() + " : un message sans la signature de l’opération");

        // nor does one prove anything without keys
        Map<String, String> withoutKeys = stores.surroundings();
        var _ = withoutKeys.remove("EVENT_KEYS");
        assertThat(verify(withoutKeys, (_, _) -> {})).isFalse();
        assertThat(said).contains("On ne sait pas où sont les clés des faits (EVENT_KEYS n’est pas indiqué).");
    }

    private boolean verify() throws SQLException {
        return verify((_, _) -> {});
    }

    private boolean verify(fr.mentoratdurgence.reporting.tools.Told meanwhile) throws SQLException {
        return verify(stores.surroundings(), meanwhile);
    }

    private boolean verify(Map<String, String> environment, fr.mentoratdurgence.reporting.tools.Told meanwhile)
            throws SQLException {
        said.clear();
        return new Verification(environment, database, sealed, patience, (key, arguments) -> {
                    said.add(fr.mentoratdurgence.reporting.tools.Told.say(key, arguments));
                    meanwhile.tell(key, arguments);
                })
                .run();
    }

    private void store(String id, String type, String stream, long number, long index, String recordedAt) {
        stores.owner()
                .sql("""
                    insert into domain_event(global_index, event_id, aggregate_id, sequence_number, type, time_stamp,
                                             payload_type, payload, meta_data)
                    values (?, ?, ?, ?, 'stream', ?::timestamptz, ?, '{}', '{}')\
                    """)
                .params(index, id, stream, number, recordedAt, type)
                .update();
    }

    private String one(String query) {
        return stores.owner().sql(query).query((row, _) -> row.getString(1)).single();
    }
}
