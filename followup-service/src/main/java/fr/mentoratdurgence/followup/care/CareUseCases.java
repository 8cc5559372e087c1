package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.AskCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.FollowPair;
import fr.mentoratdurgence.followup.care.CareCommand.JudgePace;
import fr.mentoratdurgence.followup.care.CareCommand.LogCall;
import fr.mentoratdurgence.followup.care.CareCommand.ReopenAlert;
import fr.mentoratdurgence.followup.care.CareCommand.ResolveAlert;
import fr.mentoratdurgence.followup.care.CareCommand.UndoCheckIn;
import fr.mentoratdurgence.followup.care.CareDecider.Asked;
import fr.mentoratdurgence.followup.care.DepartureCommand.LeavePair;
import fr.mentoratdurgence.followup.pairs.EndingUseCases;
import fr.mentoratdurgence.followup.pairs.FollowingUseCases;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.followup.pairs.PairUseCases;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.DecisionSession;

/** What each command of the care for a pair does, in one transaction, and what an act on the pair itself brings about. */
final class CareUseCases implements FollowingUseCases {
    private final FollowupPolicy policy;
    private final CareDeadlines deadlines;
    private final OperationDay day;

    CareUseCases(FollowupPolicy policy, CareDeadlines deadlines, OperationDay day) {
        this.policy = policy;
        this.deadlines = deadlines;
        this.day = day;
    }

    /** Decides; answers with the pair. */
    String handle(CareCommand command, DecisionSession session) {
        String pair = command.pair();
        PairNow now = decide(command, session);
        switch (command) {
            case AskCheckIn c when now.live() -> deadlines.asked(pair, now, c.number(), c.dueOn());
            case JudgePace c when now.live() -> deadlines.judged(pair, c.dueOn());
            case UndoCheckIn _, ReopenAlert _ -> {
                // it is waited for as before
            }
            case ResolveAlert c
            when c.kind() == AlertKind.SILENCE && now.live() -> deadlines.silenceSettled(pair, now, c.today());
            default -> {
                // nothing is waited for that was not before
            }
        }
        return pair;
    }

    /** The pair stops, and the call to the structure is noted: both or nothing. */
    String leave(LeavePair c, EndingUseCases ending, DecisionSession session) {
        String pair = c.stop().pair();
        ending.stop(c.stop(), c.today(), session);
        if (c.reached() != null) {
            PairNow _ = decide(
                    new LogCall(pair, CallPartner.STRUCTURE, CallReason.END_OF_PAIR, c.reached(), c.today(), c.today()),
                    session);
        }
        return pair;
    }

    @Override
    public void follow(DecisionSession session, String pair) {
        PairNow now = decide(new FollowPair(pair, day.today()), session);
        boolean opened = session.added().stream()
                .filter(added -> added.stream().equals(pair))
                .anyMatch(added -> added.events().getFirst() instanceof PairOpened);
        if (opened) {
            deadlines.opened(pair, now);
        }
        boolean resumed = now.live()
                && session.added().stream()
                        .filter(added -> added.stream().equals(pair))
                        .anyMatch(added -> added.events().getFirst() instanceof PairEndUndone);
        if (resumed) {
            Care care = session.state(CareDecider.CARE, CareEvent.streamOf(pair));
            deadlines.resumed(pair, now, care, day.today());
        }
        deadlines.told(pair, now);
    }

    private PairNow decide(CareCommand command, DecisionSession session) {
        PairNow now = PairUseCases.now(session, command.pair());
        session.decide(CareDecider.CARE, CareEvent.streamOf(command.pair()), new Asked(command, now, policy));
        return now;
    }
}
