package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules remember of a need. */
sealed interface Need {

    /** Nobody asked. */
    record Undeclared() implements Need {}

    /**
     * Asked for; a référent has to call back.
     *
     * @param taken null while nobody has taken it
     * @param reached someone of the structure was reached
     */
    record Waiting(NeedDeclared request, @Nullable Taken taken, boolean reached) implements Need {}

    /** Confirmed: matching works on it. */
    record Qualified(NeedDeclared request, Taken taken) implements Need {}

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

    /** Who follows the need. */
    record Taken(String referent, LocalDate on) {}
}
