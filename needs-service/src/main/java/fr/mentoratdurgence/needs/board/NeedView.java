package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need as the people concerned see it.
 *
 * @param structureName name of the institution
 * @param callTimes when the contact can be called; empty = at any time
 * @param callDueOn the day by which somebody should have called, where nobody did
 * @param places places asked for, all lines
 * @param proposed proposals that wait for an answer
 * @param confirmed places that a pair serves, or has served to its end
 */
public record NeedView(
        String need,
        String reference,
        String structure,
        String structureName,
        String commune,
        boolean structureVerified,
        String departement,
        Code<PriorityAudience> priorityAudience,
        Code<Origin> origin,
        LocalDate declaredOn,
        Instant declaredAt,
        Code<NeedStatus> status,
        @Nullable String referent,
        @Nullable LocalDate assignedOn,
        @Nullable LocalDate lastAttemptOn,
        @Nullable LocalDate qualifiedOn,
        @Nullable WithdrawalReason withdrawalReason,
        @Nullable Instant withdrawnAt,
        List<HalfDay> callTimes,
        @Nullable LocalDate callDueOn,
        int places,
        int proposed,
        int confirmed,
        List<NeedLine> lines,
        @Nullable LastAct last) {

    /**
     * What was done last, and may be taken back for a while.
     *
     * @param by   pseudonymous account
     * @param role of who did it
     */
    public record LastAct(Code<Undoable> what, Instant at, String by, String role) {}

    /** Where it stands in one word, what matching-service told included. */
    public String progress() {
        if (status.is(NeedStatus.QUALIFIED) && confirmed > 0) {
            return "PAIRED";
        }
        return status.is(NeedStatus.QUALIFIED) && proposed > 0 ? "PROPOSED" : status.name();
    }

    /** Whether a primary-school line still lacks the assurance of a family in close contact. */
    public boolean lacksFamilyLink() {
        return lines.stream().anyMatch(line -> line.count() > 0 && line.lacksFamilyLink());
    }

    /** Whether the day is over by which somebody should have called, and nobody has. */
    public boolean isCallOverdue() {
        return callDueOn != null && lastAttemptOn == null && isOpen();
    }

    /** Whether the contact waits for a call. */
    public boolean awaitsCall() {
        return status.is(NeedStatus.DECLARED) || status.is(NeedStatus.ASSIGNED);
    }

    /** Whether anything can still be done with it. */
    public boolean isOpen() {
        return !status.is(NeedStatus.WITHDRAWN);
    }
}
