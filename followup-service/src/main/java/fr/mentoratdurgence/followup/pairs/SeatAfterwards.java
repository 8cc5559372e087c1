package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.InterruptionReason.FAMILY_WITHDREW;
import static fr.mentoratdurgence.followup.pairs.InterruptionReason.MENTOR_AWAY_FOR_A_TIME;
import static fr.mentoratdurgence.followup.pairs.InterruptionReason.RETURN_TO_SCHOOL;
import static fr.mentoratdurgence.followup.pairs.InterruptionReason.STRUCTURE_WITHDREW;
import static fr.mentoratdurgence.followup.pairs.InterruptionReason.YOUTH_NO_LONGER_NEEDS;

import java.util.Set;

/** What becomes of a place when its pair stops before its time (FR: suite pour la place). */
public enum SeatAfterwards {
    /** Another mentor is looked for. */
    REPLACE,
    /** Nobody is looked for: the place has had its time. */
    CLOSE,
    /** Kept until a day; then it is decided. */
    HOLD;

    private static final Set<InterruptionReason> NOBODY_IS_MISSED =
            Set.of(YOUTH_NO_LONGER_NEEDS, FAMILY_WITHDREW, STRUCTURE_WITHDREW, RETURN_TO_SCHOOL);

    /** What follows from a reason, as long as nobody says otherwise. */
    public static SeatAfterwards of(InterruptionReason reason) {
        if (reason == MENTOR_AWAY_FOR_A_TIME) {
            return HOLD;
        }
        return NOBODY_IS_MISSED.contains(reason) ? CLOSE : REPLACE;
    }
}
