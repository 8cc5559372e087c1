package fr.mentoratdurgence.followup.pairs;

/** Takes back what a click has done by mistake. For how long that may be is looked at where it is asked. */
sealed interface UndoCommand extends PairCommand {

    /** The match was not to be confirmed. */
    record UndoOpening(String pair) implements UndoCommand {}

    /** It is not over. */
    record UndoEnd(String pair) implements UndoCommand {}

    /** Who followed it before follows it again. */
    record UndoHandOver(String pair) implements UndoCommand {}
}
