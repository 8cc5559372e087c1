package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that can be asked about a worry. */
sealed interface ConcernCommand {
    String concern();

    /**
     * Who of the team acts, and when.
     *
     * @param account pseudonymous account
     */
    record Now(String account, Instant at, LocalDate today) {}

    /** @param text what was typed, possibly nothing; sealed beside the stream */
    record RaiseConcern(
            String concern,
            Worry worry,
            Concerned about,
            Side side,
            boolean byTelephone,
            String text,
            Instant raisedAt,
            Instant answerBy)
            implements ConcernCommand {}

    /** @param instead of whom; nothing = it is thought to be free */
    record TakeConcern(String concern, Now now, @Nullable String instead) implements ConcernCommand {}

    /** @param answerBy when it escalates further */
    record EscalateConcern(String concern, Instant now, Instant answerBy) implements ConcernCommand {}

    record NoteStep(String concern, Now now, ConcernStep step) implements ConcernCommand {}

    /** @param runningPair the pair of the worry, where it runs */
    record ProtectMentor(String concern, Now now, @Nullable String runningPair) implements ConcernCommand {}

    record CloseConcern(String concern, Now now, ConcernClosure reason, LocalDate keepUntil)
            implements ConcernCommand {}

    record ReopenConcern(String concern, Now now, ConcernReopening reason, Instant answerBy)
            implements ConcernCommand {}

    record EraseConcernText(String concern, TextErasure reason, LocalDate today) implements ConcernCommand {}
}
