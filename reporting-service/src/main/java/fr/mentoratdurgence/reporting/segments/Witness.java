package fr.mentoratdurgence.reporting.segments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Notes in the database how the manifest ended, line by line. The chain proves all lines but the last; the witness
 * proves that one, and that none was cut off: a folder that is not mounted is not taken for an empty history.
 */
public final class Witness {
    /** The hash of the manifest after a line. */
    record Noted(int line, String hash) {}

    private final DataSource database;

    /** The witness in this database. */
    public Witness(DataSource database) {
        this.database = database;
    }

    /** Notes the last line, unless it is noted already. */
    public void note(Manifest manifest) {
        try (Connection connection = database.getConnection()) {
            note(manifest, connection);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** The same in a transaction of somebody else. */
    public void note(Manifest manifest, Connection connection) throws SQLException {
        if (manifest.lines().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sealed_line(line, hash, noted_at) values (?, ?, now()) on conflict do nothing")) {
            insert.setInt(1, manifest.lines().size());
            insert.setString(2, manifest.hash());
            insert.executeUpdate();
        }
    }

    /** The last line that was noted. */
    Optional<Noted> last() {
        try (Connection connection = database.getConnection();
                PreparedStatement last =
                        connection.prepareStatement("select line, hash from sealed_line order by line desc limit 1");
                ResultSet row = last.executeQuery()) {
            return row.next() ? Optional.of(new Noted(row.getInt(1), row.getString(2))) : Optional.empty();
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** Notes in a transaction of somebody else that so many lines were brought from another machine. */
    void noteImport(int lines, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into imported_line(line, noted_at) values (?, now())")) {
            insert.setInt(1, lines);
            insert.executeUpdate();
        }
    }

    /** How many of the first lines were brought from another machine. */
    int imported() {
        try (Connection connection = database.getConnection();
                PreparedStatement last =
                        connection.prepareStatement("select coalesce(max(line), 0) from imported_line");
                ResultSet row = last.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private static DataAccessResourceFailureException away(SQLException e) {
        return new DataAccessResourceFailureException("the witness of the manifest does not answer", e);
    }
}
