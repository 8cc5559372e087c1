package fr.mentoratdurgence.followup.care;

import static fr.mentoratdurgence.followup.care.CareRejection.ALREADY_ON_PROBATION;
import static fr.mentoratdurgence.followup.care.CareRejection.DAY_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.care.CareRejection.DAY_IN_FUTURE;
import static fr.mentoratdurgence.followup.care.CareRejection.INTRODUCTION_ALREADY_CONFIRMED;
import static fr.mentoratdurgence.followup.care.CareRejection.NOT_ON_PROBATION;
import static fr.mentoratdurgence.followup.care.CareRejection.NO_LONGER_UNDONE;
import static fr.mentoratdurgence.followup.care.CareRejection.NO_SUCH_ALERT;
import static fr.mentoratdurgence.followup.care.CareRejection.OUTCOME_NOT_TO_CHOOSE;
import static fr.mentoratdurgence.followup.care.CareRejection.PAIR_IS_OVER;
import static fr.mentoratdurgence.followup.care.CareRejection.SNOOZE_OUT_OF_RANGE;

import fr.mentoratdurgence.followup.care.Care.CheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.AskCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.AskHelp;
import fr.mentoratdurgence.followup.care.CareCommand.ChaseFirstContact;
import fr.mentoratdurgence.followup.care.CareCommand.CompleteCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ConfirmIntroduction;
import fr.mentoratdurgence.followup.care.CareCommand.CorrectCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.Due;
import fr.mentoratdurgence.followup.care.CareCommand.FollowPair;
import fr.mentoratdurgence.followup.care.CareCommand.JudgePace;
import fr.mentoratdurgence.followup.care.CareCommand.LogCall;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeLongSilence;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeUnanswered;
import fr.mentoratdurgence.followup.care.CareCommand.ReopenAlert;
import fr.mentoratdurgence.followup.care.CareCommand.ResolveAlert;
import fr.mentoratdurgence.followup.care.CareCommand.SnoozeAlert;
import fr.mentoratdurgence.followup.care.CareCommand.TakeBackHelp;
import fr.mentoratdurgence.followup.care.CareCommand.TakeStep;
import fr.mentoratdurgence.followup.care.CareCommand.UndoCheckIn;
import fr.mentoratdurgence.followup.care.CareEvent.CallLogged;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInCompleted;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInOverdue;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInScheduled;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInUndone;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertRaised;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertReopened;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertResolved;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertSnoozed;
import fr.mentoratdurgence.followup.care.CareEvent.FirstContactChased;
import fr.mentoratdurgence.followup.care.CareEvent.InterventionStepTaken;
import fr.mentoratdurgence.followup.care.CareEvent.IntroductionConfirmed;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of the care for a pair. Pure: no clock, no database, no framework. */
final class CareDecider {
    static final int WORST = 1;
    static final int BEST = 5;
    /** Nothing is put off for longer. */
    static final int LONGEST_SNOOZE_DAYS = 60;

    static final Decider<Asked, Care, CareEvent> CARE =
            new Decider<>("Care", Care.NONE, CareDecider::decide, CareDecider::evolve);

    /** What is asked, of which pair as it stands, under which rules. */
    record Asked(CareCommand command, PairNow pair, FollowupPolicy policy) {
        Watched watched() {
            return new Watched(pair, policy);
        }
    }

    private CareDecider() {}

    private static List<CareEvent> decide(Asked asked, Care care) {
        PairNow pair = asked.pair();
        return switch (asked.command()) {
            case ConfirmIntroduction c -> {
                alive(pair);
                if (care.introducedOn() != null) {
                    throw new Rejection(
                            INTRODUCTION_ALREADY_CONFIRMED, Map.of("on", String.valueOf(care.introducedOn())));
                }
                inLife(pair, c.introducedOn(), c.today());
                yield List.of(new IntroductionConfirmed(c.pair(), c.side(), c.introducedOn()));
            }
            case CompleteCheckIn c -> CheckInRules.complete(c, asked, care);
            case SnoozeAlert c -> {
                open(care, c.kind());
                snoozable(c.until(), c.today());
                yield List.of(new EngagementAlertSnoozed(c.pair(), c.kind(), c.until()));
            }
            case ResolveAlert c -> {
                open(care, c.kind());
                if (c.outcome().found()) {
                    throw new Rejection(OUTCOME_NOT_TO_CHOOSE);
                }
                yield List.of(settled(c, c.kind(), c.outcome()));
            }
            case ReopenAlert c -> reopen(c, pair, care);
            case AskHelp c -> HelpRules.ask(c, asked, care);
            case TakeBackHelp c -> HelpRules.takeBack(c, care);
            case UndoCheckIn c -> CheckInRules.undo(c, pair, care);
            case CorrectCheckIn c -> CheckInRules.correct(c, asked, care);
            // of a pair that is over somebody may still have to be called
            case LogCall c -> {
                inLife(pair, c.calledOn(), c.today());
                yield List.of(new CallLogged(c.pair(), c.partner(), c.reason(), c.reached(), c.calledOn()));
            }
            case TakeStep c -> step(c, pair, care);
            case Due due -> pair.live() ? passed(due, asked, care) : List.of();
            case FollowPair c -> follow(c, asked, care);
        };
    }

    private static Care evolve(Care care, CareEvent event) {
        return switch (event) {
            case IntroductionConfirmed e -> care.introduced(e.introducedOn());
            case CheckInScheduled e -> care.with(e.side(), new CheckIn(e.number(), e.answerBy(), false, null));
            case CheckInCompleted e -> care.with(e.side(), CheckInRules.answered(care, e));
            case CheckInUndone e -> care.with(e.side(), CheckInRules.unanswered(care, e));
            case CheckInOverdue e -> care.with(e.side(), new CheckIn(e.number(), e.answerBy(), true, null));
            case EngagementAlertRaised e -> care.raised(e.kind(), new Care.Alert(e.since(), e.raisedOn(), null));
            case EngagementAlertSnoozed e -> care.putOff(e.kind(), e.until());
            case EngagementAlertResolved e -> care.settled(e.kind(), e.outcome());
            case EngagementAlertReopened e -> care.reopened(e.kind(), new Care.Alert(e.since(), e.raisedOn(), null));
            case InterventionStepTaken e ->
                switch (e.step()) {
                    case PROBATION -> care.onProbation(true);
                    case PROBATION_ENDED -> care.onProbation(false);
                    case CALL, WARNING -> care;
                };
            case FirstContactChased _, CallLogged _ -> care;
        };
    }

    /** Refuses a day until which nothing can be put off. */
    static void snoozable(LocalDate until, LocalDate today) {
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_SNOOZE_DAYS))) {
            throw new Rejection(SNOOZE_OUT_OF_RANGE, Map.of("most", Integer.toString(LONGEST_SNOOZE_DAYS)));
        }
    }

    /** What was settled or put off by hand, while nothing new has come of it. */
    private static List<CareEvent> reopen(ReopenAlert c, PairNow pair, Care care) {
        alive(pair);
        Care.Alert open = care.open().get(c.kind());
        Care.Settled settled = care.settled().get(c.kind());
        Care.Alert alert = open != null && open.putOff() != null
                ? open
                : open == null && settled != null && !settled.outcome().found() ? settled.alert() : null;
        if (alert == null) {
            throw new Rejection(NO_LONGER_UNDONE);
        }
        return List.of(reopened(c, c.kind(), alert));
    }

    static CareEvent reopened(CareCommand c, AlertKind kind, Care.Alert alert) {
        return new EngagementAlertReopened(c.pair(), kind, alert.since(), alert.on());
    }

    private static List<CareEvent> step(TakeStep c, PairNow pair, Care care) {
        switch (c.step()) {
            case PROBATION -> {
                alive(pair);
                if (care.probation()) {
                    throw new Rejection(ALREADY_ON_PROBATION);
                }
            }
            case PROBATION_ENDED -> {
                if (!care.probation()) {
                    throw new Rejection(NOT_ON_PROBATION);
                }
            }
            case CALL, WARNING -> alive(pair);
        }
        return List.of(new InterventionStepTaken(c.pair(), pair.mentor(), c.step(), c.today()));
    }

    /** A deadline of a pair that lives: it is never wrong to look, there is something to tell or nothing. */
    private static List<CareEvent> passed(Due due, Asked asked, Care care) {
        List<CareEvent> facts = new ArrayList<>();
        PairNow pair = asked.pair();
        Watched watched = asked.watched();
        switch (due) {
            case ChaseFirstContact c -> {
                if (pair.contactedOn() == null) {
                    chase(facts, c, asked, care);
                }
            }
            case AskCheckIn c -> {
                if (c.number() > care.asked() && !pair.paused(c.dueOn())) {
                    ask(facts, c, asked);
                }
            }
            case NoticeUnanswered c -> unanswered(facts, c, asked, care);
            case NoticeLongSilence c -> {
                LocalDate since = watched.lastNews();
                if (pair.contactedOn() != null && !watched.silentFrom(since).isAfter(c.dueOn())) {
                    raise(facts, asked, care, AlertKind.SILENCE, days(since, c.dueOn()), since, c.dueOn());
                }
            }
            case JudgePace c -> pace(facts, c, asked, care);
        }
        return facts;
    }

    private static void chase(List<CareEvent> facts, ChaseFirstContact c, Asked asked, Care care) {
        switch (c.step()) {
            case REFERENT_CALLS ->
                facts.add(new FirstContactChased(
                        c.pair(),
                        c.step(),
                        asked.pair().firstContactDueAt(),
                        asked.policy().version()));
            case ALERT -> {
                LocalDate opened = asked.pair().openedOn();
                raise(facts, asked, care, AlertKind.FIRST_CONTACT, days(opened, c.dueOn()), opened, c.dueOn());
            }
        }
    }

    private static void ask(List<CareEvent> facts, AskCheckIn c, Asked asked) {
        LocalDate answerBy = c.dueOn().plusDays(asked.policy().checkInAnswerDays());
        for (CheckInSide side : CheckInSide.values()) {
            facts.add(new CheckInScheduled(
                    c.pair(),
                    c.number(),
                    side,
                    asked.pair().need(),
                    asked.pair().mentor(),
                    c.dueOn(),
                    answerBy,
                    asked.policy().version()));
        }
    }

    private static void unanswered(List<CareEvent> facts, NoticeUnanswered c, Asked asked, Care care) {
        for (CheckInSide side : CheckInSide.values()) {
            CheckIn checkIn = care.checkIns().get(side);
            if (checkIn != null
                    && checkIn.number() == c.number()
                    && checkIn.answeredOn() == null
                    && !checkIn.overdue()) {
                facts.add(new CheckInOverdue(c.pair(), c.number(), side, checkIn.answerBy()));
            }
        }
        if (!facts.isEmpty()) {
            raise(facts, asked, care, AlertKind.UNANSWERED_CHECK_IN, facts.size(), c.dueOn(), c.dueOn());
        }
    }

    /** Hours are judged by weeks of school that have passed wholly; a pair that is silent is an alert already. */
    private static void pace(List<CareEvent> facts, JudgePace c, Asked asked, Care care) {
        Watched watched = asked.watched();
        List<LocalDate> weeks = watched.schoolWeeksBefore(c.dueOn());
        if (weeks.size() < asked.policy().paceWeeks()) {
            return;
        }
        int minutes = watched.minutes(weeks);
        boolean few = minutes < asked.policy().fewestMinutesPerWeek() * weeks.size();
        boolean many = minutes > asked.policy().mostMinutesPerWeek() * weeks.size();
        if (few && !care.open().containsKey(AlertKind.SILENCE) && !care.open().containsKey(AlertKind.FIRST_CONTACT)) {
            raise(facts, asked, care, AlertKind.TOO_FEW_HOURS, minutes, weeks.getLast(), c.dueOn());
        }
        if (many) {
            raise(facts, asked, care, AlertKind.TOO_MANY_HOURS, minutes, weeks.getLast(), c.dueOn());
        }
        if (!few && care.open().containsKey(AlertKind.TOO_FEW_HOURS)) {
            facts.add(settled(c, AlertKind.TOO_FEW_HOURS, AlertOutcome.PACE_RECOVERED));
        }
        if (!many && care.open().containsKey(AlertKind.TOO_MANY_HOURS)) {
            facts.add(settled(c, AlertKind.TOO_MANY_HOURS, AlertOutcome.PACE_RECOVERED));
        }
    }

    /** What an act on the pair itself brings about here. */
    private static List<CareEvent> follow(FollowPair c, Asked asked, Care care) {
        List<CareEvent> facts = new ArrayList<>();
        PairNow pair = asked.pair();
        if (!pair.live()) {
            care.open().keySet().stream()
                    .sorted()
                    .forEach(kind -> facts.add(settled(c, kind, AlertOutcome.PAIR_ENDED)));
            return facts;
        }
        // it lives again: its end was a mistake
        care.settled().entrySet().stream()
                .filter(settled -> settled.getValue().outcome() == AlertOutcome.PAIR_ENDED)
                .sorted(Map.Entry.comparingByKey())
                .forEach(settled -> facts.add(
                        reopened(c, settled.getKey(), settled.getValue().alert())));
        Watched watched = asked.watched();
        if (pair.contactedOn() != null && care.open().containsKey(AlertKind.FIRST_CONTACT)) {
            facts.add(settled(c, AlertKind.FIRST_CONTACT, AlertOutcome.CONTACT_MADE));
        }
        Care.Alert silence = care.open().get(AlertKind.SILENCE);
        if (silence != null && watched.lastNews().isAfter(silence.since())) {
            facts.add(settled(c, AlertKind.SILENCE, AlertOutcome.CONTACT_MADE));
        }
        noShows(facts, c, asked, care);
        return facts;
    }

    private static void noShows(List<CareEvent> facts, FollowPair c, Asked asked, Care care) {
        List<PairNow.Session> missed = asked.watched().noShows();
        int streak = missed.size();
        boolean alert = streak >= asked.policy().noShowsAlert();
        boolean question = streak >= asked.policy().noShowsQuestion();
        for (AlertKind kind : List.of(AlertKind.NO_SHOW_QUESTION, AlertKind.NO_SHOW_STREAK)) {
            if (care.open().containsKey(kind)) {
                if (!question) {
                    facts.add(settled(c, kind, AlertOutcome.CONTACT_MADE));
                } else if (alert && kind == AlertKind.NO_SHOW_QUESTION) {
                    facts.add(settled(c, kind, AlertOutcome.ESCALATED));
                }
            }
        }
        if (question) {
            LocalDate last = missed.getFirst().day();
            AlertKind kind = alert ? AlertKind.NO_SHOW_STREAK : AlertKind.NO_SHOW_QUESTION;
            Care.Settled before = care.settled().get(kind);
            boolean heavierOpen = care.open().containsKey(AlertKind.NO_SHOW_STREAK);
            if (!heavierOpen && (before == null || last.isAfter(before.alert().since()))) {
                raise(facts, asked, care, kind, streak, last, c.today());
            }
        }
    }

    static void raise(
            List<CareEvent> facts,
            Asked asked,
            Care care,
            AlertKind kind,
            int measure,
            LocalDate since,
            LocalDate raisedOn) {
        if (!care.open().containsKey(kind)) {
            facts.add(new EngagementAlertRaised(
                    asked.command().pair(),
                    kind,
                    measure,
                    since,
                    raisedOn,
                    asked.policy().version()));
        }
    }

    static CareEvent settled(CareCommand c, AlertKind kind, AlertOutcome outcome) {
        return new EngagementAlertResolved(c.pair(), kind, outcome, c.today());
    }

    private static void open(Care care, AlertKind kind) {
        if (!care.open().containsKey(kind)) {
            throw new Rejection(NO_SUCH_ALERT);
        }
    }

    static void alive(PairNow pair) {
        if (!pair.live()) {
            throw new Rejection(PAIR_IS_OVER, Map.of("on", String.valueOf(pair.endedOn())));
        }
    }

    private static void inLife(PairNow pair, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Rejection(DAY_IN_FUTURE);
        }
        if (day.isBefore(pair.openedOn())) {
            throw new Rejection(
                    DAY_BEFORE_OPENING, Map.of("openedOn", pair.openedOn().toString()));
        }
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }
}
