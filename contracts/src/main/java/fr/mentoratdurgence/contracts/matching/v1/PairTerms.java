package fr.mentoratdurgence.contracts.matching.v1;

import java.time.LocalDate;

/**
 * Who and what a pair is made of, from the confirmed match on.
 *
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param structure the relay structure's stream, from its UAI for a school
 * @param referent pseudonymous account of the référent
 * @param departement code of the département, such as 94, 2A or 974
 * @param academie code of the académie as the education ministry numbers it
 * @param levelBand CP_CE2, CM1_CM2, COLLEGE_6_5, COLLEGE_4_3, LYCEE_GT or LYCEE_PRO
 * @param priorityAudience REP, REP_PLUS, QPV, RURAL_FRAGILE or NONE; a consumer accepts values it does not know
 * @param needDeclaredOn the wait counted from here, Europe/Paris
 */
public record PairTerms(
        String need,
        int line,
        int seat,
        String mentor,
        String structure,
        String referent,
        String departement,
        String academie,
        String levelBand,
        String priorityAudience,
        LocalDate needDeclaredOn) {

    /** The same, followed by another référent. */
    public PairTerms followedBy(String account) {
        return new PairTerms(
                need,
                line,
                seat,
                mentor,
                structure,
                account,
                departement,
                academie,
                levelBand,
                priorityAudience,
                needDeclaredOn);
    }
}
