package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The académies of France, their départements, and where each stands on the tile map. */
public final class Academies {
    private static final String TABLE = "/directory/tiles.csv";
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
            Map<String, String[]> tiles = new HashMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .forEach(cells -> tiles.put(cells[0], cells));
            Departements.all().forEach(academie -> add(academie, tiles.get(academie.code())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(Departements.Academie one, String @Nullable [] tile) {
        if (tile == null) {
            throw new IllegalStateException("no tile for the académie " + one.code());
        }
        Academie academie = new Academie(
                one.code(), one.label(), one.departements(), Integer.parseInt(tile[1]), Integer.parseInt(tile[2]));
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
