package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of the care for a pair. {@code today} is the day of asking: the rules know no clock. */
sealed interface CareCommand {
    String pair();

    LocalDate today();

    record ConfirmIntroduction(String pair, Side side, LocalDate introducedOn, LocalDate today)
            implements CareCommand {}

    /** What a side says of how it goes. */
    sealed interface Answer extends CareCommand {
        CheckInSide side();

        int health();

        List<CheckInTheme> themes();

        Via via();
    }

    record CompleteCheckIn(
            String pair, CheckInSide side, int health, List<CheckInTheme> themes, Via via, LocalDate today)
            implements Answer {}

    record SnoozeAlert(String pair, AlertKind kind, LocalDate until, LocalDate today) implements CareCommand {}

    record ResolveAlert(String pair, AlertKind kind, AlertOutcome outcome, LocalDate today) implements CareCommand {}

    /** What somebody settled or put off by mistake stands again. */
    record ReopenAlert(String pair, AlertKind kind, LocalDate today) implements CareCommand {}

    /** What a side said last of how it goes is taken back. */
    record UndoCheckIn(String pair, CheckInSide side, LocalDate today) implements CareCommand {}

    /** A side asks for something by itself. */
    record AskHelp(String pair, CheckInSide side, HelpWish wish, LocalDate today) implements CareCommand {}

    /** It was a mistake. */
    record TakeBackHelp(String pair, CheckInSide side, LocalDate today) implements CareCommand {}

    /** What a side said last of how it goes was otherwise. */
    record CorrectCheckIn(
            String pair,
            CheckInSide side,
            int health,
            List<CheckInTheme> themes,
            Via via,
            AmendmentReason reason,
            LocalDate today)
            implements Answer {}

    record LogCall(
            String pair, CallPartner partner, CallReason reason, boolean reached, LocalDate calledOn, LocalDate today)
            implements CareCommand {}

    record TakeStep(String pair, InterventionStep step, LocalDate today) implements CareCommand {}

    /** A deadline has passed: {@code dueOn} is its own day, however late that is. */
    sealed interface Due extends CareCommand {
        LocalDate dueOn();
    }

    record ChaseFirstContact(String pair, ContactChase step, LocalDate dueOn, LocalDate today) implements Due {}

    record AskCheckIn(String pair, int number, LocalDate dueOn, LocalDate today) implements Due {}

    record NoticeUnanswered(String pair, int number, LocalDate dueOn, LocalDate today) implements Due {}

    record NoticeLongSilence(String pair, LocalDate dueOn, LocalDate today) implements Due {}

    record JudgePace(String pair, LocalDate dueOn, LocalDate today) implements Due {}

    /** Something happened to the pair itself. */
    record FollowPair(String pair, LocalDate today) implements CareCommand {}
}
