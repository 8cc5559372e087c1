package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.platform.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the projections wrote: lists within a person's territory; to whom one thing may be shown, the desk decides. */
public final class Board {
    private static final String LINES = """
            select l.*, l.seats - used - kept as free from (
                select w.*,
                    (select count(*) from used_seat u where u.need = w.need and u.line = w.line) as used,
                    (select count(*) from prematching p
                        where p.need = w.need and p.line = w.line and p.ended is null and p.proposal is null) as kept,
                    (select count(*) from replacement r where r.need = w.need and r.line = w.line
                        and not exists (select 1 from used_seat u
                            where u.need = r.need and u.line = r.line and u.seat = r.seat)) as replacements
                from waiting_line w) l
            where l.open""";
    private static final String MENTORS = """
            select m.*, m.capacity - (select count(*) from used_capacity u where u.mentor = m.mentor) as free
            from mentor_load m where m.open""";

    private static final String HELD =
            "(m.in_review_since is not null" + " or exists (select 1 from held_mentor h where h.mentor = m.mentor))";
    private static final String PROPOSABLE = " and m.proof_expired_on is null and not " + HELD;

    private static final String HELD_ROWS = """
            select h.*, w.structure, w.departement from held_mentor h
            join mentor_load m on m.mentor = h.mentor
            join lateral (select * from waiting_line l where l.need = h.need order by l.line limit 1) w on true
            where (:everywhere or w.departement in (:territory) or m.profile ->> 'departement' in (:territory))""";

    private static final String EXCLUSIONS = """
             from excluded_pairing e
            join waiting_line w on w.need = e.need and w.line = e.line
            where (:everywhere or w.departement in (:territory))""";

    private static final String PREMATCHINGS = """
            select p.*, w.structure, w.departement from prematching p
            join waiting_line w on w.need = p.need and w.line = p.line""";

    private static final String IN_TERRITORY = "(:everywhere or departement in (:territory))";
    private static final String PROPOSALS = " from proposal where " + IN_TERRITORY
            + " and (cast(:status as text) is null or status = cast(:status as text))";
    private static final String CHOSEN_LINES = " from (" + LINES + ") lines where free > 0 and " + IN_TERRITORY + """
             and (cast(:departement as text) is null or departement = cast(:departement as text))
             and (cast(:audience as text) is null or priority_audience = cast(:audience as text))
             and (cast(:level as text) is null or level_band = cast(:level as text))""";

    private final JdbcClient db;

    /** How much a choice of lines finds. */
    public record LineTotals(int lines, int seats) {}

    /** An account with the living pairs that it follows. */
    public record ReferentLoad(String account, int pairs) {}

    Board(JdbcClient db) {
        this.db = db;
    }

    /** Lines of open needs that have free seats, the oldest first. */
    public List<LineRow> waitingLines() {
        return db.sql("select * from (" + LINES + ") lines where free > 0 order by declared_on, need, line")
                .query(Board::line)
                .list();
    }

    /** Waiting lines of the person's territory. */
    public List<LineRow> waitingLines(Person person, LineChoice choice, Page page) {
        return paged(
                        chosen(
                                "select *" + CHOSEN_LINES + " order by "
                                        + choice.order().sql() + " offset :offset limit :limit",
                                person,
                                choice),
                        page)
                .query(Board::line)
                .list();
    }

    /** How many lines and seats {@link #waitingLines(Person, LineChoice, Page)} finds on all pages. */
    public LineTotals totals(Person person, LineChoice choice) {
        return chosen("select count(*) as lines, coalesce(sum(free), 0) as seats" + CHOSEN_LINES, person, choice)
                .query(LineTotals.class)
                .single();
    }

    /** Where lines of the person's territory wait. */
    public List<String> waitingDepartements(Person person) {
        return chosen("select distinct departement" + CHOSEN_LINES + " order by 1", person, LineChoice.ALL)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec chosen(String sql, Person person, LineChoice choice) {
        return scoped(sql, person)
                .param("departement", choice.departement())
                .param(
                        "audience",
                        choice.audience() == null ? null : choice.audience().name())
                .param("level", choice.level() == null ? null : choice.level().name());
    }

    private JdbcClient.StatementSpec scoped(String sql, Person person) {
        return db.sql(sql)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().isEmpty() ? Set.of("-") : person.territory());
    }

    private static JdbcClient.StatementSpec paged(JdbcClient.StatementSpec sql, Page page) {
        return sql.param("offset", page.offset()).param("limit", page.limit());
    }

    /** One line of an open need. */
    public Optional<LineRow> line(String need, int line) {
        return db.sql(LINES + " and l.need = ? and l.line = ?")
                .params(need, line)
                .query(Board::line)
                .optional();
    }

    /** All active mentors with their free capacity, without those who are held back or have no proof that counts. */
    public List<Candidate> mentors(LocalDate today) {
        return db.sql(MENTORS + PROPOSABLE)
                .query((row, _) -> mentor(row, today))
                .list();
    }

    /** Active mentors who are held back, with what would be free. */
    public List<Candidate> heldMentors(LocalDate today) {
        return db.sql(MENTORS + " and " + HELD)
                .query((row, _) -> mentor(row, today))
                .list();
    }

    /** Active mentors whose proof of good standing has expired, with what would be free. */
    public List<Candidate> expiredMentors(LocalDate today) {
        return db.sql(MENTORS + " and m.proof_expired_on is not null and not " + HELD)
                .query((row, _) -> mentor(row, today))
                .list();
    }

    /** Who is held back in the person's territory and since when, the longest first. */
    public List<HeldRow> held(Person person) {
        return scoped(HELD_ROWS + " order by h.held_at, h.mentor, h.pair", person)
                .query((row, _) -> new HeldRow(
                        row.getString("mentor"),
                        row.getString("pair"),
                        row.getString("need"),
                        row.getString("structure"),
                        row.getString("departement"),
                        row.getString("reason"),
                        row.getString("held_by"),
                        instant(row, "held_at")))
                .list();
    }

    /** One active mentor, held back or not, with or without a proof that counts. */
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

    /** The same of the person's territory, with where they are and who said so, by structure. */
    public List<ExclusionRow> exclusionRows(Person person, Page page) {
        return paged(
                        scoped(
                                "select e.*, w.structure, w.departement, w.level_band" + EXCLUSIONS
                                        + " order by w.departement, w.structure, e.need, e.line, e.mentor"
                                        + " offset :offset limit :limit",
                                person),
                        page)
                .query((row, _) -> new ExclusionRow(
                        row.getString("need"),
                        row.getInt("line"),
                        row.getString("mentor"),
                        row.getString("structure"),
                        row.getString("departement"),
                        LevelBand.valueOf(row.getString("level_band")),
                        row.getString("reason"),
                        row.getString("excluded_by")))
                .list();
    }

    /** How many there are. */
    public int countExclusions(Person person) {
        return scoped("select count(*)" + EXCLUSIONS, person)
                .query(Integer.class)
                .single();
    }

    /** What a run opened in the person's territory, by département. */
    public List<ProposalRow> proposalsOf(String run, Person person, Page page) {
        return paged(
                        scoped(
                                "select * from proposal where run = :run and " + IN_TERRITORY
                                        + " order by departement, proposed_at, proposal offset :offset limit :limit",
                                person),
                        page)
                .param("run", run)
                .query(Board::proposal)
                .list();
    }

    /** How many there are. */
    public int countProposalsOf(String run, Person person) {
        return scoped("select count(*) from proposal where run = :run and " + IN_TERRITORY, person)
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    /**
     * Positions below {@link #position} that transactions under way in this moment may still fill. As far back as a
     * transaction could reach; where none is under way, there are none.
     */
    public List<Long> gaps() {
        return db.sql("""
                with last as (select coalesce(max(global_index), 0) as position from domain_event)
                select g from last, generate_series(greatest(1, position - 10000), position) g
                where pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmax(pg_current_snapshot())
                    and not exists (select 1 from domain_event e where e.global_index = g)
                order by g""").query(Long.class).list();
    }

    /** Open proposals by audience: their seats are not among those that a run gives. */
    public Map<PriorityAudience, Integer> openByAudience() {
        Map<PriorityAudience, Integer> open = new EnumMap<>(PriorityAudience.class);
        db.sql("""
                select priority_audience, count(*) from proposal
                where status in ('PROPOSED', 'TRIAL', 'ACCEPTED') group by 1""")
                .query((row, _) -> open.put(PriorityAudience.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return open;
    }

    /** All versions of the policy, the newest first. */
    public List<PolicyRow> policies() {
        return db.sql("select * from policy_version order by version desc")
                .query(Board::policy)
                .list();
    }

    /** One version of the policy. */
    public Optional<PolicyRow> policy(int version) {
        return db.sql("select * from policy_version where version = ?")
                .param(version)
                .query(Board::policy)
                .optional();
    }

    /** The version in force. */
    public Optional<PolicyRow> activePolicy() {
        return db.sql("select * from policy_version where active")
                .query(Board::policy)
                .optional();
    }

    /** Runs, the newest first. */
    public List<RunRow> runs(int most) {
        return db.sql("select * from matching_run order by started_at desc, run limit ?")
                .param(most)
                .query(Board::run)
                .list();
    }

    /** Number of the last stored event. */
    public long position() {
        return db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    /** Proposals of the person's territory: in one state the oldest first, in any the newest. */
    public List<ProposalRow> proposals(Person person, @Nullable Status status, Page page) {
        String order = status == null ? "proposed_at desc, proposal" : "proposed_at, proposal";
        return paged(
                        scoped("select *" + PROPOSALS + " order by " + order + " offset :offset limit :limit", person),
                        page)
                .param("status", status == null ? null : status.name())
                .query(Board::proposal)
                .list();
    }

    /** How many there are. */
    public int countProposals(Person person, @Nullable Status status) {
        return scoped("select count(*)" + PROPOSALS, person)
                .param("status", status == null ? null : status.name())
                .query(Integer.class)
                .single();
    }

    /** Proposals to one mentor, the newest first. */
    public List<ProposalRow> proposalsTo(String mentor) {
        return db.sql("select * from proposal where mentor = ? order by proposed_at desc, proposal")
                .param(mentor)
                .query(Board::proposal)
                .list();
    }

    /** Proposals of one structure that mentor and structure try, or have tried, the newest first. */
    public List<ProposalRow> trialsOf(String structure) {
        return db.sql("""
                select * from proposal where structure = ? and trial_due_at is not null
                order by proposed_at desc, proposal""").param(structure).query(Board::proposal).list();
    }

    /** Proposals that nobody answered in time, and trials that a side said nothing of. */
    public List<String> overdue(Instant now, int most) {
        return db.sql("""
                select proposal from proposal
                where status = 'PROPOSED' and expires_at <= :now or status = 'TRIAL' and trial_due_at <= :now
                order by expires_at limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Proposals without an answer whose deadline comes before {@code before} and whose mentor was not reminded. */
    public List<String> toRemind(Instant before, int most) {
        return db.sql("""
                select proposal from proposal where status = 'PROPOSED' and not reminded and expires_at <= ?
                order by expires_at limit ?""")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query(String.class)
                .list();
    }

    /** Proposals that came to nothing after {@code since}, and whose seat was not offered again yet. */
    public List<ProposalRow> freed(Instant since, int most) {
        return db.sql("""
                select * from proposal p where freed_at > ?
                    and not exists (select 1 from next_best_sought s where s.proposal = p.proposal)
                order by freed_at, proposal limit ?""")
                .params(since.atOffset(ZoneOffset.UTC), most)
                .query(Board::proposal)
                .list();
    }

    /** Notes that the seat of a freed proposal has been offered again, or could not be. */
    public void sought(String proposal) {
        db.sql("insert into next_best_sought(proposal) values (?) on conflict do nothing")
                .param(proposal)
                .update();
    }

    /** Pré-matchings of the person's territory, the open ones first, then the newest. */
    public List<PreMatchingRow> prematchings(Person person, Page page) {
        return paged(
                        scoped(
                                PREMATCHINGS + " where " + IN_TERRITORY
                                        + " order by p.ended is not null, p.asked_at desc, p.prematching"
                                        + " offset :offset limit :limit",
                                person),
                        page)
                .query(Board::prematching)
                .list();
    }

    /** How many there are. */
    public int countPrematchings(Person person) {
        return scoped("select count(*) from (" + PREMATCHINGS + ") p where " + IN_TERRITORY, person)
                .query(Integer.class)
                .single();
    }

    /** One pré-matching. */
    public Optional<PreMatchingRow> prematching(String prematching) {
        return db.sql(PREMATCHINGS + " where p.prematching = ?")
                .param(prematching)
                .query(Board::prematching)
                .optional();
    }

    /** How many living pairs each account follows, the most first. */
    public List<ReferentLoad> referentLoads() {
        return db.sql("select account, count(*) from referent_pair group by account order by 2 desc, 1")
                .query((row, _) -> new ReferentLoad(row.getString(1), row.getInt(2)))
                .list();
    }

    /** How many living pairs one account follows. */
    public int referentLoad(String account) {
        return db.sql("select count(*) from referent_pair where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** One proposal. */
    public Optional<ProposalRow> proposal(String proposal) {
        return db.sql("select * from proposal where proposal = ?")
                .param(proposal)
                .query(Board::proposal)
                .optional();
    }

    /** What the line of a proposal asks for, also where the need is closed. */
    public PlaceProfile asked(ProposalRow proposal) {
        return Json.read(
                db.sql("select profile from waiting_line where need = ? and line = ?")
                        .params(proposal.need(), proposal.line())
                        .query(String.class)
                        .single(),
                PlaceProfile.class);
    }

    /** What the mentor of a proposal offers, also after leaving. */
    public MentorProfile offered(ProposalRow proposal) {
        return Json.read(
                db.sql("select profile from mentor_load where mentor = ?")
                        .param(proposal.mentor())
                        .query(String.class)
                        .single(),
                MentorProfile.class);
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
                Math.max(0, row.getInt("free")),
                row.getInt("kept"),
                row.getInt("replacements"));
    }

    private static Candidate mentor(ResultSet row, LocalDate today) throws SQLException {
        MentorProfile profile = Json.read(row.getString("profile"), MentorProfile.class);
        return new Candidate(
                row.getString("mentor"),
                profile,
                Math.max(0, row.getInt("free")),
                Days.since(profile.activeSince(), today));
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
                row.getString("pair"),
                row.getString("prematching"),
                maybe(row, "trial_due_at"),
                row.getString("mentor_fit"),
                row.getString("structure_fit"));
    }

    private static PreMatchingRow prematching(ResultSet row, int number) throws SQLException {
        return new PreMatchingRow(
                row.getString("prematching"),
                row.getString("need"),
                row.getInt("line"),
                row.getString("structure"),
                row.getString("departement"),
                List.of(Json.read(row.getString("candidates"), String[].class)),
                row.getString("asked_by"),
                instant(row, "asked_at"),
                row.getString("last_asked"),
                row.getString("proposal"),
                row.getString("ended"));
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
                row.getObject("refused", Integer.class),
                row.getString("input_gaps") == null
                        ? null
                        : List.of(Json.read(row.getString("input_gaps"), Long[].class)),
                row.getString("outcome") == null ? null : Json.read(row.getString("outcome"), RunOutcome.class));
    }

    private static PolicyRow policy(ResultSet row, int number) throws SQLException {
        return new PolicyRow(
                Json.read(row.getString("content"), PolicyContent.class).policy(row.getInt("version")),
                row.getString("published_by"),
                instant(row, "published_at"),
                row.getBoolean("active"),
                row.getString("activated_by"),
                maybe(row, "activated_at"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
