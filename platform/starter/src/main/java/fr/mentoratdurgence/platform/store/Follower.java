package fr.mentoratdurgence.platform.store;

/**
 * Follows the store in batches: hears each fact once its number is settled, from a place of its own that moves only when a
 * batch has ended well. One thread of one instance at a time.
 */
public interface Follower {
    /** What the place is called in {@code token_entry}. */
    String NAME = "publisher";

    /** The next fact. Where this throws, the batch does not count, and another instance may try. */
    void hear(StoredFact fact);

    /** The batch is at its end: what has to be certain before the place moves. */
    void settle();

    /** The place has moved. */
    void moved();

    /** The batch does not count: it comes again. */
    void undone();
}
