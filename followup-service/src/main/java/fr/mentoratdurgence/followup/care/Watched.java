package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.contracts.vocabulary.SchoolHolidays;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairNow;
import fr.mentoratdurgence.followup.pairs.PairNow.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be seen of a pair by who looks at its sessions, in school time. Pure. */
record Watched(PairNow pair, FollowupPolicy policy) {
    /** A week of school has more days of lessons than of holidays. */
    private static final int DAYS_OF_A_SCHOOL_WEEK = 4;

    /** Who looks further back than that many weeks sees nothing. */
    private static final int HORIZON_WEEKS = 60;

    private static final int WEEK = 7;

    /** Day of the last contact, or of the opening. */
    LocalDate lastNews() {
        LocalDate contacted = pair.contactedOn();
        LocalDate first = contacted == null ? pair.openedOn() : contacted;
        return pair.sessions().stream()
                .filter(Session::held)
                .map(Session::day)
                .filter(day -> day.isAfter(first))
                .max(Comparator.naturalOrder())
                .orElse(first);
    }

    /** The first day on which silence since this day is too long; holidays and pauses do not count. */
    LocalDate silentFrom(LocalDate since) {
        return SchoolHolidays.after(since, policy.silentAfterDays() + 1, pair.departement(), pair::paused);
    }

    /** Sessions in a row, up to the last one told, that were missed without a word; an announced absence does not count. */
    List<Session> noShows() {
        List<Session> told = new ArrayList<>(pair.sessions());
        told.sort(
                Comparator.comparing(Session::day).thenComparing(Session::held).reversed());
        List<Session> missed = new ArrayList<>();
        for (Session session : told) {
            if (session.held()) {
                break;
            }
            if (!session.excused()) {
                missed.add(session);
            }
        }
        return missed;
    }

    /** The Monday on which the hours of a pair are first looked at, or looked at again after this day. */
    static LocalDate nextMonday(LocalDate day) {
        return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /**
     * The Mondays of the last whole weeks of school before this one, the last first; fewer than the rules ask for where the
     * pair is younger.
     */
    List<LocalDate> schoolWeeksBefore(LocalDate monday) {
        List<LocalDate> weeks = new ArrayList<>();
        LocalDate week = monday.minusDays(WEEK);
        for (int seen = 0; seen < HORIZON_WEEKS && weeks.size() < policy.paceWeeks(); seen++) {
            if (week.isBefore(pair.openedOn())) {
                break;
            }
            if (isSchoolWeek(week)) {
                weeks.add(week);
            }
            week = week.minusDays(WEEK);
        }
        return weeks;
    }

    private boolean isSchoolWeek(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(WEEK))
                        .filter(day -> SchoolHolidays.isSchoolTime(day, pair.departement()) && !pair.paused(day))
                        .count()
                >= DAYS_OF_A_SCHOOL_WEEK;
    }

    /** Minutes of all sessions that were held in these weeks. */
    int minutes(List<LocalDate> mondays) {
        return pair.sessions().stream()
                .filter(Session::held)
                .filter(session ->
                        mondays.contains(session.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))))
                .mapToInt(Session::minutes)
                .sum();
    }
}
