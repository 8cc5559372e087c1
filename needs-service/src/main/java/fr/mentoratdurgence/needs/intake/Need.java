package fr.mentoratdurgence.needs.intake;

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
     */
    record Waiting(DeclaredNeed request, @Nullable Taken taken, Call call) implements Need {
        Waiting with(DeclaredNeed changed) {
            return new Waiting(changed, taken, call);
        }

        Waiting with(Call next) {
            return new Waiting(request, taken, next.compareTo(call) > 0 ? next : call);
        }
    }

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
     * @param taken null while nobody follows it
     */
    record Qualified(DeclaredNeed request, @Nullable Taken taken) implements Need {}

    /** No longer to be served. */
    record Withdrawn() implements Need {}

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
     * @param lent who has it again on which day; null = it was not lent
     */
    record Taken(String referent, LocalDate on, @Nullable Lent lent) {
        Taken(String referent, LocalDate on) {
            this(referent, on, null);
        }
    }

    /** From whom a need was lent, and the first day on which it is theirs again. */
    record Lent(String from, LocalDate until) {}
}
