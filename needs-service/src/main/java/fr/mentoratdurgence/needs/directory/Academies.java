package fr.mentoratdurgence.needs.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The académies of France and their départements; numbers and names are the education ministry's. */
public final class Academies {

    /**
     * One académie.
     *
     * @param code two digits, as the ministry numbers it
     * @param label its French name
     */
    public record Academie(String code, String label) {}

    private static final String TABLE = "/directory/academies.csv";

    private final Map<String, Academie> byDepartement = new HashMap<>();

    /** Reads the table that ships with the service. */
    public Academies() {
        try (InputStream table = Academies.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("missing resource " + TABLE);
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        List<String> cells = List.of(line.split(";"));
        var academie = new Academie(cells.get(0), cells.get(1));
        List.of(cells.get(2).split(",")).forEach(departement -> byDepartement.put(departement, academie));
    }

    /** The académie of a département; empty where there is no such département. */
    public Optional<Academie> of(String departement) {
        return Optional.ofNullable(byDepartement.get(departement));
    }
}
