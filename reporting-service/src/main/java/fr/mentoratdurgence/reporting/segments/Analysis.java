package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The analysts' door: SQL over the sealed segments, with views under the names of the glossary; nothing can be changed. */
public final class Analysis implements AutoCloseable {
    private final Connection duck;

    private Analysis(Connection duck) {
        this.duck = duck;
    }

    /** Opens the segments of a sealed history; each file is checked first. */
    public static Analysis open(SealedHistory sealed, int threads, String memory) throws SQLException {
        List<Manifest.Line> lines = sealed.manifest().lines();
        if (lines.isEmpty()) {
            throw new SegmentFault(SegmentFault.Code.NOTHING_SEALED, sealed.folder());
        }
        sealed.check((_, _) -> {});
        List<Path> files = lines.stream().map(sealed::file).toList();
        Connection duck = Duck.open(threads, memory);
        // segments that an earlier build sealed may lack a column: it is empty there
        Duck.run(duck, "create table no_fact (" + Columns.declarations() + ")");
        Duck.run(
                duck,
                "create view facts as select * from no_fact union all by name select * from "
                        + Duck.parquetByName(files));
        Duck.run(duck, text("views.sql"));
        // from here on: these files and nothing else, neither read nor written
        Duck.run(duck, "set allowed_directories = [" + Duck.quoted(sealed.folder()) + "]");
        Duck.run(duck, "set enable_external_access = false");
        Duck.run(duck, "set lock_configuration = true");
        return new Analysis(duck);
    }

    /** The connection that sees the views. */
    public Connection connection() {
        return duck;
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
