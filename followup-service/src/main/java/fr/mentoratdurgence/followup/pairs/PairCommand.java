package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import java.time.Instant;
import java.time.LocalDate;

/** All that can be asked of a pair. {@code today} is the day of asking in Europe/Paris: the rules know no clock. */
sealed interface PairCommand
        permits PairCommand.OpenPair,
                PairCommand.ConfirmFirstContact,
                PairCommand.NoticeSilence,
                PairCommand.ProposeContinuation,
                PairCommand.AnswerContinuation,
                SessionCommand,
                EndCommand,
                HandOverCommand,
                UndoCommand,
                PauseCommand {
    String pair();

    /** A pair begins; what is asked for is the fact itself. */
    record OpenPair(PairOpened opening) implements PairCommand {
        @Override
        public String pair() {
            return opening.pair();
        }
    }

    record ConfirmFirstContact(String pair, Side side, LocalDate contactedOn, LocalDate today) implements PairCommand {}

    record NoticeSilence(String pair, Instant now) implements PairCommand {}

    record ProposeContinuation(String pair, String association, LocalDate proposedOn, LocalDate today)
            implements PairCommand {}

    record AnswerContinuation(String pair, boolean agreed, ContinuationSide side, LocalDate answeredOn, LocalDate today)
            implements PairCommand {}
}
