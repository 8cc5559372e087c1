package fr.mentoratdurgence.needs.directory;

import static fr.mentoratdurgence.needs.directory.RelayStructureRejection.UNKNOWN_STRUCTURE;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.directory.RelayStructure.Known;
import fr.mentoratdurgence.needs.directory.RelayStructure.Unknown;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordDirectoryEntry;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordPriority;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RegisterFromForm;
import fr.mentoratdurgence.needs.directory.RelayStructureCommand.VerifyStructure;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.PriorityStatusRecorded;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.Source;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRegistered;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureRenamed;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent.StructureVerified;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of a relay structure. Pure: no clock, no database, no framework. */
public final class RelayStructureDecider {

    /** INSEE code of a commune that nobody told us. */
    static final String COMMUNE_NOT_KNOWN = "0";

    /** The rules as one value, for the decision session. */
    public static final Decider<RelayStructureCommand, RelayStructure, RelayStructureEvent> DECIDER = new Decider<>(
            "RelayStructure", new Unknown(), RelayStructureDecider::decide, RelayStructureDecider::evolve);

    private record Case(RelayStructure structure, RelayStructureCommand command) {}

    private RelayStructureDecider() {}

    static List<RelayStructureEvent> decide(RelayStructureCommand command, RelayStructure structure) {
        return switch (new Case(structure, command)) {
            case Case(Unknown _, RecordDirectoryEntry c) -> firstEntry(c);
            case Case(Known known, RecordDirectoryEntry c) -> nextEntry(known, c);
            case Case(Unknown _, RecordPriority _) -> throw new Rejection(UNKNOWN_STRUCTURE);
            case Case(Known known, RecordPriority c) ->
                supersedes(known, c.status(), c.statedOn())
                        ? List.of(new PriorityStatusRecorded(
                                known.structure(), c.status(), Source.PRIORITY_LIST, c.statedOn()))
                        : List.of();
            case Case(Unknown _, RegisterFromForm c) -> List.of(byForm(c));
            case Case(Known _, RegisterFromForm _) -> List.of();
            case Case(Known known, VerifyStructure _) ->
                known.verified() ? List.of() : List.of(new StructureVerified(known.structure(), Source.REFERENT));
            case Case(Unknown _, VerifyStructure _) -> throw new Rejection(UNKNOWN_STRUCTURE);
        };
    }

    static RelayStructure evolve(RelayStructure structure, RelayStructureEvent event) {
        return switch (event) {
            case StructureRegistered e -> {
                Known before = structure instanceof Known known ? known : blank(e);
                yield new Known(
                        e.structure(),
                        e.kind(),
                        e.departement(),
                        e.academie(),
                        e.commune(),
                        before.status(),
                        before.statedOn(),
                        before.verified());
            }
            case PriorityStatusRecorded e -> known(structure).stated(e.status(), e.statedOn());
            case StructureRenamed _ -> structure;
            case StructureVerified _ -> known(structure).checked();
        };
    }

    private static List<RelayStructureEvent> firstEntry(RecordDirectoryEntry entry) {
        List<RelayStructureEvent> events = new ArrayList<>();
        events.add(described(entry));
        // no statement is made about a school outside priority education: silence says the same, for half the events
        if (entry.status() != null && entry.status() != PriorityAudience.NONE) {
            events.add(stated(entry, entry.status()));
        }
        events.add(new StructureVerified(entry.uai().structure(), Source.DIRECTORY));
        return events;
    }

    private static List<RelayStructureEvent> nextEntry(Known known, RecordDirectoryEntry entry) {
        List<RelayStructureEvent> events = new ArrayList<>();
        if (!describes(entry, known)) {
            events.add(described(entry));
        }
        if (entry.renamed()) {
            events.add(new StructureRenamed(known.structure(), Source.DIRECTORY));
        }
        if (entry.status() != null && supersedes(known, entry.status(), entry.statedOn())) {
            events.add(stated(entry, entry.status()));
        }
        if (!known.verified()) {
            events.add(new StructureVerified(known.structure(), Source.DIRECTORY));
        }
        return events;
    }

    /** Says something else, and is no older than what is known. */
    private static boolean supersedes(Known known, PriorityAudience status, LocalDate statedOn) {
        boolean older = known.statedOn() != null && statedOn.isBefore(known.statedOn());
        return status != known.status() && !older;
    }

    private static boolean describes(RecordDirectoryEntry entry, Known known) {
        return entry.kind() == known.kind()
                && entry.departement().equals(known.departement())
                && entry.academie().equals(known.academie())
                && entry.commune().equals(known.commune());
    }

    private static StructureRegistered described(RecordDirectoryEntry entry) {
        return new StructureRegistered(
                entry.uai().structure(),
                entry.uai().code(),
                entry.kind(),
                entry.departement(),
                entry.academie(),
                entry.commune(),
                Source.DIRECTORY);
    }

    private static PriorityStatusRecorded stated(RecordDirectoryEntry entry, PriorityAudience status) {
        return new PriorityStatusRecorded(entry.uai().structure(), status, Source.DIRECTORY, entry.statedOn());
    }

    private static StructureRegistered byForm(RegisterFromForm form) {
        return new StructureRegistered(
                form.uai().structure(),
                form.uai().code(),
                StructureKind.OTHER,
                form.departement(),
                form.academie(),
                COMMUNE_NOT_KNOWN,
                Source.FORM);
    }

    private static Known blank(StructureRegistered e) {
        return new Known(
                e.structure(),
                e.kind(),
                e.departement(),
                e.academie(),
                e.commune(),
                PriorityAudience.NONE,
                null,
                false);
    }

    private static Known known(RelayStructure structure) {
        if (structure instanceof Known known) {
            return known;
        }
        throw new IllegalStateException("an unregistered structure has no other facts");
    }
}
