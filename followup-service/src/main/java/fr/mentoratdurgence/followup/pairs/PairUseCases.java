package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandBack;
import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.staff.StaffLetters;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.Set;
import java.util.stream.Collectors;

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
    static UseCases<PairCommand> followed(FollowingUseCases following, PairDeadlines deadlines, StaffLetters team) {
        return new UseCases<>(PairCommand.class, (command, session) -> {
            if (command instanceof HandBack back && ownerHasLeft(back, session, team)) {
                return back.pair(); // whoever has it keeps it
            }
            String answer = handle(command, session);
            tell(command, Set.of(command.pair()), session, following, deadlines, team);
            return answer;
        });
    }

    /** Several pairs in one transaction; nothing is written before the last rule has agreed. */
    static UseCases<DeskCommand> ofDesks(FollowingUseCases following, PairDeadlines deadlines, StaffLetters team) {
        return new UseCases<>(DeskCommand.class, (desk, session) -> {
            desk.all().forEach(command -> {
                String _ = handle(command, session);
            });
            Set<String> together = desk.all().stream().map(PairCommand::pair).collect(Collectors.toSet());
            desk.all().forEach(command -> tell(command, together, session, following, deadlines, team));
            return "";
        });
    }

    private static void tell(
            PairCommand command,
            Set<String> together,
            DecisionSession session,
            FollowingUseCases following,
            PairDeadlines deadlines,
            StaffLetters team) {
        if (session.factsOf(command.pair()) == 0) {
            return;
        }
        following.follow(session, command.pair());
        session.added().stream()
                .filter(added -> added.stream().equals(command.pair()))
                .flatMap(added -> added.events().stream())
                .forEach(fact -> {
                    deadlines.told(fact);
                    if (fact instanceof PairHandedOver handed) {
                        team.handedOver(handed.from(), handed.to(), handed.until(), deskOf(command));
                    } else if (fact instanceof PairHandOverUndone undone) {
                        team.handOverUndone(undone.to(), undone.from(), undone.pair(), together);
                    }
                });
    }

    private static boolean ownerHasLeft(HandBack back, DecisionSession session, StaffLetters team) {
        return session.state(PairDecider.PAIR, back.pair()) instanceof Live live
                && live.lent() != null
                && !team.isHere(live.lent().owner());
    }

    /** What is handed over, or goes back, in one act is told by one letter. */
    private static String deskOf(PairCommand command) {
        return switch (command) {
            case HandOver c -> c.desk();
            case HandBack c -> "back:" + c.today();
            default -> command.pair();
        };
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
                    HandOverCommand _,
                    PauseCommand _,
                    UndoCommand _,
                    ProposeContinuation _,
                    AnswerContinuation _ -> command.pair();
        };
    }
}
