package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import fr.mentoratdurgence.platform.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pairs that a person may see: staff their territory, a mentor or a structure their own. */
public final class PairBoard {
    /** A structure's link speaks of a need or of a pair, a mentor's of a pair. */
    private static final String OWN = "(p.mentor = :mentor and (:link = '' or p.pair = :link)"
            + " or p.structure = :structure or p.pair = :ofStructure or p.need = :ofStructure)";

    private static final String MAY_SEE =
            "(:staff and (:everywhere or p.departement = any(cast(:territory as text[])) or p.referent = :account) or "
                    + OWN + ")";
    private static final ReadingOrder READING = ReadingOrder.byDay("opened_on").thenId("pair");
    /** Of a state that this version does not know, as an index names them. */
    private static final String NEWER = "t.status not in ('LIVE', 'INTERRUPTED', 'CLOSED')";

    private static final String OF_STATUS = " and (:status = '' or p.status = :status)";

    private static final Pattern MENTOR_NUMBER = Pattern.compile("[mM]([0-9a-fA-F]{4,8})");
    private static final Pattern PART_OF_UAI = Pattern.compile("\\d{3,7}[a-zA-Z]?");

    private static final String PAIRS = "from pair p left join known_mentor m on m.mentor = p.mentor where " + MAY_SEE;
    /** What a row is made of: {@code p} the pair, {@code m} its mentor. */
    static final String ROW = "p.*, m.withdrew_on, case when :staff then m.proof_expired_on end as proof_expired_on,"
            + " case when :staff then coalesce(m.in_review_since, m.held_since) end as in_review_since, (m.withdrew_on is"
            + " not null or m.held_since is not null or m.excluded_on is not null) as apart";

    private final JdbcClient db;

    PairBoard(JdbcClient db) {
        this.db = db;
    }

    /** One pair; empty where there is none or where it is not this person's to see. */
    public Optional<PairRow> find(Person person, String pair) {
        return select(person, "and p.pair = :pair")
                .param("pair", pair)
                .query(PairBoard::row)
                .optional();
    }

    /** Those of these that this person may see, in the order in which they are named. */
    public List<PairRow> among(Person person, List<String> pairs) {
        return pairs.isEmpty()
                ? List.of()
                : select(person, "and p.pair = any(:pairs) order by array_position(:pairs, p.pair)")
                        .param("pairs", pairs.toArray(String[]::new))
                        .query(PairBoard::row)
                        .list();
    }

    /** The pairs that came of these proposals. */
    List<PairRow> ofProposals(Person person, List<String> proposals) {
        return select(person, "and p.proposal = any(:proposals)")
                .param("proposals", proposals.toArray(String[]::new))
                .query(PairBoard::row)
                .list();
    }

    /**
     * A portion of them, the pair that was opened first at its head.
     *
     * @param status null = any
     */
    Portion<PairRow> read(Person person, @Nullable PairStatus status, String after) {
        Reading reading = READING.from(after);
        String rows = person.inTeam() ? ofTeam(person, status, reading) : "pair";
        return reading.portion(
                scoped(
                                "select " + ROW + " from " + rows
                                        + " p left join known_mentor m on m.mentor = p.mentor where " + MAY_SEE
                                        + OF_STATUS + " and " + reading.condition("p") + " order by "
                                        + reading.order("p") + " limit :end",
                                person)
                        .param("status", status == null ? "" : status.name())
                        .param("end", reading.end()),
                row -> row(row, 0));
    }

    /** Those of the territory along an index, and all that somebody of the team has beside it, which are few. */
    private static String ofTeam(Person person, @Nullable PairStatus status, Reading reading) {
        List<String> cases = status == null
                ? Stream.concat(
                                Arrays.stream(PairStatus.values()).map(one -> "t.status = '" + one + "'"),
                                Stream.of(NEWER))
                        .toList()
                : List.of("t.status = '" + status + "'");
        return "(select t.* from "
                + reading.in(new FirstRows("pair", cases, reading.order("t"))).sql(person)
                + " t union all select p.* from pair p where (p.referent = :account or " + OWN
                + ") and not (:everywhere"
                + " or p.departement = any(cast(:territory as text[]))) and " + reading.condition("p") + ")";
    }

    /**
     * Pairs of the territory that somebody looks for, live ones first: of a UAI or a part of it, of a mentor's number, or
     * of needs and mentors that are found elsewhere.
     */
    List<PairRow> search(Person person, String typed, Set<String> others, int most) {
        String joined = typed.strip().replaceAll("[\\s.-]+", "");
        Matcher number = MENTOR_NUMBER.matcher(joined);
        return select(person, """
            and (p.need = any(:others) or p.mentor = any(:others)
                or (:uai <> '' and p.structure like :uai) or (:number <> '' and p.mentor like :number))
            order by p.status <> 'LIVE', p.ended_on desc nulls last, p.silent_since, p.pair limit :most\
            """)
                .param("others", others.toArray(String[]::new))
                .param(
                        "uai",
                        PART_OF_UAI.matcher(joined).matches()
                                ? "structure-%" + joined.toUpperCase(Locale.ROOT) + "%"
                                : "")
                .param("number", number.matches() ? "mentor-" + number.group(1).toLowerCase(Locale.ROOT) + "%" : "")
                .param("most", most)
                .query(PairBoard::row)
                .list();
    }

    /** All pairs of a mentor or of a structure that this person may see, live ones first; empty = not asked for. */
    public List<PairRow> of(Person person, String mentor, String structure, int most) {
        return select(person, """
            and (p.mentor = :ofMentor or p.structure = :atStructure)
            order by p.status <> 'LIVE', p.ended_on desc nulls last, p.silent_since, p.pair limit :most\
            """)
                .param("ofMentor", mentor)
                .param("atStructure", structure)
                .param("most", most)
                .query(PairBoard::row)
                .list();
    }

    /** What this account follows, live or with a place that is kept, as far as this person may see it. */
    public List<PairRow> followedBy(Person person, String account, int limit) {
        return select(
                        person,
                        "and p.referent = :follower and (p.status = 'LIVE' or p.seat_held_until is not null)"
                                + " order by p.departement, p.structure, p.pair limit :limit")
                .param("follower", account)
                .param("limit", limit)
                .query(PairBoard::row)
                .list();
    }

    /** What went from this account to somebody else since then, and is there still. */
    List<PairRow> handedOver(Person person, String from, Instant since, int limit) {
        return select(person, "and p.handed_from = :from and p.handed_at > :since order by p.pair limit :limit")
                .param("from", from)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(PairBoard::row)
                .list();
    }

    /** How much each account follows: live pairs, and needs that wait. */
    Map<String, Load> loads() {
        return db.sql("""
            select account, sum(pairs) as pairs, sum(needs) as needs from (
                select referent as account, count(*) as pairs, 0 as needs from pair
                where status = 'LIVE' group by referent
                union all
                select referent, 0, count(*) from known_need
                where referent is not null and status not in ('WITHDRAWN', 'CLOSED') group by referent) l
            group by account\
            """).query(Load.class).list().stream()
                .collect(Collectors.toMap(Load::account, Function.identity()));
    }

    /** What somebody of the team follows. */
    record Load(String account, int pairs, int needs) {}

    /** A mentor's or a structure's own pairs, live or over, a page of them; the longest silence, or the last end, first. */
    List<PairRow> own(Person person, boolean live, int offset, int limit) {
        return select(
                        person,
                        "and " + OWN + " and (p.status = 'LIVE') = :live order by p.ended_on desc nulls first, "
                                + "p.silent_since, p.pair offset :offset limit :limit")
                .param("live", live)
                .param("offset", offset)
                .param("limit", limit)
                .query(PairBoard::row)
                .list();
    }

    /** How many {@link #own} finds on all pages. */
    int countOwn(Person person, boolean live) {
        return scoped("select count(*) from pair p where " + OWN + " and (p.status = 'LIVE') = :live", person)
                .param("live", live)
                .query(Integer.class)
                .single();
    }

    /**
     * What happened to a pair, the last fact first. Why it was interrupted, and from which side, only those read who
     * watch over it: a young person may have spoken. Mentor and structure read no reason, whatever it was; were some
     * told, the silence would tell the others.
     */
    public List<PairFact> facts(Person person, PairRow pair) {
        boolean tellsWhy = manages(person, pair) && sideOf(person, pair) == Side.OPERATION;
        return facts(pair.pair()).stream()
                .map(fact -> tellsWhy ? fact : fact.withoutReason())
                .toList();
    }

    private List<PairFact> facts(String pair) {
        return db.sql("""
            select * from pair_fact where pair = :pair
            order by day desc, kind = 'OPENED', recorded_at desc, kind = 'FIRST_CONTACT', fact\
            """).param("pair", pair).query(PairBoard::fact).list();
    }

    /** What it was that was taken back under this id, of this pair; empty where nothing was that this person could have. */
    Optional<UndoActs.What> undone(Person person, String pair, String fact) {
        record Undone(String what, String departement, String referent) {}
        return db.sql("select what, departement, referent from pair_undone where event = ? and pair = ?")
                .params(fact, pair)
                .query(Undone.class)
                .optional()
                .filter(row -> person.inTeam()
                        && (person.covers(row.departement()) || person.account().equals(row.referent())))
                .flatMap(row -> Code.known(UndoActs.What.class, row.what()));
    }

    /** Whether this person is staff and the pair is in his or her charge. */
    public static boolean manages(Person person, PairRow pair) {
        return person.inTeam()
                && (person.covers(pair.terms().departement())
                        || person.account().equals(pair.terms().referent()));
    }

    /** On whose behalf this person speaks about the pair. */
    public static Side sideOf(Person person, PairRow pair) {
        if (person.speaksAsMentor() && pair.terms().mentor().equals(person.mentor())) {
            return Side.MENTOR;
        }
        return person.speaksFor(pair.terms().structure(), pair.terms().need(), pair.pair())
                ? Side.STRUCTURE
                : Side.OPERATION;
    }

    private JdbcClient.StatementSpec select(Person person, String rest) {
        return scoped("select " + ROW + " " + PAIRS + rest, person);
    }

    private JdbcClient.StatementSpec scoped(String sql, Person person) {
        return db.sql(sql)
                .param("staff", person.inTeam())
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().toArray(String[]::new))
                .param("account", person.account())
                .param("mentor", person.speaksAsMentor() ? person.mentor() : "")
                .param("link", person.link() == null ? "" : person.link())
                .param("ofStructure", person.link() == null || person.mentor() != null ? "" : person.link())
                .param("structure", person.has("structure") && person.structure() != null ? person.structure() : "");
    }

    static PairRow row(ResultSet r, int at) throws SQLException {
        return new PairRow(
                r.getString("pair"),
                r.getString("proposal"),
                new PairTerms(
                        r.getString("need"),
                        r.getInt("line"),
                        r.getInt("seat"),
                        r.getString("mentor"),
                        r.getString("structure"),
                        r.getString("referent"),
                        r.getString("departement"),
                        r.getString("academie"),
                        r.getString("level_band"),
                        r.getString("priority_audience"),
                        r.getObject("need_declared_on", LocalDate.class)),
                r.getObject("opened_on", LocalDate.class),
                MomentColumns.instant(r, "first_contact_due_at"),
                r.getObject("first_contact_on", LocalDate.class),
                r.getBoolean("first_contact_overdue"),
                Code.of(PairStatus.class, r.getString("status")),
                r.getObject("ended_on", LocalDate.class),
                r.getObject("seat_held_until", LocalDate.class),
                r.getObject("paused_from", LocalDate.class),
                r.getObject("paused_until", LocalDate.class),
                r.getInt("sessions"),
                r.getInt("minutes"),
                r.getInt("missed"),
                r.getObject("last_contact_on", LocalDate.class),
                r.getString("continuation_with"),
                Code.known(ContinuationStatus.class, r.getString("continuation"))
                        .orElse(null),
                r.getObject("withdrew_on", LocalDate.class),
                r.getObject("proof_expired_on", LocalDate.class),
                r.getObject("in_review_since", LocalDate.class),
                r.getBoolean("apart"),
                new Pauses(StoredJson.read(r.getString("pauses"), Pauses.Pause[].class)
                        .map(List::of)
                        .orElse(List.of())));
    }

    private static PairFact fact(ResultSet r, int at) throws SQLException {
        return new PairFact(
                r.getString("event"),
                Code.of(PairFact.Kind.class, r.getString("kind")),
                r.getObject("day", LocalDate.class),
                Code.known(Side.class, r.getString("side")).orElse(null),
                r.getObject("minutes", Integer.class),
                Code.known(Channel.class, r.getString("channel")).orElse(null),
                r.getObject("flag", Boolean.class),
                Code.known(InterruptionReason.class, r.getString("reason")).orElse(null),
                r.getString("association"),
                Code.known(ContinuationSide.class, r.getString("answered_by")).orElse(null),
                r.getString("afterwards"),
                r.getString("role"),
                MomentColumns.instant(r, "recorded_at"),
                session(r));
    }

    private static PairFact.@Nullable OfSession session(ResultSet r) throws SQLException {
        Side by = Code.known(Side.class, r.getString("told_by")).orElse(null);
        return by == null
                ? null
                : new PairFact.OfSession(
                        r.getString("session"),
                        by,
                        codes(Side.class, r, "confirmed_by"),
                        codes(SupportKind.class, r, "support"),
                        r.getBoolean("corrected"),
                        r.getBoolean("gone"),
                        Code.known(AmendmentReason.class, r.getString("amendment"))
                                .orElse(null));
    }

    private static <E extends Enum<E>> List<E> codes(Class<E> type, ResultSet r, String column) throws SQLException {
        return Stream.of((String[]) r.getArray(column).getArray())
                .flatMap(name -> Code.known(type, name).stream())
                .toList();
    }
}
