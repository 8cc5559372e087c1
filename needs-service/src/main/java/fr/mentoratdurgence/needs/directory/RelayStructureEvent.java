package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;

/** What has happened to a relay structure (FR: structure relais). Stored for ever: add, never edit. */
public sealed interface RelayStructureEvent extends DomainEvent {
    /** The structure's stream, {@code structure-<UAI>}. */
    String structure();

    @Override
    default String stream() {
        return structure();
    }

    /** Who said it. */
    enum Source {
        DIRECTORY,
        PRIORITY_LIST,
        FORM,
        REFERENT
    }

    /**
     * The structure is known, or the directory now describes it otherwise: the latest one holds.
     *
     * @param commune INSEE code; 0 where it is not known
     */
    record StructureRegistered(
            String structure,
            String uai,
            StructureKind kind,
            String departement,
            String academie,
            String commune,
            Source source)
            implements RelayStructureEvent {}

    /** The directory calls the structure otherwise; its names live beside the events. */
    record StructureRenamed(String structure, Source source) implements RelayStructureEvent {}

    /** @param statedOn date of the source's statement, which may be long before the import */
    record PriorityStatusRecorded(String structure, PriorityAudience status, Source source, LocalDate statedOn)
            implements RelayStructureEvent {}

    /** The structure is what it says it is. */
    record StructureVerified(String structure, Source source) implements RelayStructureEvent {}
}
