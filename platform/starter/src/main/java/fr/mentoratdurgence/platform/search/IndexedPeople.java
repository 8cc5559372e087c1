package fr.mentoratdurgence.platform.search;

/** People whom a service keeps sealed and lets be found: told once more where their index is of an older key, or lost. */
public interface IndexedPeople {
    /** A query of the ids of all of them, in a column {@code person}. */
    String all();

    /** Keeps how to find this person, from the sealed row and with a lock on it; nothing where the row has gone. */
    void index(String person);
}
