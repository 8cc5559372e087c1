package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.mentor.onboarding.Condition;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Dossier;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.mentor.onboarding.OperationRules;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.References;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.platform.Code;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One mentor, without a name. */
public record MentorRow(
        String mentor,
        Code<MentorStatus> status,
        Code<Origin> origin,
        boolean adult,
        String departement,
        LocalDate appliedOn,
        @Nullable String association,
        Offer offer,
        @Nullable LocalDate screenedOn,
        @Nullable ScreeningFailure refusal,
        @Nullable LocalDate authorisedOn,
        @Nullable Proof proof,
        int charter,
        @Nullable LocalDate charterOn,
        Set<String> modules,
        @Nullable LocalDate trainedOn,
        @Nullable String account,
        @Nullable LocalDate passwordRenewedOn,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate withdrewOn,
        @Nullable WithdrawalReason withdrawal,
        @Nullable PossibleReturn possibleReturn,
        @Nullable LocalDate emailConfirmedOn) {

    /** The number to say on the telephone. */
    public String reference() {
        return References.of(mentor);
    }

    /** The name of the member association through which the mentor comes. */
    public @Nullable String associationLabel() {
        return association == null ? null : MemberAssociations.labelOf(association);
    }

    /** Whether the person is still here to be acted upon. */
    public boolean present() {
        return status.is(MentorStatus.APPLIED) || status.is(MentorStatus.ACTIVE);
    }

    /** Whether the person is still here, and may be somebody who was set aside. */
    public boolean stopped() {
        return present() && possibleReturn != null && possibleReturn.stops();
    }

    /** Whether the interview ended with yes. */
    public boolean screened() {
        return screenedOn != null && refusal == null;
    }

    /**
     * What is missing, by the same rule that activates: all of it on the way, and once there what may come again: a
     * proof that expires, a charter that changes. Nothing for somebody who is neither.
     */
    public Set<Condition> missing(OperationRules rules, LocalDate today) {
        if (!present()) {
            return Set.of();
        }
        Set<Condition> missing = new Dossier(
                        adult, departement, offer, screened(), authorisedOn != null, proof, charter, modules, account)
                .missing(rules, today);
        if (status.is(MentorStatus.ACTIVE)) {
            missing.retainAll(Set.of(Condition.PROOF, Condition.CHARTER));
        }
        return missing;
    }
}
