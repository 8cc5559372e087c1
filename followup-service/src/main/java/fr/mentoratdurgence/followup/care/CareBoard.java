package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.MomentColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the care for pairs. Whose pair it is, is asked of {@code PairBoard} before. */
public final class CareBoard {

    /**
     * How a pair is accompanied, beside its lists.
     *
     * @param chased      whether the référent is to call about the first contact
     * @param probationOn since when the mentor is on probation, null where not
     */
    public record State(
            @Nullable LocalDate introducedOn,
            boolean chased,
            @Nullable LocalDate probationOn) {
        static final State NONE = new State(null, false, null);
    }

    /** One time that a side was asked; what was answered, where it was. */
    public record CheckInRow(
            int number,
            Code<CheckInSide> side,
            LocalDate dueOn,
            LocalDate answerBy,
            boolean overdue,
            @Nullable LocalDate answeredOn,
            @Nullable Integer health,
            List<Code<CheckInTheme>> themes,
            @Nullable String via,
            @Nullable Instant answeredAt) {
        /** Whether an answer is awaited. */
        public boolean open() {
            return answeredOn == null;
        }
    }

    /** One alert. */
    public record AlertRow(
            String pair,
            Code<AlertKind> kind,
            LocalDate raisedOn,
            LocalDate since,
            int measure,
            int policy,
            @Nullable LocalDate snoozedUntil,
            @Nullable LocalDate resolvedOn,
            @Nullable Code<AlertOutcome> outcome,
            @Nullable Instant doneAt,
            Instant recordedAt) {
        /** Whether somebody settled or put it off, and it did not settle itself. */
        boolean byHand() {
            AlertOutcome known = outcome == null ? null : outcome.known();
            return outcome == null ? snoozedUntil != null : known != null && !known.found();
        }

        /** Whether it waits for somebody now: neither settled nor put off. */
        boolean stands() {
            return resolvedOn == null && snoozedUntil == null;
        }

        /** Whether what it says was a mistake. */
        boolean isTakenBack() {
            return outcome != null && outcome.is(AlertOutcome.TAKEN_BACK);
        }
    }

    /** A call or a step of the team. */
    public record EffortRow(
            String kind,
            LocalDate day,
            @Nullable String partner,
            @Nullable String reason,
            @Nullable Boolean reached,
            @Nullable String step,
            String actor) {}

    private final JdbcClient db;

    CareBoard(JdbcClient db) {
        this.db = db;
    }

    /** How this pair is accompanied. */
    public State state(String pair) {
        return db.sql("select introduced_on, chased, probation_on from pair_care where pair = ?")
                .param(pair)
                .query(State.class)
                .optional()
                .orElse(State.NONE);
    }

    /** All times that sides were asked, the last first. */
    public List<CheckInRow> checkIns(String pair) {
        return db.sql("select * from pair_check_in where pair = ? order by number desc, side")
                .param(pair)
                .query(CareBoard::checkIn)
                .list();
    }

    /** The last time that this side was asked. */
    public Optional<CheckInRow> last(String pair, CheckInSide side) {
        return db.sql("select * from pair_check_in where pair = ? and side = ? order by number desc limit 1")
                .params(pair, side.name())
                .query(CareBoard::checkIn)
                .optional();
    }

    /** Of these pairs, since when the référent is asked how it goes and has not answered, by pair. */
    public Map<String, LocalDate> toAnswer(Collection<String> pairs, LocalDate today) {
        Map<String, LocalDate> due = new HashMap<>();
        db.sql("""
                        select pair, min(due_on) as due_on from pair_check_in
                        where pair = any(?) and side = 'REFERENT' and answered_on is null and due_on <= ?
                        group by pair""").params(pairs.toArray(String[]::new), today).query(row -> {
            due.put(row.getString("pair"), row.getObject("due_on", LocalDate.class));
        });
        return due;
    }

    /** All alerts of a pair, those to settle first. */
    public List<AlertRow> alerts(String pair) {
        return db.sql("""
                        select * from pair_alert where pair = ?
                        order by resolved_on is not null, raised_on desc, recorded_at desc, kind""").param(pair).query(CareBoard::alert).list();
    }

    /** What is to be settled today of these pairs, by pair; what is put off is not there. */
    public Map<String, List<AlertRow>> open(Collection<String> pairs, LocalDate today) {
        return db.sql("""
                        select * from pair_alert
                        where pair = any(?) and resolved_on is null and (snoozed_until is null or snoozed_until <= ?)
                        order by raised_on, kind""").params(pairs.toArray(String[]::new), today).query(CareBoard::alert).list().stream()
                .collect(Collectors.groupingBy(AlertRow::pair));
    }

    /** What the team did for a pair, the last first. */
    public List<EffortRow> efforts(String pair) {
        return db.sql("""
                        select kind, day, partner, reason, reached, step, actor from pair_effort where pair = ?
                        order by day desc, recorded_at desc""").param(pair).query(EffortRow.class).list();
    }

    private static CheckInRow checkIn(ResultSet row, int at) throws SQLException {
        return new CheckInRow(
                row.getInt("number"),
                Code.of(CheckInSide.class, row.getString("side")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                row.getBoolean("overdue"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("health", Integer.class),
                Arrays.stream((String[]) row.getArray("themes").getArray())
                        .map(theme -> Code.of(CheckInTheme.class, theme))
                        .toList(),
                row.getString("via"),
                MomentColumns.maybe(row, "answered_at"));
    }

    private static AlertRow alert(ResultSet row, int at) throws SQLException {
        String outcome = row.getString("outcome");
        return new AlertRow(
                row.getString("pair"),
                Code.of(AlertKind.class, row.getString("kind")),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getInt("measure"),
                row.getInt("policy"),
                row.getObject("snoozed_until", LocalDate.class),
                row.getObject("resolved_on", LocalDate.class),
                outcome == null ? null : Code.of(AlertOutcome.class, outcome),
                MomentColumns.maybe(row, "done_at"),
                MomentColumns.instant(row, "recorded_at"));
    }
}
