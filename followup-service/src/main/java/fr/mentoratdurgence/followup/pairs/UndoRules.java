package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.NOTHING_TO_UNDO;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_RUNS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PROTECTION_STANDS;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Handed;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpeningUndone;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoEnd;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoOpening;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of taking back: as long as nobody has built on it, and never what protects a young person: that is looked into
 * by a coordinator. Pure.
 */
final class UndoRules {
    private UndoRules() {}

    static List<PairEvent> decide(Live live, UndoCommand command) {
        return switch (command) {
            case UndoOpening c -> {
                if (!live.untouched() || live.overdue()) {
                    throw new Rejection(NOTHING_TO_UNDO);
                }
                PairTerms terms = live.opening().terms();
                yield List.of(new PairOpeningUndone(
                        c.pair(), live.opening().proposal(), terms.need(), terms.line(), terms.seat(), terms.mentor()));
            }
            case UndoHandOver c -> handBack(c.pair(), live.opening(), live.handed());
            case UndoEnd _ -> throw new Rejection(PAIR_RUNS);
        };
    }

    static List<PairEvent> decide(Ended ended, UndoCommand command) {
        return switch (command) {
            case UndoEnd c -> {
                if (ended.end().safeguarding()) {
                    throw new Rejection(PROTECTION_STANDS);
                }
                if (ended.before() == null) {
                    throw new Rejection(NOTHING_TO_UNDO);
                }
                yield List.of(new PairEndUndone(
                        c.pair(),
                        ended.opening().proposal(),
                        ended.opening().terms(),
                        ended.end().on()));
            }
            case UndoHandOver c -> handBack(c.pair(), ended.opening(), ended.handed());
            case UndoOpening _ -> throw new Rejection(NOTHING_TO_UNDO);
        };
    }

    private static List<PairEvent> handBack(String pair, PairOpened opening, @Nullable Handed handed) {
        if (handed == null) {
            throw new Rejection(NOTHING_TO_UNDO);
        }
        PairTerms terms = opening.terms();
        return List.of(new PairHandOverUndone(
                pair,
                terms.need(),
                terms.mentor(),
                terms.referent(),
                handed.from(),
                handed.lent() == null ? null : handed.lent().until()));
    }
}
