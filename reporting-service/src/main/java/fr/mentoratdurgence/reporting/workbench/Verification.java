package fr.mentoratdurgence.reporting.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves that the services' event stores, the topics, the history, the segments and the manifest agree: what each holds
 * is listed as (fact, digest of its content), and the lists are compared. The first difference is named.
 */
final class Verification {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> STORES =
            Map.of("needs.v1", "NEEDS", "mentors.v1", "MENTOR", "matching.v1", "MATCHING", "followup.v1", "FOLLOWUP");

    private final Map<String, String> environment;
    private final DataSource reporting;
    private final SealedHistory sealed;
    private final Told told;

    Verification(Map<String, String> environment, DataSource reporting, SealedHistory sealed, Told told) {
        this.environment = environment;
        this.reporting = reporting;
        this.sealed = sealed;
        this.told = told;
    }

    boolean run() throws SQLException {
        Manifest manifest = sealed.manifest();
        sealed.check((at, all) -> {
            if (at % 50 == 0) {
                told.tell("verifier.segments", at, all);
            }
        });
        told.tell("verifier.manifeste", manifest.lines().size(), manifest.hash());
        try (DuckDBConnection lists =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                Statement statement = lists.createStatement()) {
            for (String list : List.of("history", "segment", "imported", "topic", "store")) {
                statement.execute(
                        "create table " + list
                                + " (place varchar, id varchar, type varchar, recorded_at varchar, stream varchar, digest varchar)");
            }
            listSegments(lists);
            listHistory(lists);
            told.tell("verifier.histoire", count(statement, "history"), count(statement, "segment"));
            for (String topic : STORES.keySet().stream().sorted().toList()) {
                listTopic(lists, topic);
                listStore(lists, statement, topic);
            }
            return agrees(statement);
        }
    }

    private boolean agrees(Statement lists) throws SQLException {
        return agrees(lists, "ecart.segment.sans.histoire", "segment s anti join history h on s.id = h.id", "s")
                && agrees(
                        lists,
                        "ecart.segment.histoire",
                        "segment s join history h on s.id = h.id and s.digest <> h.digest",
                        "s")
                && agrees(lists, "ecart.topic.sans.histoire", "topic t anti join history h on t.id = h.id", "t")
                && agrees(
                        lists,
                        "ecart.topic.histoire",
                        "topic t join history h on t.id = h.id and t.digest <> h.digest",
                        "t")
                && agrees(
                        lists,
                        "ecart.histoire.sans.preuve",
                        "(select * from history h1 anti join topic t on h1.id = t.id) h anti join imported s on h.id = s.id",
                        "h")
                && agrees(
                        lists,
                        "ecart.topic.sans.magasin",
                        "topic t anti join store m on t.id = m.id and t.stream = m.stream",
                        "t")
                && agrees(lists, "ecart.magasin.sans.topic", "store m anti join topic t on t.id = m.id", "m")
                && accord();
    }

    private boolean accord() {
        told.tell("verifier.accord");
        return true;
    }

    private boolean agrees(Statement lists, String key, String difference, String from) throws SQLException {
        try (ResultSet first = lists.executeQuery(
                "select %1$s.place, %1$s.id, %1$s.type, %1$s.recorded_at from %2$s order by %1$s.recorded_at, %1$s.id limit 1"
                        .formatted(from, difference))) {
            if (!first.next()) {
                return true;
            }
            told.tell(
                    "verifier.ecart",
                    Workbench.say(key, first.getString(1)),
                    first.getString(2),
                    first.getString(3),
                    first.getString(4));
            return false;
        }
    }

    private void listSegments(DuckDBConnection lists) throws SQLException {
        try (DuckDBAppender rows = lists.createAppender("segment");
                DuckDBAppender imported = lists.createAppender("imported")) {
            sealed.read(fact -> row(rows, fact));
            sealed.readImported(fact -> row(imported, fact));
        }
    }

    private static void row(DuckDBAppender rows, ResultSet fact) throws SQLException {
        row(
                rows,
                "",
                fact.getString(1),
                fact.getString(3),
                fact.getString(4),
                fact.getLong(5),
                Moments.instant(fact.getLong(6)),
                fact.getString(8));
    }

    private void listHistory(DuckDBConnection lists) throws SQLException {
        try (DuckDBAppender rows = lists.createAppender("history");
                Connection connection = reporting.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement all = connection.prepareStatement(
                    "select event_id, type, subject, sequence, recorded_at, data from history")) {
                all.setFetchSize(5_000);
                try (ResultSet facts = all.executeQuery()) {
                    while (facts.next()) {
                        row(
                                rows,
                                "",
                                facts.getString(1),
                                facts.getString(2),
                                facts.getString(3),
                                facts.getLong(4),
                                facts.getTimestamp(5).toInstant(),
                                facts.getString(6));
                    }
                }
            }
        }
    }

    private void listTopic(DuckDBConnection lists, String topic) throws SQLException {
        long facts = 0;
        Map<String, Object> settings =
                Map.of("bootstrap.servers", needed("KAFKA_BOOTSTRAP"), "isolation.level", "read_committed");
        try (DuckDBAppender rows = lists.createAppender("topic");
                KafkaConsumer<String, String> kafka =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = kafka.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            Set<String> seen = new HashSet<>();
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : kafka.poll(Duration.ofSeconds(1))) {
                    if (fact(rows, topic, record.value(), seen)) {
                        facts++;
                    }
                }
            }
        }
        told.tell("verifier.topic", topic, facts);
    }

    /** What is no event waits as a dead letter and is shown there; a fact may have been told twice. */
    private static boolean fact(DuckDBAppender rows, String topic, String value, Set<String> seen) throws SQLException {
        ReceivedEvent event;
        try {
            event = ReceivedEvent.parse(value);
        } catch (JacksonException | DateTimeException _) {
            return false;
        }
        if (event.type().equals(PublisherPosition.TYPE) || !seen.add(event.id())) {
            return false;
        }
        row(
                rows,
                topic,
                event.id(),
                event.type(),
                event.subject(),
                event.sequence(),
                event.time(),
                event.data().toString());
        return true;
    }

    private void listStore(DuckDBConnection lists, Statement statement, String topic) throws SQLException {
        String name = STORES.get(topic);
        DataSource database =
                Workbench.database(needed(name + "_DB_URL"), needed(name + "_DB_USER"), needed(name + "_DB_PASSWORD"));
        long facts = 0;
        long waiting = 0;
        statement.execute(
                "create or replace temp table stored (id varchar, kind varchar, recorded_at varchar, stream varchar, published boolean)");
        try (Connection connection = database.getConnection();
                DuckDBAppender rows = lists.createAppender("temp", "main", "stored")) {
            long published = published(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement all = connection.prepareStatement(
                    "select event_id, payload_type, time_stamp, aggregate_id, sequence_number, global_index from domain_event")) {
                all.setFetchSize(5_000);
                try (ResultSet events = all.executeQuery()) {
                    while (events.next()) {
                        boolean isPublished = events.getLong(6) <= published;
                        facts++;
                        waiting += isPublished ? 0 : 1;
                        rows.beginRow();
                        rows.append(events.getString(1));
                        rows.append(events.getString(2));
                        rows.append(events.getTimestamp(3).toInstant().toString());
                        rows.append(events.getString(4) + '#' + events.getLong(5));
                        rows.append(isPublished);
                        rows.endRow();
                    }
                }
            }
        }
        // a kind of event of which one was told is a public kind: then all of it must have been told
        statement.execute(
                "insert into store select '" + topic + "', id, kind, recorded_at, stream, '' from stored where "
                        + "id in (select id from topic) or (published and kind in (select kind from stored join topic using (id)))");
        told.tell("verifier.magasin", topic, facts, waiting);
    }

    private static long published(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select token from token_entry where processor_name = 'publisher' and token is not null")) {
            return row.next() ? JSON.readTree(row.getString(1)).path("index").asLong(-1) : -1;
        }
    }

    private static void row(
            DuckDBAppender rows,
            String place,
            String id,
            String type,
            String subject,
            long sequence,
            Instant recordedAt,
            String data)
            throws SQLException {
        String recorded = recordedAt.truncatedTo(ChronoUnit.MICROS).toString();
        String stream = subject + '#' + sequence;
        rows.beginRow();
        rows.append(place);
        rows.append(id);
        rows.append(type);
        rows.append(recorded);
        rows.append(stream);
        rows.append(digest(type + '\n' + stream + '\n' + recorded + '\n' + canonical(data)));
        rows.endRow();
    }

    /** The body without spaces between its parts: they may differ where it was only carried. */
    private static String canonical(String data) {
        JsonNode body = JSON.readTree(data);
        return body.toString();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Statement lists, String list) throws SQLException {
        try (ResultSet row = lists.executeQuery("select count(*) from " + list)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String needed(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
