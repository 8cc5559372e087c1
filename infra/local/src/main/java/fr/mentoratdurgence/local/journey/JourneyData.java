package fr.mentoratdurgence.local.journey;

import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Row;
import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journey is played with: a file of the education ministry's directory as its producer publishes it, needs, and
 * a file of mentors.
 */
public final class JourneyData {
    private static final Column UAI =
            Column.required("identifiant_de_l_etablissement", "numero_uai", "uai", "code_etablissement", "code_uai");
    private static final Column NAME = Column.optional(
            "nom_etablissement", "nom_de_l_etablissement", "appellation_officielle", "denomination_principale", "nom");
    private static final Column TYPE =
            Column.optional("type_etablissement", "type_d_etablissement", "nature_uai_libe", "libelle_nature");
    private static final Column PRIORITY =
            Column.optional("appartenance_education_prioritaire", "education_prioritaire", "appartenance_ep", "ep");

    private final byte[] structures;
    private final List<NeedRow> needs;
    private final byte[] mentors;

    private JourneyData(byte[] structures, List<NeedRow> needs, byte[] mentors) {
        this.structures = structures;
        this.needs = needs;
        this.mentors = mentors;
    }

    byte[] structures() {
        return structures.clone();
    }

    List<NeedRow> needs() {
        return needs;
    }

    byte[] mentors() {
        return mentors.clone();
    }

    /** The given files; the sample where none is given. */
    public static JourneyData of(@Nullable Path structures, @Nullable Path needs, @Nullable Path mentors) {
        byte[] directory = structures == null ? sample("structures.csv") : file(structures);
        List<NeedRow> rows = NeedRow.read(needs == null ? sample("needs.csv") : file(needs));
        boolean readdress = structures != null && needs == null;
        return new JourneyData(
                directory,
                readdress ? readdressed(rows, directory) : rows,
                mentors == null ? sample("mentors.csv") : file(mentors));
    }

    /** Each need with its lines, in the order of the file. */
    List<List<NeedRow>> needsOneByOne() {
        var found = new ArrayList<List<NeedRow>>();
        String before = "";
        for (NeedRow row : needs) {
            if (!row.uai().equals(before)) {
                found.add(new ArrayList<>());
            }
            found.getLast().add(row);
            before = row.uai();
        }
        return found;
    }

    /**
     * The needs of the sample, addressed to schools of another file: priority education first, then by
     * UAI, so that the same file always gives the same needs.
     */
    private static List<NeedRow> readdressed(List<NeedRow> sample, byte[] directory) {
        List<School> schools = new ArrayList<>(JourneyFile.rows(directory, List.of(UAI, NAME, TYPE, PRIORITY)).stream()
                .map(School::of)
                .filter(School::teachesReading)
                .sorted(Comparator.comparingInt(School::rank).thenComparing(School::uai))
                .toList());
        var addressed = new LinkedHashMap<String, School>();
        var rows = new ArrayList<NeedRow>();
        for (NeedRow row : sample) {
            School school = addressed.get(row.uai());
            if (school == null) {
                Optional<School> next = pick(
                        schools, row.level().startsWith("C") && !row.level().startsWith("COLLEGE"));
                if (next.isEmpty()) {
                    continue;
                }
                school = next.get();
                schools.remove(school);
                addressed.put(row.uai(), school);
            }
            rows.add(row.movedTo(school.uai(), school.audience()));
        }
        return rows;
    }

    private static Optional<School> pick(List<School> schools, boolean primary) {
        return schools.stream()
                .filter(school -> school.primary() == primary)
                .findFirst()
                .or(() -> schools.stream().findFirst());
    }

    private record School(String uai, String name, String type, String status) {
        static School of(Row row) {
            return new School(row.get(UAI), Typed.plain(row.get(NAME)), Typed.plain(row.get(TYPE)), row.get(PRIORITY));
        }

        boolean teachesReading() {
            return !uai.isEmpty() && !name.contains("maternelle") && !type.contains("maternelle");
        }

        boolean primary() {
            return type.contains("ecole");
        }

        int rank() {
            return switch (status) {
                case "REP+" -> 0;
                case "REP" -> 1;
                default -> 2;
            };
        }

        String audience() {
            return switch (status) {
                case "REP+" -> "REP_PLUS";
                case "REP" -> "REP";
                default -> "NONE";
            };
        }
    }

    private static byte[] file(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample(String name) {
        try (var in = JourneyData.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
