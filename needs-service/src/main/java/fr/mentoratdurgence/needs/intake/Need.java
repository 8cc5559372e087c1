package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.needs.directory.PriorityAudience;
import java.time.LocalDate;
import java.util.List;
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
    record Waiting(Request request, @Nullable Taken taken, boolean reached) implements Need {}

    /** Confirmed: matching works on it. */
    record Qualified(Request request, Taken taken) implements Need {}

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

    /** What was asked for. */
    record Request(
            String structure,
            String departement,
            String academie,
            PriorityAudience priorityAudience,
            List<NeedLine> lines,
            LocalDate declaredOn) {
        Request withLines(List<NeedLine> changed) {
            return new Request(structure, departement, academie, priorityAudience, changed, declaredOn);
        }
    }

    /** Who follows the need. */
    record Taken(String referent, LocalDate on) {}
}
