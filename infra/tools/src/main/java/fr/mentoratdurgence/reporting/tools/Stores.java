package fr.mentoratdurgence.reporting.tools;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event stores of the services that tell: what they hold, of which kinds, and how far it was told. */
final class Stores {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FETCHED = 5_000;
    private static final String NO_SUCH_TABLE = "42P01";

    private final Map<String, String> environment;
    private final Told told;
    private final Map<ServiceStore, Published> published = new EnumMap<>(ServiceStore.class);

    Stores(Map<String, String> environment, Told told) {
        this.environment = environment;
        this.told = told;
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

    /** Notes how far each service has told; who does not answer is named, and then this is false. */
    boolean answer() {
        boolean all = true;
        for (ServiceStore store : ServiceStore.telling()) {
            String service = store.id() + "-service";
            String address = store.address();
            if (!environment.containsKey(address)) {
                told.tell("verifier.muet.adresse", service, address);
                all = false;
                continue;
            }
            try (Connection connection = store.in(environment).getConnection()) {
                published.put(store, published(connection));
            } catch (SQLException e) {
                boolean empty = NO_SUCH_TABLE.equals(e.getSQLState());
                told.tell(empty ? "verifier.muet.vide" : "verifier.muet.base", service);
                all = false;
            }
        }
        return all;
    }

    private static Published published(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select token from token_entry where processor_name = 'publisher' and token is not null")) {
            JsonNode token = row.next() ? JSON.readTree(row.getString(1)) : JSON.createObjectNode();
            Set<Long> gaps = new HashSet<>();
            token.path("gaps").forEach(gap -> gaps.add(gap.asLong()));
            return new Published(token.path("index").asLong(-1), gaps);
        }
    }

    /** All events of the store of a topic. */
    void list(ComparedLists lists, String topic) throws SQLException {
        Phase phase = new Phase(told, "verifier.magasin.progres", topic);
        Published sofar = Objects.requireNonNull(published.get(ServiceStore.of(topic)));
        try (Connection connection = ServiceStore.of(topic).in(environment).getConnection()) {
            connection.setAutoCommit(false);
            long all = number(connection, "select count(*) from domain_event");
            try (DuckDBAppender rows = lists.append("head")) {
                rows.beginRow();
                rows.append(topic);
                rows.append(number(connection, "select coalesce(max(global_index), 0) from domain_event"));
                rows.endRow();
            }
            try (DuckDBAppender rows = lists.append("stored");
                    PreparedStatement select = connection.prepareStatement(
                            "select event_id, payload_type, time_stamp, aggregate_id, sequence_number, global_index from domain_event")) {
                select.setFetchSize(FETCHED);
                try (ResultSet events = select.executeQuery()) {
                    while (events.next()) {
                        rows.beginRow();
                        rows.append(topic);
                        rows.append(events.getString(1));
                        rows.append(events.getString(2));
                        rows.appendEpochMicros(
                                ComparedLists.micros(events.getTimestamp(3).toInstant()));
                        rows.append(events.getString(4));
                        rows.append(events.getLong(5));
                        rows.append(sofar.has(events.getLong(6)));
                        rows.endRow();
                        phase.next(all);
                    }
                }
            }
            kinds(lists, topic, connection);
        }
    }

    /** Which kinds of events any version of the service has known, told or private. */
    private static void kinds(ComparedLists lists, String topic, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet kinds = statement.executeQuery("select name from event_type");
                DuckDBAppender rows = lists.append("known_kind")) {
            while (kinds.next()) {
                rows.beginRow();
                rows.append(topic);
                rows.append(kinds.getString(1));
                rows.endRow();
            }
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
