package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The analysts' door: SQL over the sealed segments, with views under the names of the glossary; nothing can be changed. */
public final class Analysis implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SYNTAX = "parser";
    private static final String NODE = "_NODE";
    /** What the parser makes of a question; what writes has names of its own, such as COPY_QUERY_NODE. */
    private static final Set<String> READING =
            Set.of("SELECT_NODE", "SET_OPERATION_NODE", "CTE_NODE", "RECURSIVE_CTE_NODE");
    /** It takes a text for a query, which the parser does not see. */
    private static final String TEXT_AS_QUERY = "query";

    private final Connection duck;

    private Analysis(Connection duck) {
        this.duck = duck;
    }

    /** Opens the segments of a sealed history; each file is checked first. */
    public static Analysis open(SealedHistory sealed, int threads, String memory) throws SQLException {
        List<Manifest.Line> lines = sealed.manifest().lines();
        if (lines.isEmpty()) {
            throw new SegmentFault(SegmentFault.Code.NOTHING_SEALED, sealed.place());
        }
        sealed.check((_, _) -> {});
        List<Path> files = lines.stream().map(sealed::file).toList();
        Connection duck = Duck.open(threads, memory);
        // segments that an earlier build sealed may lack a column: it is empty there
        Duck.run(duck, "create table no_fact (" + SegmentColumns.declarations() + ")");
        Duck.run(
                duck,
                "create view facts as select * from no_fact union all by name select * from "
                        + Duck.parquetByName(files));
        Duck.run(duck, text("views.sql"));
        // from here on: these files and nothing else, neither read nor written
        Duck.run(duck, "set allowed_paths = [" + Duck.list(files) + "]");
        Duck.run(duck, "set enable_external_access = false");
        Duck.run(duck, "set lock_configuration = true");
        return new Analysis(duck);
    }

    /**
     * Exactly one question, ready to be asked. DuckDB's own parser says what a text is, and allowed paths alone would not
     * do: a query may carry, as a common table expression, one that writes a file that may be read.
     *
     * @throws NotAQuestion where the text is anything else than one question, or hides something else in it
     * @throws SQLException where DuckDB does not understand it
     */
    public PreparedStatement question(String text) throws SQLException {
        JsonNode parsed = parsed(text);
        if (parsed.path("error").asBoolean()
                && parsed.path("error_type").asString("").equals(SYNTAX)) {
            throw new SQLException(parsed.path("error_message").asString(""));
        }
        boolean reads = parsed.path("statements").size() == 1
                && READING.containsAll(texts(parsed, "type")
                        .filter(type -> type.endsWith(NODE))
                        .toList())
                && texts(parsed, "function_name").noneMatch(TEXT_AS_QUERY::equals);
        if (!reads) {
            throw new NotAQuestion();
        }
        return duck.prepareStatement(text);
    }

    private static Stream<String> texts(JsonNode parsed, String field) {
        return parsed.findValues(field).stream().filter(JsonNode::isString).map(JsonNode::asString);
    }

    private JsonNode parsed(String text) throws SQLException {
        try (PreparedStatement parse = duck.prepareStatement("select json_serialize_sql(?)")) {
            parse.setString(1, text);
            try (ResultSet answer = parse.executeQuery()) {
                answer.next();
                return JSON.readTree(answer.getString(1));
            }
        } catch (JacksonException tooDeep) {
            throw new NotAQuestion();
        }
    }

    /** What was given is not one question. */
    public static final class NotAQuestion extends SQLException {
        NotAQuestion() {
            super("not exactly one query that only reads");
        }
    }

    /** The figures of the bilan by SQL alone: {@code indicator}, or {@code indicator axis key}, to its value. */
    public Map<String, BigDecimal> figures() throws SQLException {
        Map<String, BigDecimal> figures = new TreeMap<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(text("figures.sql"))) {
            while (rows.next()) {
                String name = (rows.getString(1) + ' ' + rows.getString(2) + ' ' + rows.getString(3)).strip();
                figures.put(name, rows.getBigDecimal(4));
            }
        }
        return figures;
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Analysis.class.getResourceAsStream("/analysis/" + name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
