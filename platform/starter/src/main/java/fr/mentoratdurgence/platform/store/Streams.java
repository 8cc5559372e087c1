package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.List;

/** Reads one stream. */
public interface Streams {

    /**
     * All that happened in it, in order; nothing where it does not exist.
     *
     * @throws UnknownFact where this version does not know all of it
     */
    List<DomainEvent> past(String stream);

    /** How many facts it has; 0 where it does not exist. */
    long facts(String stream);
}
