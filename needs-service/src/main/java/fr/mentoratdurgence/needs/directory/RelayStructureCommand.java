package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of one relay structure. */
public sealed interface RelayStructureCommand {

    /**
     * What the official directory says about a school.
     *
     * @param status null where the file says nothing about priority education
     * @param renamed whether the directory calls a known structure otherwise than we do
     */
    record RecordDirectoryEntry(
            Uai uai,
            StructureKind kind,
            String departement,
            String academie,
            String commune,
            @Nullable PriorityAudience status,
            LocalDate statedOn,
            boolean renamed)
            implements RelayStructureCommand {
        RecordDirectoryEntry withRenamed(boolean otherwise) {
            return new RecordDirectoryEntry(uai, kind, departement, academie, commune, status, statedOn, otherwise);
        }
    }

    /** What the ministry's list of priority education says about a school that is known. */
    record RecordPriority(PriorityAudience status, LocalDate statedOn) implements RelayStructureCommand {}

    /** A form names a structure that the directory does not know. */
    record RegisterFromForm(Uai uai, String departement, String academie) implements RelayStructureCommand {}

    /** A référent checked that the structure is what it says. */
    record VerifyStructure() implements RelayStructureCommand {}
}
