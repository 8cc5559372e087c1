package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.PairFact.Kind;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoEnd;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoOpening;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back what was done last to a pair, for the ten minutes of {@link Undo}: a side what it told itself and nobody has
 * confirmed, the team of the territory also an end, a hand-over and the opening.
 */
@Component
class UndoActs {

    /** What can be taken back. */
    enum What {
        SESSION,
        END,
        HAND_OVER,
        OPENING
    }

    /** The last fact that can be taken back, and what it is. */
    record Last(What what, PairFact fact) {}

    private final PairBoard board;
    private final PairActs acts;
    private final SessionActs sessions;
    private final Commands commands;
    private final Clock clock;

    UndoActs(PairBoard board, PairActs acts, SessionActs sessions, Commands commands, Clock clock) {
        this.board = board;
        this.acts = acts;
        this.sessions = sessions;
        this.commands = commands;
        this.clock = clock;
    }

    /** What this person may take back now, of what happened to the pair. */
    Optional<Last> last(Person person, PairRow row, List<PairFact> facts) {
        return facts.stream()
                .filter(fact -> Undo.isOpen(fact.recordedAt(), clock))
                .flatMap(
                        fact -> Optional.ofNullable(what(person, row, fact)).map(what -> new Last(what, fact)).stream())
                .max(Comparator.comparing(last -> last.fact().recordedAt()));
    }

    private static @Nullable What what(Person person, PairRow row, PairFact fact) {
        if (fact.isToldBy(PairBoard.sideOf(person, row))) {
            return What.SESSION;
        }
        if (!PairBoard.manages(person, row)) {
            return null;
        }
        if (fact.kind().is(Kind.OPENED)) {
            return What.OPENING;
        }
        if (fact.role().equals("system")) {
            return null; // what came by itself is nobody's mistake
        }
        boolean end = fact.kind().is(Kind.CLOSED)
                || (fact.kind().is(Kind.INTERRUPTED) && fact.reason() != InterruptionReason.SAFEGUARDING);
        return end ? What.END : fact.kind().is(Kind.HANDED_OVER) ? What.HAND_OVER : null;
    }

    /**
     * Takes back what was done last of this sort; answers what it was.
     *
     * @param meant what it has to be
     */
    What undo(Act act, What meant) {
        return undo(
                act,
                last(act.person(), act.row(), board.facts(act.person(), act.row()))
                        .filter(one -> one.what() == meant)
                        .orElseThrow(() -> new Rejection(PairRejection.NOTHING_TO_UNDO)));
    }

    /** Takes back this fact, and no other one: asked twice, it is the same answer. */
    What undo(Person person, String pair, String fact, CommandContext context) {
        Optional<What> before = board.undone(person, pair, fact);
        if (before.isPresent()) {
            return before.get();
        }
        PairRow row = acts.find(person, pair);
        List<PairFact> facts = board.facts(person, row);
        Side side = PairBoard.sideOf(person, row);
        if (facts.stream().anyMatch(one -> one.id().equals(fact) && one.isTakenBackOf(side))) {
            return What.SESSION;
        }
        Last last = last(person, row, facts)
                .filter(one -> one.fact().id().equals(fact))
                .orElseThrow(() -> new Rejection(PairRejection.NOTHING_TO_UNDO));
        CommandContext once = new CommandContext(
                "undo:" + fact, context.actor(), context.correlationId(), context.causationId(), null, context.seen());
        return undo(new Act(person, row, once), last);
    }

    private What undo(Act act, Last last) {
        switch (last.what()) {
            case SESSION ->
                sessions.cancel(
                        act, Objects.requireNonNull(last.fact().session()).id(), AmendmentReason.TAKEN_BACK);
            case END -> send(act, new UndoEnd(act.pair()));
            case HAND_OVER -> send(act, new UndoHandOver(act.pair()));
            case OPENING -> send(act, new UndoOpening(act.pair()));
        }
        return last.what();
    }

    private void send(Act act, UndoCommand command) {
        String _ = commands.send(command, act.context());
    }
}
