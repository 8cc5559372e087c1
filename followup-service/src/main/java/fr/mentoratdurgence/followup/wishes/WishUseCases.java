package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.platform.domain.DecisionSession;

/** What each command about going on in person does, in one transaction. */
final class WishUseCases {
    private WishUseCases() {}

    /** Decides; answers with the pair. */
    static String handle(WishCommand command, DecisionSession session) {
        session.decide(WishDecider.WISHES, WishEvent.streamOf(command.pair()), command);
        return command.pair();
    }
}
