package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a need (FR: besoin). Stored for ever: add, never edit. */
public sealed interface NeedEvent extends DomainEvent {
    /** The need's stream, {@code need-<uuid>}. */
    String need();

    @Override
    default String stream() {
        return need();
    }

    /** How the need came in. */
    enum Origin {
        FORM,
        ACCOUNT,
        IMPORT
    }

    /** Why a number of places changed. */
    enum RevisionReason {
        FEWER_PLACES,
        MORE_PLACES,
        ERROR
    }

    /** Why a need is no longer to be served. */
    enum WithdrawalReason {
        SOLVED_ELSEWHERE,
        STRUCTURE_WITHDREW,
        DUPLICATE,
        OUT_OF_SCOPE,
        OTHER
    }

    /** A structure asked for mentors. */
    record NeedDeclared(String need, DeclaredNeed asked, Origin origin) implements NeedEvent {}

    /** When the contact can be called; empty = at any time. */
    record CallTimesStated(String need, List<HalfDay> times) implements NeedEvent {}

    /** Nobody called the contact by the day that was promised. */
    record NeedContactOverdue(String need, LocalDate dueOn) implements NeedEvent {}

    /** The contact was asked whether mentors are still needed (FR: toujours besoin ?). */
    record StillNeededAsked(String need, LocalDate askedOn) implements NeedEvent {}

    /** They are (FR: toujours besoin). */
    record StillNeededSaid(String need, LocalDate saidOn) implements NeedEvent {}

    /** A référent will call back. */
    record NeedReferentAssigned(String need, String referent, LocalDate assignedOn) implements NeedEvent {}

    /** Why a référent gives a need back. */
    enum ReleaseReason {
        /** Taken by mistake: a click. */
        TAKEN_BY_MISTAKE,
        /** No time for it. */
        NO_TIME,
        /** Away for a while. */
        ABSENT,
        /** Somebody else knows the structure. */
        KNOWS_BETTER,
        /** Something else. */
        OTHER
    }

    /** Why a need goes from one référent to another. */
    enum HandOverReason {
        /** Too many needs or pairs. */
        LOAD,
        /** Away for a while. */
        ABSENT,
        /** Leaves the operation. */
        LEAVES,
        /** Somebody else knows the structure. */
        KNOWS_BETTER,
        /** The day came until which it was lent. */
        RETURNED,
        /** It was a mistake, and who had it has it again. */
        UNDONE,
        /** Something else. */
        OTHER;

        /** Whether somebody may give it. */
        public boolean said() {
            return this != RETURNED && this != UNDONE;
        }
    }

    /**
     * The référent gave the need back: anybody of the team may take it (FR: besoin rendu).
     *
     * @param referent who had it
     */
    record NeedReleased(String need, String referent, ReleaseReason reason, LocalDate releasedOn)
            implements NeedEvent {}

    /**
     * The need goes from one référent to another (FR: besoin confié).
     *
     * @param until the first day on which it is the first one's again; null = for good
     * @param by    account of who handed it over
     */
    record NeedHandedOver(
            String need,
            String from,
            String to,
            HandOverReason reason,
            @Nullable LocalDate until,
            String by,
            LocalDate handedOn)
            implements NeedEvent {}

    /** A référent tried to reach the structure's contact. */
    record ContactAttempted(String need, String referent, boolean reached, LocalDate occurredOn) implements NeedEvent {}

    /** Matching may look for mentors; carries the request as it was understood on that day. */
    record NeedQualified(String need, String referent, DeclaredNeed understood, LocalDate qualifiedOn)
            implements NeedEvent {}

    /** @param toCount places after; 0 = the line is withdrawn */
    record NeedLineCountRevised(String need, int line, int fromCount, int toCount, RevisionReason reason)
            implements NeedEvent {}

    /** A line is described otherwise, before the need was qualified: nobody outside has heard of its description yet. */
    record NeedLineRestated(String need, NeedLine line) implements NeedEvent {}

    /** Why a call that was noted is taken back. Closed list: add, never rename. */
    enum CallAmendment {
        /** Undone at once, by whoever had noted it. */
        TAKEN_BACK,
        /** The wrong button. */
        MISTYPED,
        /** It went otherwise: the person who was reached was somebody else, or called back. */
        OTHERWISE
    }

    /**
     * A call that was noted was none; or it went otherwise, and is told anew by what follows.
     *
     * @param overdue whether the promised day is over again, and nobody has called
     */
    record ContactAttemptUndone(
            String need, String referent, boolean reached, LocalDate occurredOn, boolean overdue, CallAmendment reason)
            implements NeedEvent {}

    /**
     * The need was qualified by mistake, and waits again.
     *
     * @param asked as it was asked for before
     */
    record NeedQualificationUndone(String need, DeclaredNeed asked, LocalDate qualifiedOn) implements NeedEvent {}

    /** The need was withdrawn by mistake, and stands as before. */
    record NeedWithdrawalUndone(String need, WithdrawalReason reason, boolean qualified) implements NeedEvent {}

    /** Name and ways to reach the contact are erased; what others keep of this person goes too. */
    record ContactErased(String need, LocalDate erasedOn) implements NeedEvent {}

    /** The need is no longer to be served. */
    record NeedWithdrawn(String need, WithdrawalReason reason) implements NeedEvent {}
}
