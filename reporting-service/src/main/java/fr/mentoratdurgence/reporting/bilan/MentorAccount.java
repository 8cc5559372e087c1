package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Heard.MentorActivated;
import fr.mentoratdurgence.reporting.bilan.Heard.MentorWithdrew;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one mentor. */
final class MentorAccount {
    @Nullable
    String appliedIn;

    boolean screened;
    boolean refused;

    private @Nullable MentorActivated activated;
    private long activatedAt = -1;
    private @Nullable MentorWithdrew withdrew;
    private long withdrewAt = -1;

    void activated(MentorActivated e, long sequence) {
        activated = e;
        activatedAt = sequence;
    }

    void withdrew(MentorWithdrew e, long sequence) {
        withdrew = e;
        withdrewAt = sequence;
    }

    static List<Figure> figures(Collection<MentorAccount> mentors) {
        Tally applied = new Tally();
        Tally active = new Tally();
        Tally withdrawn = new Tally();
        long screened = 0;
        long refused = 0;
        for (MentorAccount mentor : mentors) {
            screened += mentor.screened ? 1 : 0;
            refused += mentor.refused ? 1 : 0;
            if (mentor.appliedIn != null) {
                applied.add(mentor.appliedIn);
            }
            if (mentor.withdrew != null && mentor.withdrewAt > mentor.activatedAt) {
                withdrawn.add(mentor.withdrew.reason());
            } else if (mentor.activated != null) {
                active.add(mentor.activated.departement());
            }
        }
        return List.of(
                applied.figure(Indicators.MENTORS_APPLIED, Axis.DEPARTEMENT),
                Measures.count(Indicators.MENTORS_SCREENED, screened),
                Measures.count(Indicators.MENTORS_REFUSED, refused),
                active.figure(Indicators.MENTORS_ACTIVE, Axis.DEPARTEMENT),
                withdrawn.figure(Indicators.MENTORS_WITHDRAWN, Axis.MENTOR_WITHDRAWAL_REASON));
    }
}
