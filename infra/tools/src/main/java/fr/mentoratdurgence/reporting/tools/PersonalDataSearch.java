package fr.mentoratdurgence.reporting.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for data about persons everywhere the platform remembers: event stores, all other tables, topics, sealed days,
 * logs. What it finds is told by place and rule, with how often, and never with the words.
 */
final class PersonalDataSearch {
    private record Where(String place, String rule) implements Comparable<Where> {
        @Override
        public int compareTo(Where other) {
            int byPlace = place.compareTo(other.place);
            return byPlace != 0 ? byPlace : rule.compareTo(other.rule);
        }
    }

    private record Seen(int often, String sign) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FETCHED = 2_000;

    private final Map<String, String> environment;
    private final SealedHistory sealed;
    private final Told told;
    private final StoredText law = new StoredText();
    private final Map<Where, Seen> seen = new TreeMap<>();

    PersonalDataSearch(Map<String, String> environment, SealedHistory sealed, Told told) {
        this.environment = environment;
        this.sealed = sealed;
        this.told = told;
    }

    /** Whether nothing was found. */
    boolean run() throws SQLException {
        for (ServiceStore store : ServiceStore.values()) {
            database(store);
        }
        topics();
        long[] facts = {0};
        sealed.read(fact -> {
            facts[0]++;
            json("jours scellés", fact.getString(8), law::ofFact);
            note("jours scellés, flux", law.ofFact(fact.getString(4)));
        });
        told.tell("donnees.scelles", facts[0]);
        logs();
        seen.forEach(
                (where, what) -> told.tell("donnees.trouve", where.place(), where.rule(), what.often(), what.sign()));
        told.tell(seen.isEmpty() ? "donnees.rien" : "donnees.bilan", seen.size());
        return seen.isEmpty();
    }

    private void database(ServiceStore store) throws SQLException {
        String name = store.id();
        long rows = 0;
        try (Connection connection = store.in(environment).getConnection()) {
            connection.setAutoCommit(false);
            List<String> tables = tables(connection);
            for (String table : tables) {
                rows += table(connection, name, table);
            }
            told.tell("donnees.base", name, tables.size(), rows);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                          and c.relname <> 'flyway_schema_history' and has_table_privilege(c.oid, 'select')
                        order by c.relname""")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    /** Columns that the database works out of others: they say nothing of their own. */
    private static List<String> repeated(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and c.relname = ? and a.attgenerated <> ''""")) {
            statement.setString(1, table);
            try (ResultSet names = statement.executeQuery()) {
                while (names.next()) {
                    columns.add(names.getString(1));
                }
            }
        }
        return columns;
    }

    private long table(Connection connection, String database, String table) throws SQLException {
        boolean facts = table.equals("domain_event") || table.startsWith("history");
        long rows = 0;
        List<String> repeated = repeated(connection, table);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet all = statement.executeQuery(
                    "select row_to_json(t)::text from \"" + table.replace("\"", "\"\"") + "\" t")) {
                while (all.next()) {
                    rows++;
                    JsonNode row = JSON.readTree(all.getString(1));
                    boolean published = row.path("published").asBoolean(false);
                    for (Map.Entry<String, JsonNode> column : row.properties()) {
                        if (repeated.contains(column.getKey())) {
                            continue;
                        }
                        String place = database + "." + table + "." + column.getKey();
                        Function<String, Map<String, String>> rule =
                                facts ? law::ofFact : text -> law.ofColumn(table, column.getKey(), published, text);
                        node(place, column.getValue(), rule);
                    }
                }
            }
        }
        return rows;
    }

    private void topics() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ServiceStore.needed(environment, "KAFKA_BOOTSTRAP"),
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, String> kafka =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = kafka.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            long records = 0;
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : kafka.poll(Duration.ofSeconds(1))) {
                    records++;
                    String place = "topic " + record.topic();
                    if (record.value() != null) {
                        json(place, record.value(), law::ofFact);
                    }
                    if (record.key() != null) {
                        note(place + ", clé", law.ofFact(record.key()));
                    }
                    record.headers()
                            .forEach(header -> note(
                                    place + ", en-tête " + header.key(),
                                    law.ofColumn("", header.key(), false, new String(header.value(), UTF_8))));
                }
            }
            told.tell("donnees.topics", records);
        }
    }

    private void logs() {
        Path folder = Path.of(ServiceStore.needed(environment, "LOGS"));
        if (!Files.isDirectory(folder)) {
            return;
        }
        long[] lines = {0};
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(".log"))
                    .sorted()
                    .forEach(file -> lines[0] += log(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        told.tell("donnees.journaux", lines[0]);
    }

    private long log(Path file) {
        long number = 0;
        // a log may hold bytes of any sort: what cannot be decoded is shown as such
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                note(file.getFileName() + " ligne " + number, law.ofLog(line));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return number;
    }

    private void json(String place, String text, Function<String, Map<String, String>> rule) {
        try {
            node(place, JSON.readTree(text), rule);
        } catch (JacksonException _) {
            note(place, rule.apply(text));
        }
    }

    private void node(String place, JsonNode node, Function<String, Map<String, String>> rule) {
        if (node.isObject()) {
            node.properties().forEach(field -> node(place, field.getValue(), rule));
        } else if (node.isArray()) {
            node.forEach(element -> node(place, element, rule));
        } else if (node.isString()) {
            String text = node.stringValue();
            if (text.startsWith("{") || text.startsWith("[")) {
                json(place, text, rule);
            } else {
                note(place, rule.apply(text));
            }
        }
    }

    private void note(String place, Map<String, String> rules) {
        rules.forEach((rule, sign) -> seen.merge(
                new Where(place, rule), new Seen(1, sign), (old, _) -> new Seen(old.often() + 1, old.sign())));
    }
}
