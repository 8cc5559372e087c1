package fr.mentoratdurgence.platform.store;

import java.util.stream.Stream;

/** Reads the facts of all streams in the order of their numbers. */
public interface FactLog {

    /** What is stored after this place, until now; the caller closes it. */
    Stream<StoredFact> after(Place place);
}
