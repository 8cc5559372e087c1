package fr.mentoratdurgence.followup.staff;

import java.util.List;
import java.util.Set;

/** What waits for somebody of the team. The workbench knows it; the morning letter says it. */
public interface Waiting {

    /**
     * One thing that waits.
     *
     * @param what  its words stand under {@code matin.<what>}
     * @param count more than none
     */
    record Figure(String what, int count) {}

    /**
     * All that waits, what cannot wait any longer first.
     *
     * @param territory codes of départements; {@code *} is all of them
     */
    List<Figure> of(String account, Set<String> territory);
}
