package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A school's request for mentors, from the day it asks until it is served or takes its request back.
 *
 * <p>A structure declares a need: some places of one profile each, and never a pupil. It waits until a référent takes it,
 * which nobody else can do any more; it may be given back, or handed over to a colleague, for good or until a day on
 * which it comes back by itself. The référent calls, perhaps several times; once somebody of the structure was
 * reached and the structure is verified, the référent may qualify the need. Until then each line can be described anew,
 * and at any time a line may ask for more or fewer places.
 *
 * <p>Qualified, the need is told to the other services, and matching looks for mentors. Here it goes on only by numbers:
 * places come and go. Whoever asked, or the team, may withdraw it at any moment, and that is its end: a structure that
 * wants mentors again declares another need.
 *
 * <p>What a click has done by mistake is undone at once by another one, as long as nobody has built on it: a call, the
 * qualification, a withdrawal, a hand-over. Then it is as it was before.
 *
 * <p>This is what the rules have to remember of all that.
 */
public sealed interface Need {

    /** Nobody asked. */
    record Undeclared() implements Need {}

    /**
     * Asked for; a référent has to call back.
     *
     * @param taken null while nobody has taken it
     * @param call how far the calls have come
     * @param last the last call; null where it was undone
     */
    record Waiting(
            DeclaredNeed request,
            @Nullable Taken taken,
            Call call,
            @Nullable Attempt last) implements Need {
        Waiting with(DeclaredNeed changed) {
            return new Waiting(changed, taken, call, last);
        }

        Waiting with(@Nullable Taken other) {
            return new Waiting(request, other, call, last);
        }

        Waiting overdue() {
            return new Waiting(request, taken, further(Call.OVERDUE), last);
        }

        Waiting called(ContactAttempted fact) {
            return new Waiting(
                    request, taken, further(fact.reached() ? Call.REACHED : Call.MISSED), new Attempt(fact, call));
        }

        /** As before the last call. */
        Waiting uncalled() {
            return new Waiting(request, taken, last == null ? call : last.before(), null);
        }

        private Call further(Call next) {
            return next.compareTo(call) > 0 ? next : call;
        }
    }

    /**
     * A call.
     *
     * @param before how far the calls had come until then
     */
    record Attempt(ContactAttempted fact, Call before) {}

    /** How far the calls to the structure have come; none goes back. */
    enum Call {
        NONE,
        /** None by the day that was promised, and that was told. */
        OVERDUE,
        MISSED,
        REACHED
    }

    /**
     * Confirmed: matching works on it.
     *
     * @param taken  null while nobody follows it
     * @param last   the last call since then; null for none, or where it was undone
     * @param before as it waited; null as soon as something was built on it
     */
    record Qualified(
            DeclaredNeed request,
            @Nullable Taken taken,
            LocalDate on,
            @Nullable Attempt last,
            @Nullable Waiting before) implements Need {
        Qualified with(DeclaredNeed changed) {
            return new Qualified(changed, taken, on, last, null);
        }

        Qualified with(@Nullable Taken other) {
            return new Qualified(request, other, on, last, before == null ? null : before.with(other));
        }

        Qualified called(@Nullable Attempt call) {
            return new Qualified(request, taken, on, call, before);
        }
    }

    /**
     * No longer to be served.
     *
     * @param before as it was
     */
    record Withdrawn(WithdrawalReason reason, Need before) implements Need {}

    /** The structure that asked, while the need is to be served. */
    static Optional<String> structureOf(Need need) {
        return switch (need) {
            case Waiting waiting -> Optional.of(waiting.request().structure());
            case Qualified qualified -> Optional.of(qualified.request().structure());
            case Undeclared _, Withdrawn _ -> Optional.empty();
        };
    }

    /**
     * Who follows the need.
     *
     * @param lent   who has it again on which day; null = it was not lent
     * @param before who followed it before it was handed over; null = it was not, or that was undone
     */
    record Taken(
            String referent,
            LocalDate on,
            @Nullable Lent lent,
            @Nullable Taken before) {
        Taken(String referent, LocalDate on) {
            this(referent, on, null, null);
        }

        /** Handed over to somebody. */
        Taken handed(NeedHandedOver fact) {
            return new Taken(
                    fact.to(),
                    fact.handedOn(),
                    fact.until() == null ? null : new Lent(fact.from(), fact.until()),
                    new Taken(referent, on, lent, null));
        }
    }

    /** From whom a need was lent, and the first day on which it is theirs again. */
    record Lent(String from, LocalDate until) {}
}
