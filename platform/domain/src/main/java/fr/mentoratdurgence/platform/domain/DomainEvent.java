package fr.mentoratdurgence.platform.domain;

/**
 * A past fact of one stream. Its components are ids, closed codes, integers, booleans, dates, instants, records of
 * these and lists of these; never a person's data, never free text (docs/event-model.md).
 */
public interface DomainEvent {

    /** The stream this fact belongs to: a prefixed id such as {@code need-<uuid>}. */
    String stream();

    /**
     * What others hear in the order in which it happened: facts of one key never overtake each other on their way, and wait
     * behind each other where one cannot have its effect. Streams that others have to hear in one order share a key.
     */
    default String key() {
        return stream();
    }
}
