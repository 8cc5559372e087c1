package fr.mentoratdurgence.reporting.bilan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The académies of France, their départements, and where each stands on the tile map. */
public final class Academies {
    private static final String TABLE = "/directory/academies.csv";
    private static final Academies FRANCE = new Academies();

    /**
     * One académie.
     *
     * @param code two digits, as the ministry numbers it
     * @param label its French name
     * @param departements codes of its départements
     * @param column place on the tile map, from 0 in the west
     * @param row place on the tile map, from 0 in the north
     */
    public record Academie(String code, String label, List<String> departements, int column, int row) {}

    private final List<Academie> all = new ArrayList<>();
    private final Map<String, Academie> byCode = new HashMap<>();
    private final Map<String, Academie> byDepartement = new HashMap<>();

    private Academies() {
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
        Academie academie = new Academie(
                cells.get(0),
                cells.get(1),
                List.of(cells.get(2).split(",")),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)));
        all.add(academie);
        byCode.put(academie.code(), academie);
        academie.departements().forEach(departement -> byDepartement.put(departement, academie));
    }

    /** Those of France. */
    public static Academies ofFrance() {
        return FRANCE;
    }

    /** All of them, by code. */
    public List<Academie> all() {
        return List.copyOf(all);
    }

    /** The académie with this code. */
    public Optional<Academie> withCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The académie of a département. */
    public Optional<Academie> of(String departement) {
        return Optional.ofNullable(byDepartement.get(departement));
    }
}
