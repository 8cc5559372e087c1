package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.reporting.Points;
import fr.mentoratdurgence.reporting.WatchedDatabase;
import fr.mentoratdurgence.reporting.segments.KilledSeason;
import fr.mentoratdurgence.reporting.segments.WatchedHistory;
import fr.mentoratdurgence.reporting.segments.Witness;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;

/** Imports what was exported into a database and a folder. */
public final class ImportVictim {
    private ImportVictim() {}

    public static void main(String[] arguments) throws Exception {
        DataSource database = ServiceStore.database(arguments[2], arguments[3], arguments[4]);
        try (Connection connection = database.getConnection()) {
            connection.isValid(5);
        }
        Points points = Points.whenAsked();
        DataSource watched = WatchedDatabase.of(database, points::reach);
        new Move(
                        WatchedHistory.of(
                                Path.of(arguments[1]), KilledSeason.OPERATION, new Witness(database), points::reach),
                        watched,
                        (_, _) -> {})
                .restore(Path.of(arguments[0]), KilledSeason.OPERATION);
        Points.done();
    }
}
