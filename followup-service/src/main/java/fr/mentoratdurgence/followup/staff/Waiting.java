package fr.mentoratdurgence.followup.staff;

import java.util.List;
import java.util.Set;

/** What waits for somebody of the team. The workbench knows it; the morning letter says it. */
public interface Waiting {

    /**
     * One thing that waits.
     *
     * @param what its words stand under {@code matin.<what>}, of a week under {@code semaine.<what>}
     */
    record Figure(String what, int count) {}

    /**
     * All that waits, what cannot wait any longer first; what does not is left out. A coordinator answers for what others
     * took, too.
     *
     * @param territory codes of départements; {@code *} is all of them
     */
    List<Figure> of(StaffRole role, String account, Set<String> territory);

    /**
     * What is to be known of a territory once a week, whoever does it; none is said, too.
     *
     * @param territory codes of départements; {@code *} is all of them
     */
    List<Figure> ofTheWeek(Set<String> territory);
}
