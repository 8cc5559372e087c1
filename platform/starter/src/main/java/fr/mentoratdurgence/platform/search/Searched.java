package fr.mentoratdurgence.platform.search;

import fr.mentoratdurgence.platform.Person;
import java.util.List;
import java.util.Set;

/** What a service owns and lets its team find: only what this person may see. */
public interface Searched {
    /** Most that are shown: who finds more than these says more. */
    int MOST = 20;

    /**
     * Best first, {@link #MOST} and one at most.
     *
     * @param typed  not blank; never to be logged or put into an address
     * @param others ids that other services found for the same words
     */
    List<Hit> find(Person person, String typed, Set<String> others);
}
