package fr.mentoratdurgence.contracts.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * School holidays of pupils, by zone, as the education ministry publishes them ({@code fr-en-calendrier-scolaire}, Licence
 * Ouverte): the school years 2019-2020 and 2025-2026. A day of which the table knows nothing is school time; so is a day on
 * which schools are closed and lessons go on at home.
 */
public final class SchoolHolidays {
    private static final String TABLE = "/vocabulary/vacances-scolaires.csv";
    private static final Map<String, List<Holidays>> BY_ZONE = read();
    /** Whoever counts further than this has no school time before him. */
    private static final int HORIZON = 1000;

    /** From the first day without lessons to the day on which they begin again. */
    private record Holidays(LocalDate first, LocalDate back) {
        boolean has(LocalDate day) {
            return !day.isBefore(first) && day.isBefore(back);
        }
    }

    private SchoolHolidays() {}

    /** Whether this day counts as school time where this département is; weekends do, as holidays begin on one. */
    public static boolean isSchoolTime(LocalDate day, String departement) {
        return Departements.of(departement)
                .map(known -> BY_ZONE.getOrDefault(known.holidayZone(), List.of()))
                .orElse(List.of())
                .stream()
                .noneMatch(holidays -> holidays.has(day));
    }

    /**
     * The day that comes so many days of school time after this one, which itself does not count.
     *
     * @param paused days that do not count either
     */
    public static LocalDate after(LocalDate day, int days, String departement, Predicate<LocalDate> paused) {
        LocalDate reached = day;
        for (int left = days, seen = 0; left > 0 && seen < HORIZON; seen++) {
            reached = reached.plusDays(1);
            if (isSchoolTime(reached, departement) && !paused.test(reached)) {
                left--;
            }
        }
        return reached;
    }

    private static Map<String, List<Holidays>> read() {
        Map<String, List<Holidays>> zones = new HashMap<>();
        try (InputStream table = SchoolHolidays.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("missing resource " + TABLE);
            }
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .forEach(cells -> zones.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                            .add(new Holidays(LocalDate.parse(cells[1]), LocalDate.parse(cells[2]))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return zones;
    }
}
