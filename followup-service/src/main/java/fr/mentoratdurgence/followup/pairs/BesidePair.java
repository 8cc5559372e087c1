package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.domain.DomainEvent;

/**
 * A fact of a stream beside that of a pair: what happens there neither waits for who tells a session nor keeps them
 * waiting. Others hear it in its place among the facts of the pair itself.
 */
public interface BesidePair extends DomainEvent {
    /** The pair. */
    String pair();

    @Override
    default String key() {
        return pair();
    }

    /** The stream of this kind beside that of the pair: {@code <kind>-<uuid of the pair>}. */
    static String streamOf(String kind, String pair) {
        return kind + pair.substring(pair.indexOf('-'));
    }
}
