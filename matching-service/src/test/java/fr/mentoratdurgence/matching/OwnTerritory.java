package fr.mentoratdurgence.matching;

import java.util.Iterator;
import java.util.stream.IntStream;

/** A département for each chapter of a story: what one chapter tells, no other sees, whatever their order is. */
final class OwnTerritory {
    /** 13 is the territory of strangers; 20 does not exist. */
    private static final Iterator<String> CODES = IntStream.rangeClosed(1, 95)
            .filter(code -> code != 13 && code != 20)
            .mapToObj("%02d"::formatted)
            .iterator();

    private OwnTerritory() {}

    static synchronized String next() {
        return CODES.next();
    }
}
