package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.profile.Grade;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.Skill;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines and mentors as files say them. */
final class MatchFiles {
    static final List<String> LINE_COLUMNS = List.of(
            "ligne",
            "nombre",
            "niveau",
            "matieres",
            "accompagnements",
            "creneaux",
            "canal",
            "langue",
            "departement",
            "public",
            "declare_le",
            "lien_famille");
    static final List<String> MENTOR_COLUMNS = List.of(
            "mentor",
            "competences",
            "accompagnements",
            "creneaux",
            "capacite",
            "canaux",
            "langues",
            "departement",
            "partout",
            "majeur",
            "actif_depuis",
            "exclusions");
    private static final int MOST_SEATS = 1_000_000;

    /** A need of a file has one line. */
    static final int ONLY_LINE = 1;

    private record Line(
            String id,
            int seats,
            PlaceProfile profile,
            String departement,
            PriorityAudience audience,
            @Nullable LocalDate declaredOn) {}

    private record Mentor(String id, MentorProfile profile, int capacity, List<String> exclusions) {}

    private MatchFiles() {}

    /**
     * Reads both files. A wait ends on the latest day that they name.
     *
     * @throws FileRefused with all that is to mend
     */
    static Problem read(Path linesFile, Path mentorsFile, Policy policy, long seed) {
        List<String> reasons = new ArrayList<>();
        List<Line> lines = Sheet.read(linesFile, LINE_COLUMNS, reasons, MatchFiles::line);
        Set<String> known = new HashSet<>();
        lines.forEach(line -> known.add(line.id));
        boolean linesAreRead = reasons.isEmpty();
        List<Mentor> mentors =
                Sheet.read(mentorsFile, MENTOR_COLUMNS, reasons, row -> mentor(row, known, linesAreRead));
        if (!reasons.isEmpty()) {
            throw new FileRefused(reasons);
        }
        LocalDate today = Stream.concat(
                        lines.stream().map(Line::declaredOn),
                        mentors.stream().map(mentor -> mentor.profile.activeSince()))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        Set<Pairing> exclusions = new HashSet<>();
        mentors.forEach(
                mentor -> mentor.exclusions.forEach(line -> exclusions.add(new Pairing(line, ONLY_LINE, mentor.id))));
        return new Problem(
                lines.stream()
                        .map(line -> new WaitingLine(
                                line.id,
                                ONLY_LINE,
                                line.profile,
                                line.departement,
                                line.audience,
                                days(line.declaredOn, today),
                                line.seats))
                        .toList(),
                mentors.stream()
                        .map(mentor -> new Candidate(
                                mentor.id, mentor.profile, mentor.capacity, days(mentor.profile.activeSince(), today)))
                        .toList(),
                exclusions,
                policy,
                seed);
    }

    private static int days(@Nullable LocalDate from, LocalDate to) {
        return from == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static Line line(Sheet.Row row) {
        List<Level> levels = row.list("niveau", MatchingWords.all("classe"), MatchingWords::level);
        if (levels.size() != 1) {
            row.wrong("niveau", MatchingWords.say("csv.unniveau"));
        }
        Level level = levels.isEmpty() ? new Level(Grade.CP, Grade.CP, null) : levels.getFirst();
        List<String> languages = row.languages("langue");
        if (languages.size() > 1) {
            row.wrong("langue", MatchingWords.say("csv.unelangue"));
        }
        List<PriorityAudience> audience = row.codes("public", Kind.PUBLIC, PriorityAudience.class);
        if (audience.size() > 1) {
            row.wrong("public", MatchingWords.say("csv.unpublic"));
        }
        return new Line(
                row.key("ligne"),
                row.number("nombre", 1, MOST_SEATS),
                new PlaceProfile(
                        level.lowestBand(),
                        row.codes("accompagnements", Kind.ACCOMPAGNEMENT, SupportKind.class),
                        row.codes("matieres", Kind.MATIERE, Subject.class),
                        row.codes("canal", Kind.CANAL, Channel.class),
                        row.list("creneaux", MatchingWords.say("csv.creneau"), MatchingWords::slot),
                        level,
                        languages.isEmpty() ? null : languages.getFirst(),
                        row.yes("lien_famille")),
                row.departement("departement"),
                audience.isEmpty() ? PriorityAudience.NONE : audience.getFirst(),
                row.date("declare_le"));
    }

    private static Mentor mentor(Sheet.Row row, Set<String> lines, boolean linesAreRead) {
        List<String> exclusions = row.items("exclusions");
        for (String line : exclusions) {
            if (linesAreRead && !lines.contains(line)) {
                row.wrong("exclusions", MatchingWords.say("csv.ligneinconnue", line));
            }
        }
        return new Mentor(
                row.key("mentor"),
                new MentorProfile(
                        !Boolean.FALSE.equals(row.yes("majeur")),
                        row.departement("departement"),
                        Boolean.TRUE.equals(row.yes("partout")),
                        row.list(
                                "competences",
                                MatchingWords.say("csv.competence", MatchingWords.all(Subject.class)),
                                MatchFiles::skill),
                        row.codes("accompagnements", Kind.ACCOMPAGNEMENT, SupportKind.class),
                        row.codes("canaux", Kind.CANAL, Channel.class),
                        row.list("creneaux", MatchingWords.say("csv.creneau"), MatchingWords::slot),
                        row.languages("langues"),
                        row.date("actif_depuis")),
                row.number("capacite", 1, MOST_SEATS),
                exclusions);
    }

    /** {@code maths:6e-3e}. */
    private static Optional<Skill> skill(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return MatchingWords.code(Kind.MATIERE, parts[0], Subject.class)
                .flatMap(subject -> MatchingWords.level(parts[1]).map(level -> Skill.of(subject, level)));
    }
}
