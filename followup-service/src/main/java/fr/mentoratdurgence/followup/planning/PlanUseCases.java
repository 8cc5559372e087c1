package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.pairs.PairUseCases;
import fr.mentoratdurgence.followup.planning.PlanDecider.Asked;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanned;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.Optional;

/** What each command of a plan does, in one transaction. */
final class PlanUseCases {
    private PlanUseCases() {}

    /** Decides; answers with the pair. */
    static String handle(PlanCommand command, DecisionSession session) {
        boolean lives = PairUseCases.now(session, command.pair()).live();
        Optional<SessionPlanned> _ =
                session.decide(PlanDecider.PLAN, PlanEvent.streamOf(command.pair()), new Asked(command, lives));
        return command.pair();
    }
}
