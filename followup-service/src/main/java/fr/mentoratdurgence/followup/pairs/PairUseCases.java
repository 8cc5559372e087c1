package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.platform.domain.DecisionSession;

/** What each command of a pair does, in one transaction. */
final class PairUseCases {
    private PairUseCases() {}

    /** Answers with the session's id where one was logged, so that sending twice names the same session. */
    static String handle(PairCommand command, DecisionSession session) {
        Pair after = session.decide(PairDecider.PAIR, command.pair(), command);
        return switch (command) {
            case SessionCommand.Tell c -> SessionRules.named(PairDecider.told(after), c);
            case SessionCommand c -> c.session();
            case OpenPair _,
                    ConfirmFirstContact _,
                    NoticeSilence _,
                    InterruptPair _,
                    ClosePair _,
                    ProposeContinuation _,
                    AnswerContinuation _ -> command.pair();
        };
    }
}
