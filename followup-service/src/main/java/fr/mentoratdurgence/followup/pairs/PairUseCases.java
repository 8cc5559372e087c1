package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;

/** What each command of a pair does, in one transaction. */
public final class PairUseCases {
    private PairUseCases() {}

    /**
     * A pair as it stands, with what was decided in this session.
     *
     * @throws Rejection where there is no such pair
     */
    public static PairNow now(DecisionSession session, String pair) {
        return PairNow.of(session.state(PairDecider.PAIR, pair));
    }

    /** All of them, each followed by who watches over pairs. */
    static UseCases<PairCommand> followed(FollowingUseCases following, SeatDeadlines seats) {
        return new UseCases<>(PairCommand.class, (command, session) -> {
            String answer = handle(command, session);
            if (session.factsOf(command.pair()) > 0) {
                following.follow(session, command.pair());
                session.added().stream()
                        .filter(added -> added.stream().equals(command.pair()))
                        .flatMap(added -> added.events().stream())
                        .forEach(seats::told);
            }
            return answer;
        });
    }

    /** Answers with the session's id where one was logged, so that sending twice names the same session. */
    static String handle(PairCommand command, DecisionSession session) {
        Pair after = session.decide(PairDecider.PAIR, command.pair(), command);
        return switch (command) {
            case SessionCommand.Tell c -> SessionRules.named(PairDecider.told(after), c);
            case SessionCommand c -> c.session();
            case OpenPair _,
                    ConfirmFirstContact _,
                    NoticeSilence _,
                    EndCommand _,
                    PauseCommand _,
                    ProposeContinuation _,
                    AnswerContinuation _ -> command.pair();
        };
    }
}
