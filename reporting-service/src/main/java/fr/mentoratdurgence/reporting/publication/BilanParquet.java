package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.segments.Duck;
import fr.mentoratdurgence.reporting.segments.SegmentFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bilan as a Parquet file, written by DuckDB: one row for each value. */
@Component
class BilanParquet {

    byte[] write(Bilan bilan) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("bilan");
            Path file = folder.resolve("bilan.parquet");
            try (Connection duck = Duck.open(1, "64MB")) {
                Duck.run(duck, """
                        create table bilan(row int, code varchar, version int, axis varchar, key varchar,
                            value decimal(18, 4), unit varchar, territory varchar, as_of varchar,
                            published boolean, hash varchar, happened_until date)""");
                fill(duck, bilan);
                Duck.run(
                        duck,
                        "copy (select * exclude (row) from bilan order by row) to " + Duck.quoted(file)
                                + " (format parquet, compression zstd)");
            }
            return Files.readAllBytes(file);
        } catch (IOException | SQLException e) {
            throw SegmentFault.saysDiskFull(e)
                    ? (SystemFault) new SystemFault("NO_ROOM").initCause(e)
                    : new IllegalStateException("the Parquet file could not be written", e);
        } finally {
            remove(folder);
        }
    }

    private static void fill(Connection duck, Bilan bilan) throws SQLException {
        String hash = bilan.hash();
        try (PreparedStatement insert =
                duck.prepareStatement("insert into bilan values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int row = 0;
            for (Figure figure : bilan.figures()) {
                row(
                        insert,
                        row++,
                        bilan,
                        hash,
                        figure,
                        null,
                        null,
                        figure.indicator().unit(),
                        figure.value());
                for (Breakdown breakdown : figure.breakdowns()) {
                    for (Part part : breakdown.parts()) {
                        Axis axis = breakdown.axis();
                        String unit = axis.unit(figure.indicator(), part.key());
                        row(insert, row++, bilan, hash, figure, axis.code(), part.key(), unit, part.value());
                    }
                }
            }
            int[] _ = insert.executeBatch();
        }
    }

    private static void row(
            PreparedStatement insert,
            int row,
            Bilan bilan,
            String hash,
            Figure figure,
            @Nullable String axis,
            @Nullable String key,
            String unit,
            @Nullable BigDecimal value)
            throws SQLException {
        insert.setInt(1, row);
        insert.setString(2, figure.indicator().code());
        insert.setInt(3, figure.indicator().version());
        insert.setString(4, axis);
        insert.setString(5, key);
        insert.setBigDecimal(6, value);
        insert.setString(7, unit);
        insert.setString(8, bilan.scope().territory().id());
        insert.setString(9, bilan.asOf().toString());
        insert.setBoolean(10, bilan.published());
        insert.setString(11, hash);
        insert.setObject(12, bilan.scope().happenedUntil());
        insert.addBatch();
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("bilan.parquet"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
