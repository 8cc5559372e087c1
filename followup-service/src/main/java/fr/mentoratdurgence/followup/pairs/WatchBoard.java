package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The live pairs that the team watches over, and those to look at first, with places that were kept of pairs that are
 * over. A page and a count cost what they show: each kind of pair is read along an index of its own, and counts end at
 * {@link FirstRows#MOST} and one. Only the mentors who left or are to be reviewed are looked up one by one.
 */
public final class WatchBoard {
    private static final String ORDER = "t.silent_since, t.pair";
    private static final String LIVE = "t.status = 'LIVE'";
    private static final String HEARD = LIVE + " and t.last_contact_on is not null";
    private static final String UNHEARD = LIVE + " and t.last_contact_on is null";
    private static final String SILENT = "t.silent_since < :silent";
    private static final String NOT_SILENT = "t.silent_since >= :silent";

    private static final List<String> ALL = List.of(LIVE);
    private static final List<String> NEVER_HEARD =
            List.of(UNHEARD + " and t.first_contact_overdue", UNHEARD + " and not t.first_contact_overdue");
    private static final List<String> THIS_WEEK = List.of(HEARD + " and t.silent_since >= :week");
    private static final List<String> THIS_FORTNIGHT = List.of(HEARD + " and t.silent_since < :week and " + NOT_SILENT);
    private static final List<String> LONGER_AGO = List.of(HEARD + " and " + SILENT);
    private static final String ALERTED = "t.alert_from <= :today";
    private static final String NOT_ALERTED = "(t.alert_from is null or t.alert_from > :today)";
    /** A pair that is over, whose place was kept until a day that has come. */
    private static final String SEAT_DUE = "t.seat_held_until <= :today";

    /** From the day on which a first contact is late until that is an alert: then it can be put off like any other. */
    private static final String LATE_START =
            "t.last_contact_on is null and t.first_contact_overdue and t.alert_from is null";

    private static final List<String> OVERDUE =
            List.of(LIVE + " and " + ALERTED, LIVE + " and " + LATE_START, SEAT_DUE);
    /** Pairs that are no alert by themselves, but whose mentor left or is to be reviewed. */
    private static final String MENTOR_ALARMS = "(select t.* from known_mentor m join pair t on t.mentor = m.mentor"
            + " where m.alarm and " + LIVE + " and " + NOT_ALERTED
            + " and not (" + LATE_START + ")";

    private static final String THEIRS = "t.referent = :whose";
    private static final String IN_TERRITORY = "t.departement = any(cast(:territory as text[]))";

    /**
     * Which pairs to watch over, as of which day.
     *
     * @param everybody       all of the territory, not only those whose référent this person is; or one who is sought
     * @param silentAfterDays a longer silence is an alert
     * @param sought          narrowed to these
     */
    public record Watch(boolean everybody, LocalDate today, int silentAfterDays, Sought sought) {
        /** Not narrowed. */
        public Watch(boolean everybody, LocalDate today, int silentAfterDays) {
            this(everybody, today, silentAfterDays, Sought.ALL);
        }
    }

    /**
     * Live pairs in figures, each as far as {@link FirstRows} counts.
     *
     * @param unheard   no contact yet
     * @param week      last contact at most 7 days ago
     * @param fortnight longer ago, but no alert yet
     * @param longer    silent for too long since the last contact
     */
    public record Charge(int live, int alerts, int unheard, int week, int fortnight, int longer) {
        /** Whether there are more than are counted, so that no part can be shown as a share of the whole. */
        public boolean beyond() {
            return live > FirstRows.MOST;
        }
    }

    private final JdbcClient db;

    WatchBoard(JdbcClient db) {
        this.db = db;
    }

    /** How many live pairs there are to watch over, and how long ago their last contact was. */
    public Charge charge(Person person, Watch watch) {
        String sql = "select " + counted(watched(person, watch, ALL)) + " as live, "
                + counted(alerts(person, watch)) + " as alerts, "
                + counted(watched(person, watch, NEVER_HEARD)) + " as unheard, "
                + counted(watched(person, watch, THIS_WEEK)) + " as week, "
                + counted(watched(person, watch, THIS_FORTNIGHT)) + " as fortnight, "
                + counted(watched(person, watch, LONGER_AGO)) + " as longer";
        return asOf(sql, person, watch, FirstRows.MOST + 1L).query(Charge.class).single();
    }

    /** How many live pairs of this person began with a contact that nobody confirmed in time; counted likewise. */
    public int unconfirmed(Person person) {
        String own = own(List.of(UNHEARD + " and t.first_contact_overdue"), "");
        return Sought.ALL
                .in(FirstRows.of(db.sql("select " + counted(own)), person, FirstRows.MOST + 1L), person)
                .query(Integer.class)
                .single();
    }

    /** Live pairs to watch over, a page of them; the longest silence first. */
    public List<PairRow> watched(Person person, Watch watch, boolean alertsOnly, int offset, int limit) {
        String rows = alertsOnly ? alerts(person, watch) : watched(person, watch, ALL);
        String sql = "select " + PairBoard.ROW + " from (select t.* from " + rows + " t order by " + ORDER
                + " offset :offset limit :limit) p left join known_mentor m on m.mentor = p.mentor order by "
                + ORDER.replace("t.", "p.");
        return asOf(sql, person, watch, (long) offset + limit)
                .param("staff", true)
                .param("offset", offset)
                .param("limit", limit)
                .query(PairBoard::row)
                .list();
    }

    /** How many of these are over, and were kept a place until a day that has come; counted as {@link #charge} counts. */
    public int seatsDue(Person person, Watch watch) {
        return asOf("select " + counted(watched(person, watch, List.of(SEAT_DUE))), person, watch, FirstRows.MOST + 1L)
                .query(Integer.class)
                .single();
    }

    private static String counted(String rows) {
        return "(select count(*) from (select 1 from " + rows + " t limit :end) t)";
    }

    private static String alerts(Person person, Watch watch) {
        return "(" + watched(person, watch, OVERDUE) + " union all " + MENTOR_ALARMS + whose(person, watch)
                + watch.sought().and() + "))";
    }

    private static String whose(Person person, Watch watch) {
        String there = everywhere(person) ? "" : " and " + IN_TERRITORY;
        return watch.sought().ofOne()
                ? there
                : !watch.everybody()
                        ? " and " + THEIRS
                        : everywhere(person) ? "" : " and (" + IN_TERRITORY + " or " + THEIRS + ")";
    }

    /** The pairs of these cases: the person's own, or all of the territory and the person's own outside of it. */
    private static String watched(Person person, Watch watch, List<String> all) {
        List<String> cases = all.stream().map(one -> one + watch.sought().and()).toList();
        if (watch.sought().ofOne()) {
            return own(cases, everywhere(person) ? "" : " and " + IN_TERRITORY);
        }
        if (!watch.everybody()) {
            return own(cases, "");
        }
        String there = new FirstRows("pair", cases, ORDER).sql(person);
        return everywhere(person) ? there : "(" + there + " union all " + own(cases, " and not " + IN_TERRITORY) + ")";
    }

    private static String own(List<String> cases, String where) {
        return cases.stream()
                .map(one -> "select t.* from pair t where " + THEIRS + " and " + one + where)
                .collect(Collectors.joining(" union all ", "(", ")"));
    }

    private static boolean everywhere(Person person) {
        return person.territory().contains("*");
    }

    private StatementSpec asOf(String sql, Person person, Watch watch, long end) {
        return watch.sought()
                .in(FirstRows.of(db.sql(sql), person, end), person)
                .param("today", watch.today())
                .param("week", watch.today().minusDays(7))
                .param("silent", watch.today().minusDays(watch.silentAfterDays()));
    }
}
