package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the projections wrote. Whom it may be shown to, the desk decides. */
public final class Board {
    private static final String LINES = """
            select l.*, l.seats - (select count(*) from used_seat u where u.need = l.need and u.line = l.line) as free
            from waiting_line l where l.open""";
    private static final String MENTORS = """
            select m.*, m.capacity - (select count(*) from used_capacity u where u.mentor = m.mentor) as free
            from mentor_load m where m.open""";

    private final JdbcClient db;

    Board(JdbcClient db) {
        this.db = db;
    }

    /** Lines of open needs that have free seats, the oldest first. */
    public List<LineRow> waitingLines() {
        return db.sql("select * from (" + LINES + ") lines where free > 0 order by declared_on, need, line")
                .query(Board::line)
                .list();
    }

    /** One line of an open need. */
    public Optional<LineRow> line(String need, int line) {
        return db.sql(LINES + " and l.need = ? and l.line = ?")
                .params(need, line)
                .query(Board::line)
                .optional();
    }

    /** All active mentors with their free capacity. */
    public List<Candidate> mentors(LocalDate today) {
        return db.sql(MENTORS).query((row, _) -> mentor(row, today)).list();
    }

    /** One active mentor. */
    public Optional<Candidate> mentor(String mentor, LocalDate today) {
        return db.sql(MENTORS + " and m.mentor = ?")
                .param(mentor)
                .query((row, _) -> mentor(row, today))
                .optional();
    }

    /** Pairings that were declined or interrupted. */
    public Set<Pairing> exclusions() {
        return new HashSet<>(db.sql("select need, line, mentor from excluded_pairing")
                .query((row, _) -> new Pairing(row.getString(1), row.getInt(2), row.getString(3)))
                .list());
    }

    /** Number of the last stored event. */
    public long position() {
        return db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    /** Proposals in this state, the oldest first. */
    public List<ProposalRow> proposals(Status status) {
        return db.sql("select * from proposal where status = ? order by proposed_at, proposal")
                .param(status.name())
                .query(Board::proposal)
                .list();
    }

    /** All proposals, the newest first. */
    public List<ProposalRow> proposals() {
        return db.sql("select * from proposal order by proposed_at desc, proposal")
                .query(Board::proposal)
                .list();
    }

    /** Proposals to one mentor, the newest first. */
    public List<ProposalRow> proposalsTo(String mentor) {
        return db.sql("select * from proposal where mentor = ? order by proposed_at desc, proposal")
                .param(mentor)
                .query(Board::proposal)
                .list();
    }

    /** Proposals that nobody answered in time. */
    public List<String> overdue(Instant now, int most) {
        return db.sql("""
                select proposal from proposal where status = 'PROPOSED' and expires_at <= ?
                order by expires_at limit ?""")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query(String.class)
                .list();
    }

    /** One proposal. */
    public Optional<ProposalRow> proposal(String proposal) {
        return db.sql("select * from proposal where proposal = ?")
                .param(proposal)
                .query(Board::proposal)
                .optional();
    }

    /** Why a proposal was made. */
    public Explanation explanation(String proposal) {
        return Json.read(
                db.sql("select content from explanation where proposal = ?")
                        .param(proposal)
                        .query(String.class)
                        .single(),
                Explanation.class);
    }

    /** One run. */
    public Optional<RunRow> run(String run) {
        return db.sql("select * from matching_run where run = ?")
                .param(run)
                .query(Board::run)
                .optional();
    }

    /** The latest run. */
    public Optional<RunRow> latestRun() {
        return db.sql("select * from matching_run order by started_at desc, run limit 1")
                .query(Board::run)
                .optional();
    }

    private static LineRow line(ResultSet row, int number) throws SQLException {
        return new LineRow(
                row.getString("need"),
                row.getInt("line"),
                row.getString("structure"),
                row.getString("departement"),
                PriorityAudience.valueOf(row.getString("priority_audience")),
                Json.read(row.getString("profile"), PlaceProfile.class),
                row.getObject("declared_on", LocalDate.class),
                row.getInt("seats"),
                row.getInt("free"));
    }

    private static Candidate mentor(ResultSet row, LocalDate today) throws SQLException {
        MentorProfile profile = Json.read(row.getString("profile"), MentorProfile.class);
        LocalDate since = profile.activeSince();
        return new Candidate(
                row.getString("mentor"),
                profile,
                Math.max(0, row.getInt("free")),
                since == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(since, today)));
    }

    private static ProposalRow proposal(ResultSet row, int number) throws SQLException {
        return new ProposalRow(
                row.getString("proposal"),
                row.getString("need"),
                row.getInt("line"),
                row.getInt("seat"),
                row.getString("mentor"),
                row.getString("structure"),
                row.getString("departement"),
                LevelBand.valueOf(row.getString("level_band")),
                PriorityAudience.valueOf(row.getString("priority_audience")),
                row.getObject("need_declared_on", LocalDate.class),
                row.getString("origin"),
                row.getString("run"),
                row.getString("manual_reason"),
                row.getInt("policy_version"),
                row.getInt("score"),
                instant(row, "proposed_at"),
                instant(row, "expires_at"),
                Status.valueOf(row.getString("status")),
                row.getString("declined_side"),
                row.getString("decline_reason"),
                row.getString("pair"));
    }

    private static RunRow run(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getString("run"),
                row.getInt("policy_version"),
                row.getLong("seed"),
                row.getLong("input_position"),
                row.getInt("seats"),
                row.getInt("capacity"),
                instant(row, "started_at"),
                row.getObject("proposals", Integer.class),
                row.getObject("refused", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
