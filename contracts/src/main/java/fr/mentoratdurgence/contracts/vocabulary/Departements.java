package fr.mentoratdurgence.contracts.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The départements of France and its collectivités overseas: which académie or vice-rectorat each is in, its zone of school holidays and its time zone. Numbers and
 * names of académies are the education ministry's; zones are those of 2019-2020.
 */
public final class Departements {
    private static final String TABLE = "/vocabulary/departements.csv";
    private static final Map<String, Departement> ALL = read();
    private static final List<Academie> ACADEMIES = academies();

    /**
     * One département.
     *
     * @param code        01 to 95, 2A, 2B, 971 to 978, 986 to 988
     * @param academie    two digits
     * @param holidayZone A, B, C, or the name of a territory with holidays of its own
     * @param timeZone    what a clock there shows
     */
    public record Departement(
            String code, String academie, String academieLabel, String holidayZone, ZoneId timeZone) {}

    /**
     * One académie.
     *
     * @param code         two digits, as the ministry numbers it
     * @param label        its French name
     * @param departements codes of its départements
     */
    public record Academie(String code, String label, List<String> departements) {}

    private Departements() {}

    /** The département with this code. */
    public static Optional<Departement> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** The académies, by code. */
    public static List<Academie> all() {
        return ACADEMIES;
    }

    private static Map<String, Departement> read() {
        Map<String, Departement> all = new LinkedHashMap<>();
        try (InputStream table = Departements.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("missing resource " + TABLE);
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split(";", -1);
                        all.put(cells[0], new Departement(cells[0], cells[1], cells[2], cells[3], ZoneId.of(cells[4])));
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static List<Academie> academies() {
        Map<String, List<Departement>> byAcademie = new TreeMap<>();
        ALL.values()
                .forEach(one -> byAcademie
                        .computeIfAbsent(one.academie(), _ -> new ArrayList<>())
                        .add(one));
        return byAcademie.entrySet().stream()
                .map(entry -> new Academie(
                        entry.getKey(),
                        entry.getValue().getFirst().academieLabel(),
                        entry.getValue().stream().map(Departement::code).toList()))
                .toList();
    }
}
