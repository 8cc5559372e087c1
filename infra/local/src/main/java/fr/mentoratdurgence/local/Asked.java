package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Where;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The system that somebody asks to start. */
final class Asked {
    private static final Set<String> TIME = Set.of(LocalClock.START, LocalClock.ORIGIN, LocalClock.SPEED);

    private Asked() {}

    /** A crisis clock comes from the environment, as the applications themselves take it. */
    static LocalOptions options(Where where, boolean fresh) {
        Map<String, String> given = new HashMap<>(System.getenv());
        given.keySet().retainAll(TIME);
        LocalOptions options = where.options().with(given);
        return fresh ? options.startingFresh() : options;
    }
}
