package fr.mentoratdurgence.followup.care;

import static fr.mentoratdurgence.followup.care.CareRejection.CHECK_IN_ALREADY_ANSWERED;
import static fr.mentoratdurgence.followup.care.CareRejection.HEALTH_OUT_OF_RANGE;
import static fr.mentoratdurgence.followup.care.CareRejection.NO_ANSWER_TO_CORRECT;
import static fr.mentoratdurgence.followup.care.CareRejection.NO_CHECK_IN_ASKED;
import static fr.mentoratdurgence.followup.care.CareRejection.NO_LONGER_UNDONE;

import fr.mentoratdurgence.followup.care.Care.CheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.Answer;
import fr.mentoratdurgence.followup.care.CareCommand.CompleteCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.CorrectCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.UndoCheckIn;
import fr.mentoratdurgence.followup.care.CareDecider.Asked;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInCompleted;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInUndone;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of what sides answer when they are asked how it goes. Pure. */
final class CheckInRules {
    private CheckInRules() {}

    static List<CareEvent> complete(CompleteCheckIn c, Asked asked, Care care) {
        CareDecider.alive(asked.pair());
        CheckIn checkIn = care.checkIns().get(c.side());
        if (checkIn == null) {
            throw new Rejection(NO_CHECK_IN_ASKED);
        }
        if (checkIn.answeredOn() != null) {
            throw new Rejection(
                    CHECK_IN_ALREADY_ANSWERED, Map.of("on", checkIn.answeredOn().toString()));
        }
        List<CareEvent> facts = new ArrayList<>();
        facts.add(completed(c, checkIn, c.today()));
        boolean allHeard = care.checkIns().entrySet().stream()
                .filter(other -> other.getKey() != c.side())
                .noneMatch(
                        other -> other.getValue().overdue() && other.getValue().answeredOn() == null);
        if (allHeard && care.open().containsKey(AlertKind.UNANSWERED_CHECK_IN)) {
            facts.add(CareDecider.settled(c, AlertKind.UNANSWERED_CHECK_IN, AlertOutcome.ANSWERED));
        }
        if (c.health() <= asked.policy().poorHealth()) {
            CareDecider.raise(facts, asked, care, AlertKind.POOR_CHECK_IN, c.health(), c.today(), c.today());
        }
        return facts;
    }

    private static CheckInCompleted completed(Answer c, CheckIn checkIn, LocalDate on) {
        if (c.health() < CareDecider.WORST || c.health() > CareDecider.BEST) {
            throw new Rejection(HEALTH_OUT_OF_RANGE);
        }
        List<CheckInTheme> themes = c.themes().stream().distinct().sorted().toList();
        return new CheckInCompleted(c.pair(), checkIn.number(), c.side(), c.health(), themes, c.via(), on);
    }

    /**
     * The last answer was otherwise: it keeps its day, also when the pair is over. While the pair lives, a bad one is an alert
     * from now on, and one that was none is an alert no more.
     */
    static List<CareEvent> correct(CorrectCheckIn c, Asked asked, Care care) {
        CheckIn checkIn = care.checkIns().get(c.side());
        if (checkIn == null || checkIn.answeredOn() == null) {
            throw new Rejection(NO_ANSWER_TO_CORRECT);
        }
        LocalDate answeredOn = checkIn.answeredOn();
        List<CareEvent> facts = new ArrayList<>();
        facts.add(new CheckInUndone(c.pair(), checkIn.number(), c.side(), c.reason()));
        facts.add(completed(c, checkIn, answeredOn));
        Care.Alert poor = care.open().get(AlertKind.POOR_CHECK_IN);
        if (!asked.pair().live()) {
            return facts;
        }
        if (c.health() <= asked.policy().poorHealth()) {
            CareDecider.raise(facts, asked, care, AlertKind.POOR_CHECK_IN, c.health(), answeredOn, c.today());
        } else if (poor != null && poor.since().equals(answeredOn)) {
            facts.add(CareDecider.settled(c, AlertKind.POOR_CHECK_IN, AlertOutcome.TAKEN_BACK));
        }
        return facts;
    }

    /** With the answer goes what followed from it by itself. */
    static List<CareEvent> undo(UndoCheckIn c, PairNow pair, Care care) {
        CareDecider.alive(pair);
        CheckIn checkIn = care.checkIns().get(c.side());
        if (checkIn == null || checkIn.answeredOn() == null) {
            throw new Rejection(NO_LONGER_UNDONE);
        }
        List<CareEvent> facts = new ArrayList<>();
        facts.add(new CheckInUndone(c.pair(), checkIn.number(), c.side(), AmendmentReason.TAKEN_BACK));
        Care.Alert poor = care.open().get(AlertKind.POOR_CHECK_IN);
        if (poor != null && poor.since().equals(checkIn.answeredOn())) {
            facts.add(CareDecider.settled(c, AlertKind.POOR_CHECK_IN, AlertOutcome.TAKEN_BACK));
        }
        Care.Settled answered = care.settled().get(AlertKind.UNANSWERED_CHECK_IN);
        if (checkIn.overdue() && answered != null && answered.outcome() == AlertOutcome.ANSWERED) {
            facts.add(CareDecider.reopened(c, AlertKind.UNANSWERED_CHECK_IN, answered.alert()));
        }
        return facts;
    }

    static CheckIn answered(Care care, CheckInCompleted e) {
        CheckIn before = care.checkIns().get(e.side());
        return before == null
                ? new CheckIn(e.number(), e.answeredOn(), false, e.answeredOn())
                : new CheckIn(e.number(), before.answerBy(), before.overdue(), e.answeredOn());
    }

    static CheckIn unanswered(Care care, CheckInUndone e) {
        CheckIn before = care.checkIns().get(e.side());
        return before == null
                ? new CheckIn(e.number(), LocalDate.EPOCH, false, null)
                : new CheckIn(e.number(), before.answerBy(), before.overdue(), null);
    }
}
