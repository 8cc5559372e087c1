package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.LocalDate;
import java.util.List;

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

    /** A référent will call back. */
    record NeedReferentAssigned(String need, String referent, LocalDate assignedOn) implements NeedEvent {}

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

    /** The need is no longer to be served. */
    record NeedWithdrawn(String need, WithdrawalReason reason) implements NeedEvent {}
}
