package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandOver;
import fr.mentoratdurgence.followup.pairs.UndoCommand.UndoHandOver;
import java.util.List;

/** What is asked of several pairs at once: all of it is done, or nothing. */
sealed interface DeskCommand {
    List<? extends PairCommand> all();

    /** Somebody else follows all of them. */
    record HandOverDesk(List<HandOver> all) implements DeskCommand {}

    /** That was a mistake. */
    record UndoDesk(List<UndoHandOver> all) implements DeskCommand {}
}
