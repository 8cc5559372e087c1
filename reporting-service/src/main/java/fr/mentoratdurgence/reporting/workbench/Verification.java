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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Proves that the services' event stores, the topics, the history, the segments and the manifest agree, that no stream
 * has a hole, and that the services have told what they say they told. What each place holds is listed as (fact, digest
 * of its content), and the lists are compared. The first difference is named.
 */
final class Verification {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> STORES =
            Map.of("needs.v1", "NEEDS", "mentors.v1", "MENTOR", "matching.v1", "MATCHING", "followup.v1", "FOLLOWUP");
    private static final int FETCHED = 5_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Map<String, String> environment;
    private final DataSource reporting;
    private final SealedHistory sealed;
    private final Duration patience;
    private final Told told;

    /** @param patience for facts that are on their way from a topic to the history */
    Verification(
            Map<String, String> environment, DataSource reporting, SealedHistory sealed, Duration patience, Told told) {
        this.environment = environment;
        this.reporting = reporting;
        this.sealed = sealed;
        this.patience = patience;
        this.told = told;
    }

    boolean run() throws SQLException {
        Manifest manifest = sealed.manifest();
        Phase files = new Phase(told, "verifier.segments");
        sealed.check(files::at);
        told.tell("verifier.manifeste", manifest.lines().size(), manifest.hash());
        try (DuckDBConnection lists =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                Statement statement = lists.createStatement()) {
            for (String list : List.of("history", "segment", "imported", "topic")) {
                statement.execute("create table " + list
                        + " (place varchar, id varchar, type varchar, recorded_at timestamp, subject varchar,"
                        + " number bigint, digest varchar)");
            }
            statement.execute("create table stored (place varchar, id varchar, type varchar, recorded_at timestamp,"
                    + " subject varchar, number bigint, published boolean)");
            statement.execute("create table position (place varchar, recorded_until timestamp, position bigint)");
            statement.execute("create table head (place varchar, head bigint)");
            statement.execute("create table sealed_day (day date, file varchar, local boolean)");
            statement.execute("create table arrived (id varchar)");
            // the services go on meanwhile: what promises, then what is promised; a copy, then what it is a copy of
            Map<String, Published> published = published();
            listPositions(lists);
            listSegments(lists, manifest);
            listHistory(lists);
            told.tell("verifier.histoire", count(statement, "history"), count(statement, "segment"));
            for (String topic : STORES.keySet().stream().sorted().toList()) {
                listTopic(lists, topic);
                listStore(lists, topic, Objects.requireNonNull(published.get(topic)));
                told.tell(
                        "verifier.magasin",
                        topic,
                        count(statement, "stored where place = '" + topic + "'"),
                        count(statement, "stored where not published and place = '" + topic + "'"));
            }
            // a kind of event of which one was told is a public kind: then all of it must be told
            statement.execute("create table public_kind as select distinct s.place, s.type from stored s"
                    + " join topic t on s.id = t.id and s.place = t.place");
            listArrived(lists);
            return agrees(statement);
        }
    }

    private boolean agrees(Statement lists) throws SQLException {
        return agrees(lists, "ecart.segment.sans.histoire", "segment d anti join history h on d.id = h.id")
                && agrees(
                        lists,
                        "ecart.segment.histoire",
                        "segment d join history h on d.id = h.id and d.digest <> h.digest")
                && agrees(
                        lists,
                        "ecart.topic.sans.histoire",
                        "(select * from topic t anti join history h on t.id = h.id) d anti join arrived a on d.id = a.id")
                && agrees(
                        lists, "ecart.topic.histoire", "topic d join history h on d.id = h.id and d.digest <> h.digest")
                && agrees(
                        lists,
                        "ecart.histoire.sans.preuve",
                        "(select * from history h anti join topic t on h.id = t.id) d anti join imported i on d.id = i.id")
                && agrees(
                        lists,
                        "ecart.topic.sans.magasin",
                        "topic d anti join stored s on d.id = s.id and d.place = s.place and d.subject = s.subject"
                                + " and d.number = s.number")
                && agrees(
                        lists,
                        "ecart.magasin.sans.topic",
                        "(select * from stored join public_kind using (place, type) where published) d"
                                + " anti join topic t on d.id = t.id")
                && numbersFollowEachOther(lists)
                && positionsAreTrue(lists)
                && accord();
    }

    /**
     * In a store the numbers of a stream follow each other from 0. In the history some are missing, since not every
     * event is public; each of these must be an event of its store that is of no public kind. Streams that were brought
     * from another machine have no store here.
     */
    private boolean numbersFollowEachOther(Statement lists) throws SQLException {
        return holds(lists, "ecart.trou.magasin", """
                        select place, subject, expected from (
                            select place, subject, number,
                                   row_number() over (partition by place, subject order by number) - 1 as expected
                            from stored)
                        where number <> expected order by place, subject, expected limit 1""") && holds(lists, "ecart.trou.histoire", """
                        with stream as (
                            select s.place, s.subject, max(h.number) as last
                            from history h join (select distinct place, subject from stored) s on h.subject = s.subject
                            group by all),
                        expected as (select place, subject, unnest(range(0, last + 1)) as number from stream)
                        select e.place, e.subject, e.number from expected e
                        anti join history h on e.subject = h.subject and e.number = h.number
                        anti join (select * from stored s anti join public_kind p on s.place = p.place and s.type = p.type)
                            hidden on e.place = hidden.place and e.subject = hidden.subject and e.number = hidden.number
                        order by e.place, e.subject, e.number limit 1""");
    }

    private boolean positionsAreTrue(Statement lists) throws SQLException {
        return holds(lists, "ecart.position.magasin", """
                        select place, position, head from position join head using (place)
                        where position > head order by place limit 1""")
                && agrees(lists, "ecart.position.fait", """
                        (select s.* from stored s join public_kind using (place, type)
                         join position p on s.place = p.place and s.recorded_at <= p.recorded_until) d
                        anti join history h on d.id = h.id""")
                && holds(lists, "ecart.position.jour", """
                        select d.file, p.place, p.recorded_until
                        from sealed_day d join position p on d.local and p.recorded_until < d.day + interval 1 day
                        order by d.day, p.place limit 1""");
    }

    private boolean accord() {
        told.tell("verifier.accord");
        return true;
    }

    private boolean agrees(Statement lists, String key, String difference) throws SQLException {
        try (ResultSet first = lists.executeQuery(
                "select d.place, d.id, d.type, d.recorded_at::varchar, d.subject, d.number::varchar from " + difference
                        + " order by d.recorded_at, d.id limit 1")) {
            if (!first.next()) {
                return true;
            }
            told.tell(
                    "verifier.ecart",
                    Workbench.say(key, first.getString(1)),
                    first.getString(2),
                    first.getString(3),
                    first.getString(4),
                    first.getString(5),
                    first.getString(6));
            return false;
        }
    }

    /** The query gives what its sentence names, and nothing where all is well. */
    private boolean holds(Statement lists, String key, String query) throws SQLException {
        try (ResultSet first = lists.executeQuery(query)) {
            if (!first.next()) {
                return true;
            }
            Object[] named = new Object[first.getMetaData().getColumnCount()];
            for (int i = 0; i < named.length; i++) {
                named[i] = first.getString(i + 1);
            }
            told.tell("verifier.premiere", Workbench.say(key, named));
            return false;
        }
    }

    private void listSegments(DuckDBConnection lists, Manifest manifest) throws SQLException {
        long all = manifest.lines().stream().mapToLong(Manifest.Line::facts).sum();
        Phase phase = new Phase(told, "verifier.scelles");
        try (DuckDBAppender rows = lists.createAppender("segment");
                DuckDBAppender imported = lists.createAppender("imported")) {
            sealed.read(fact -> {
                row(rows, fact);
                phase.next(all);
            });
            sealed.readImported(fact -> row(imported, fact));
        }
        try (DuckDBAppender days = lists.createAppender("sealed_day")) {
            int imported = sealed.importedLines();
            for (int i = 0; i < manifest.lines().size(); i++) {
                Manifest.Line line = manifest.lines().get(i);
                days.beginRow();
                days.appendEpochDays((int) line.day().toEpochDay());
                days.append(line.file());
                days.append(i >= imported);
                days.endRow();
            }
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
        Phase phase = new Phase(told, "verifier.faits");
        try (DuckDBAppender rows = lists.createAppender("history");
                Connection connection = reporting.getConnection()) {
            connection.setAutoCommit(false);
            long all = number(connection, "select count(*) from history");
            try (PreparedStatement select = connection.prepareStatement(
                    "select event_id, type, subject, sequence, recorded_at, data from history")) {
                select.setFetchSize(FETCHED);
                try (ResultSet facts = select.executeQuery()) {
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
                        phase.next(all);
                    }
                }
            }
        }
    }

    /** Facts that the topics held and the history not yet when it was listed: they have some time to arrive. */
    private void listArrived(DuckDBConnection lists) throws SQLException {
        List<String> missing = missing(lists);
        if (!missing.isEmpty()) {
            told.tell("verifier.attente", missing.size());
        }
        long end = System.nanoTime() + patience.toNanos();
        try (Connection connection = reporting.getConnection()) {
            while (!missing.isEmpty()) {
                Set<String> there = there(connection, missing);
                try (DuckDBAppender rows = lists.createAppender("arrived")) {
                    for (String id : there) {
                        rows.beginRow();
                        rows.append(id);
                        rows.endRow();
                    }
                }
                if (there.isEmpty()) {
                    if (System.nanoTime() > end) {
                        return;
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
                missing = missing(lists);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> missing(DuckDBConnection lists) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Statement statement = lists.createStatement();
                ResultSet ids = statement.executeQuery("select t.id from topic t anti join history h on t.id = h.id"
                        + " anti join arrived a on t.id = a.id order by t.recorded_at, t.id limit " + FETCHED)) {
            while (ids.next()) {
                missing.add(ids.getString(1));
            }
        }
        return missing;
    }

    private static Set<String> there(Connection connection, List<String> asked) throws SQLException {
        Set<String> there = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("select event_id from history where event_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("text", asked.toArray()));
            try (ResultSet ids = select.executeQuery()) {
                while (ids.next()) {
                    there.add(ids.getString(1));
                }
            }
        }
        return there;
    }

    private void listTopic(DuckDBConnection lists, String topic) throws SQLException {
        long facts = 0;
        Phase phase = new Phase(told, "verifier.topic.progres", topic);
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
            long all = ends.values().stream().mapToLong(Long::longValue).sum()
                    - kafka.beginningOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            Set<String> seen = new HashSet<>();
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : kafka.poll(Duration.ofSeconds(1))) {
                    if (fact(rows, topic, record.value(), seen)) {
                        facts++;
                    }
                    phase.next(all);
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

    private DataSource store(String topic) {
        String name = STORES.get(topic);
        return Workbench.database(needed(name + "_DB_URL"), needed(name + "_DB_USER"), needed(name + "_DB_PASSWORD"));
    }

    private void listStore(DuckDBConnection lists, String topic, Published published) throws SQLException {
        Phase phase = new Phase(told, "verifier.magasin.progres", topic);
        try (Connection connection = store(topic).getConnection()) {
            connection.setAutoCommit(false);
            long all = number(connection, "select count(*) from domain_event");
            try (DuckDBAppender rows = lists.createAppender("head")) {
                rows.beginRow();
                rows.append(topic);
                rows.append(number(connection, "select coalesce(max(global_index), 0) from domain_event"));
                rows.endRow();
            }
            try (DuckDBAppender rows = lists.createAppender("stored");
                    PreparedStatement select = connection.prepareStatement(
                            "select event_id, payload_type, time_stamp, aggregate_id, sequence_number, global_index from domain_event")) {
                select.setFetchSize(FETCHED);
                try (ResultSet events = select.executeQuery()) {
                    while (events.next()) {
                        rows.beginRow();
                        rows.append(topic);
                        rows.append(events.getString(1));
                        rows.append(events.getString(2));
                        rows.appendEpochMicros(micros(events.getTimestamp(3).toInstant()));
                        rows.append(events.getString(4));
                        rows.append(events.getLong(5));
                        rows.append(published.has(events.getLong(6)));
                        rows.endRow();
                        phase.next(all);
                    }
                }
            }
        }
    }

    /** What the services say they have told, where they said it of all partitions. */
    private void listPositions(DuckDBConnection lists) throws SQLException {
        try (Connection connection = reporting.getConnection();
                Statement statement = connection.createStatement();
                ResultSet positions = statement.executeQuery("""
                        select topic, min(recorded_until), max(position) from publisher_position
                        group by topic having count(*) >= max(partitions)""");
                DuckDBAppender rows = lists.createAppender("position")) {
            while (positions.next()) {
                rows.beginRow();
                rows.append(positions.getString(1));
                rows.appendEpochMicros(micros(positions.getTimestamp(2).toInstant()));
                rows.append(positions.getLong(3));
                rows.endRow();
            }
        }
    }

    /**
     * What a service has published of its store.
     *
     * @param gaps numbers before that which it found missing: their events are still being stored, or never were
     */
    private record Published(long until, Set<Long> gaps) {
        boolean has(long index) {
            return index <= until && !gaps.contains(index);
        }
    }

    private Map<String, Published> published() throws SQLException {
        Map<String, Published> published = new HashMap<>();
        for (String topic : STORES.keySet()) {
            try (Connection connection = store(topic).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select token from token_entry where processor_name = 'publisher' and token is not null")) {
                JsonNode token = row.next() ? JSON.readTree(row.getString(1)) : JSON.createObjectNode();
                Set<Long> gaps = new HashSet<>();
                token.path("gaps").forEach(gap -> gaps.add(gap.asLong()));
                published.put(topic, new Published(token.path("index").asLong(-1), gaps));
            }
        }
        return published;
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
        rows.beginRow();
        rows.append(place);
        rows.append(id);
        rows.append(type);
        rows.appendEpochMicros(micros(recordedAt));
        rows.append(subject);
        rows.append(sequence);
        rows.append(digest(type + '\n' + subject + '#' + sequence + '\n' + recorded + '\n' + canonical(data)));
        rows.endRow();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
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
        return number(lists, "select count(*) from " + list);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(statement, query);
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
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

    /** A part of the work that may be long: tells every two seconds how far it is. */
    private static final class Phase {
        private static final long BETWEEN = Duration.ofSeconds(2).toNanos();

        private final Told told;
        private final String key;
        private final Object[] what;
        private long last = System.nanoTime();
        private long position;

        Phase(Told told, String key, Object... what) {
            this.told = told;
            this.key = key;
            this.what = what;
        }

        void next(long total) {
            at(position + 1, total);
        }

        void at(long now, long total) {
            position = now;
            if (System.nanoTime() - last < BETWEEN) {
                return;
            }
            last = System.nanoTime();
            Object[] arguments = Arrays.copyOf(what, what.length + 2);
            arguments[what.length] = now;
            arguments[what.length + 1] = total;
            told.tell(key, arguments);
        }
    }
}
