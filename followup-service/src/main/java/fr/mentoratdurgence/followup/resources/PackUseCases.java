package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.domain.DecisionSession;

/** What each command about what is shared for a need does, in one transaction. */
final class PackUseCases {
    private PackUseCases() {}

    /** Decides; answers with the need. */
    static String handle(PackCommand command, DecisionSession session) {
        session.decide(PackDecider.PACK, PackEvent.streamOf(command.need()), command);
        return command.need();
    }
}
