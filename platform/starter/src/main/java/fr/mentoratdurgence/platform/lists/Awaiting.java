package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import java.util.List;

/**
 * What of a service waits for the team; a bean for each sort. Its words stand under {@code attente.<sort>}. The list of work
 * joins the rows of all services in the browser; without a script each service shows its own.
 */
public interface Awaiting {
    /** Most that are told: who has more works off these first. */
    int MOST = 25;

    /** What this person can act upon; the longest wait first, {@link #MOST} at most. */
    List<AwaitingRow> rows(Person person);
}
