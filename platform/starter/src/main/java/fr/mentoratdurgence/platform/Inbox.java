package fr.mentoratdurgence.platform;

/** What a service listens to. Each event id is given once, in one transaction with all that follows from it. */
public interface Inbox {

    /** Which contract leads to which reaction. */
    Hearing hearing();

    /** A service says how far it has told; no fact, and most have no use for it. */
    default void heard(String source, PublisherPosition position) {}

    /** A service says how many people are to be called; no fact, and most have no use for it. */
    default void heard(String source, CallsWaiting calls) {}
}
