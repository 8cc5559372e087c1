package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.ReleaseReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of one need. */
public sealed interface NeedCommand {
    /** The need's stream. */
    String need();

    /**
     * A structure asks for mentors; what it asks for is the fact itself.
     *
     * @param callTimes when the contact can be called; empty = at any time
     */
    record DeclareNeed(NeedDeclared declared, List<HalfDay> callTimes) implements NeedCommand {
        @Override
        public String need() {
            return declared.need();
        }
    }

    /** The contact says when to be called. */
    record StateCallTimes(String need, List<HalfDay> times) implements NeedCommand {}

    /** Somebody looks whether the contact was called in time. */
    record NoticeContactOverdue(String need, LocalDate dueOn, LocalDate today) implements NeedCommand {}

    /** A référent takes the need. */
    record AssignReferent(String need, String referent, LocalDate assignedOn) implements NeedCommand {}

    /** Who has the need gives it back. */
    record ReleaseNeed(String need, String referent, ReleaseReason reason, LocalDate releasedOn)
            implements NeedCommand {}

    /** The need goes to another référent, as the fact will say it; {@code from} is who has it, as far as is known. */
    record HandOverNeed(NeedHandedOver asked) implements NeedCommand {
        @Override
        public String need() {
            return asked.need();
        }
    }

    /** The day came until which the need was lent. */
    record ReturnNeed(String need, LocalDate today) implements NeedCommand {}

    /** @param today the day on which the attempt is told: it cannot lie after it */
    record LogContactAttempt(String need, String referent, boolean reached, LocalDate occurredOn, LocalDate today)
            implements NeedCommand {}

    /**
     * A référent confirms the need.
     *
     * @param structureVerified whether the structure is verified
     * @param familyLinkAcknowledged the structure assured a family in close contact, on the phone
     */
    record QualifyNeed(String need, boolean structureVerified, boolean familyLinkAcknowledged, LocalDate qualifiedOn)
            implements NeedCommand {}

    /** The structure needs more places, fewer, or none on a line. */
    record ReviseLineCount(String need, int line, int toCount, RevisionReason reason) implements NeedCommand {}

    /** The structure describes a line otherwise, before anybody called; the number of places stays. */
    record RestateLine(String need, NeedLine line) implements NeedCommand {}

    /**
     * Somebody looks whether mentors are still needed, where nobody has said so for long.
     *
     * @param served places that have a mentor
     */
    record AskStillNeeded(String need, int served, LocalDate today) implements NeedCommand {}

    /** They are. */
    record SayStillNeeded(String need, LocalDate today) implements NeedCommand {}
    /** The last call went otherwise than noted. */
    record CorrectCall(String need, boolean reached, CallAmendment reason) implements NeedCommand {}

    /** What can be taken back at once. */
    enum Undoable {
        CLAIM,
        CALL,
        QUALIFICATION,
        WITHDRAWAL,
        HAND_OVER
    }

    /**
     * What was done last was a mistake. For how long that can be said is looked at where it is asked.
     *
     * @param by account of who says it
     */
    record UndoAct(String need, Undoable what, String by, LocalDate today) implements NeedCommand {}

    /** The contact is erased. */
    record EraseContact(String need, LocalDate today) implements NeedCommand {}

    /** The need is no longer to be served. */
    record WithdrawNeed(String need, WithdrawalReason reason) implements NeedCommand {}
}
