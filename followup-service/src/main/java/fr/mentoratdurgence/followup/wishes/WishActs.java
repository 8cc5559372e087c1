package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.followup.pairs.InterruptionReason;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.wishes.WishCommand.AnswerWish;
import fr.mentoratdurgence.followup.wishes.WishCommand.AskWishes;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do about going on in person: finds the pair among theirs, then sends the command. */
@Component
class WishActs {
    private final PairBoard pairs;
    private final JdbcClient db;
    private final Commands commands;
    private final OperationDay day;

    WishActs(PairBoard pairs, JdbcClient db, Commands commands, OperationDay day) {
        this.pairs = pairs;
        this.db = db;
        this.commands = commands;
        this.day = day;
    }

    PairRow find(Person person, String pair) {
        return pairs.find(person, pair).orElseThrow(() -> new Rejection(WishRejection.WISH_PAIR_UNKNOWN));
    }

    Optional<WishRow> wishes(String pair) {
        return db.sql("select pair, asked_on, mentor_agrees, family_agrees from pair_wish where pair = ?")
                .param(pair)
                .query(WishRow.class)
                .optional();
    }

    /** Both sides are written to, apart; never where somebody had to be protected. */
    void ask(Person person, PairRow row, CommandContext context) {
        if (!PairBoard.manages(person, row)) {
            throw new Rejection(WishRejection.WISH_PAIR_UNKNOWN);
        }
        if (row.live()) {
            throw new Rejection(WishRejection.WISH_PAIR_RUNS);
        }
        if (pairs.facts(person, row).stream().anyMatch(fact -> fact.reason() == InterruptionReason.SAFEGUARDING)) {
            throw new Rejection(WishRejection.WISH_AFTER_PROTECTION);
        }
        String _ = commands.send(
                new AskWishes(row.pair(), row.terms().need(), row.terms().mentor(), day.today()), context);
    }

    /**
     * Says yes or no.
     *
     * @param on whose answer somebody of the team writes down; others answer for themselves
     */
    void answer(Person person, PairRow row, @Nullable Side on, boolean agrees, CommandContext context) {
        Side own = PairBoard.sideOf(person, row);
        Side side = own == Side.OPERATION ? (on == Side.MENTOR ? Side.MENTOR : Side.STRUCTURE) : own;
        if (own == Side.OPERATION && !PairBoard.manages(person, row)) {
            throw new Rejection(WishRejection.WISH_PAIR_UNKNOWN);
        }
        String _ = commands.send(new AnswerWish(row.pair(), side, agrees, day.today()), context);
    }
}
