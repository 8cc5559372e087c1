package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.PairRow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that waits for its mentor or for a référent.
 *
 * @param reference  what to call the structure by
 * @param score      points of the explanation
 * @param answerBy   last day of the mentor's answer
 * @param acceptedOn day on which the mentor said yes; null while he or she has not answered
 * @param minor      whether the mentor is under 18
 * @param held       whether nothing is to be proposed to the mentor: held, excluded, looked into, no proof
 * @param byHand     whether somebody chose the mentor, against the order of the runs
 */
public record WaitingProposal(
        String proposal,
        String need,
        int line,
        int seat,
        String mentor,
        String reference,
        String departement,
        String levelBand,
        int score,
        LocalDate answerBy,
        @Nullable LocalDate acceptedOn,
        boolean minor,
        boolean held,
        boolean byHand) {

    /** What people call the mentor by, where the name is not to be shown. */
    public String mentorReference() {
        return PairRow.mentorReference(mentor);
    }
}
