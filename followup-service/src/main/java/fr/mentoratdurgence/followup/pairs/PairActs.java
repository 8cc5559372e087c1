package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What people do to pairs, from the API and the pages alike: finds the pair among theirs, then sends the command. */
@Component
class PairActs {

    /** Who acts on which pair, seen to be among theirs, and under which command id. */
    record Act(Person person, PairRow row, CommandContext context) {
        String pair() {
            return row.pair();
        }

        /** On whose behalf. */
        Side side() {
            return PairBoard.sideOf(person, row);
        }
    }

    private final PairBoard board;
    private final Commands commands;
    private final OperationDay day;

    PairActs(PairBoard board, Commands commands, OperationDay day) {
        this.board = board;
        this.commands = commands;
        this.day = day;
    }

    /** The act on a pair of this person's, to be handed to the methods below. */
    Act on(Person person, String pair, CommandContext context) {
        return new Act(person, find(person, pair), context);
    }

    PairRow find(Person person, String pair) {
        return board.find(person, pair).orElseThrow(() -> new Rejection(PairRejection.PAIR_UNKNOWN));
    }

    void confirmFirstContact(Act act, LocalDate contactedOn) {
        String _ =
                commands.send(new ConfirmFirstContact(act.pair(), act.side(), contactedOn, day.today()), act.context());
    }

    void proposeContinuation(Act act, String association, LocalDate proposedOn) {
        mustManage(act.person(), act.row());
        String code = MemberAssociations.withCode(association)
                .map(MemberAssociation::code)
                .orElseThrow(() -> new InvalidInput(new Violations()
                        .add("association", "suivi.erreur.association", MemberAssociations.choices())
                        .all()));
        String _ = commands.send(new ProposeContinuation(act.pair(), code, proposedOn, day.today()), act.context());
    }

    void answerContinuation(Act act, boolean agreed, ContinuationSide side, LocalDate answeredOn) {
        mustManage(act.person(), act.row());
        String _ =
                commands.send(new AnswerContinuation(act.pair(), agreed, side, answeredOn, day.today()), act.context());
    }

    /** The pair, for whoever may end it. */
    PairRow inCharge(Person person, String pair) {
        PairRow row = find(person, pair);
        mustManage(person, row);
        return row;
    }

    static void mustManage(Person person, PairRow row) {
        if (!PairBoard.manages(person, row)) {
            throw new Rejection(PairRejection.NOT_IN_CHARGE);
        }
    }
}
