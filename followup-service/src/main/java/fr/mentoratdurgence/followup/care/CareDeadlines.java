package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairDeadline;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What has to happen by when for a pair, set and cancelled with the acts that it follows from. */
final class CareDeadlines {
    /** What passes. */
    enum Kind {
        FIRST_CONTACT_CALL,
        FIRST_CONTACT_ALERT,
        CHECK_IN,
        CHECK_IN_ANSWER,
        LONG_SILENCE,
        PACE
    }

    private static final List<String> OF_FIRST_CONTACT =
            List.of(PairDeadline.FIRST_CONTACT.name(), Kind.FIRST_CONTACT_CALL.name(), Kind.FIRST_CONTACT_ALERT.name());
    private static final List<String> ALL = Stream.concat(
                    Stream.of(PairDeadline.FIRST_CONTACT.name()),
                    Arrays.stream(Kind.values()).map(Enum::name))
            .toList();
    /** Between the day of the last news and the day on which somebody settled the silence. */
    private static final String SETTLED = "+";

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Deadlines deadlines;
    private final FollowupPolicy policy;

    CareDeadlines(Deadlines deadlines, FollowupPolicy policy) {
        this.deadlines = deadlines;
        this.policy = policy;
    }

    void opened(String pair, PairNow now) {
        deadlines.set(checkIn(pair, now, 1), pace(pair, now.openedOn()));
    }

    /** It lives again, as its end was a mistake: what the end had cancelled is waited for again. */
    void resumed(String pair, PairNow now, Care care, LocalDate today) {
        deadlines.set(checkIn(pair, now, care.asked() + 1), pace(pair, today));
        care.checkIns().values().stream()
                .filter(asked -> asked.answeredOn() == null && !asked.overdue())
                .findFirst()
                .ifPresent(asked -> deadlines.set(Deadline.of(
                        Kind.CHECK_IN_ANSWER,
                        pair,
                        asked.number(),
                        asked.answerBy()
                                .plusDays(1)
                                .atStartOfDay(OperationZone.PARIS)
                                .toInstant())));
    }

    /** Whatever was told of the pair: what is still to be waited for. */
    void told(String pair, PairNow now) {
        if (!now.live()) {
            deadlines.cancel(pair, ALL);
        } else if (now.contactedOn() == null) {
            deadlines.cancel(pair, List.of(Kind.LONG_SILENCE.name()));
            deadlines.set(
                    Deadline.of(PairDeadline.FIRST_CONTACT, pair, now.firstContactDueAt()),
                    firstContact(Kind.FIRST_CONTACT_CALL, pair, now, policy.callDays()),
                    firstContact(Kind.FIRST_CONTACT_ALERT, pair, now, policy.alertDays()));
        } else {
            deadlines.cancel(pair, OF_FIRST_CONTACT);
            LocalDate since = new Watched(now, policy).lastNews();
            if (!settled(pair, since)) {
                silence(pair, now, since, since.toString());
            }
        }
    }

    /** Whether a silence since this day was settled without news, and is waited for anew. */
    private boolean settled(String pair, LocalDate since) {
        return deadlines.of(pair).stream()
                .anyMatch(waiting -> waiting.kind().equals(Kind.LONG_SILENCE.name())
                        && waiting.key().contains(":" + since + SETTLED));
    }

    private Deadline firstContact(Kind kind, String pair, PairNow now, int days) {
        return Deadline.of(
                kind, pair, now.firstContactDueAt().plus(Duration.ofDays((long) days - policy.firstContactDays())));
    }

    /** Somebody settled a silence without news: it is waited for anew. */
    void silenceSettled(String pair, PairNow now, LocalDate settledOn) {
        silence(pair, now, settledOn, new Watched(now, policy).lastNews() + SETTLED + settledOn);
    }

    private void silence(String pair, PairNow now, LocalDate since, String mark) {
        deadlines.cancel(pair, List.of(Kind.LONG_SILENCE.name()));
        LocalDate from = new Watched(now, policy).silentFrom(since);
        deadlines.set(Deadline.of(
                Kind.LONG_SILENCE,
                pair,
                mark,
                from.atStartOfDay(OperationZone.PARIS).toInstant()));
    }

    /** All sides were asked, or it was not the time to ask: it is asked again. */
    void asked(String pair, PairNow now, int number, LocalDate dueOn) {
        deadlines.set(
                checkIn(pair, now, number + 1),
                Deadline.of(
                        Kind.CHECK_IN_ANSWER,
                        pair,
                        number,
                        dueOn.plusDays(policy.checkInAnswerDays() + 1L)
                                .atStartOfDay(OperationZone.PARIS)
                                .toInstant()));
    }

    void judged(String pair, LocalDate dueOn) {
        deadlines.set(pace(pair, dueOn));
    }

    private Deadline checkIn(String pair, PairNow now, int number) {
        return Deadline.of(
                Kind.CHECK_IN,
                pair,
                number,
                now.openedOn()
                        .plusDays(policy.checkInDay(number))
                        .atTime(MORNING)
                        .atZone(OperationZone.PARIS)
                        .toInstant());
    }

    private static Deadline pace(String pair, LocalDate after) {
        LocalDate monday = Watched.nextMonday(after);
        return Deadline.of(
                Kind.PACE,
                pair,
                monday,
                monday.atStartOfDay(OperationZone.PARIS).toInstant());
    }
}
