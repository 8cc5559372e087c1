package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Reads worries: for the référent who follows the pair or the need and the coordinators of the territory, and for nobody
 * else. Who raised one sees that it was received, taken and closed.
 */
public final class ConcernBoard {
    /** Who is concerned does not read, whatever else she or he is. */
    private static final String MAY_READ = """
        ((:coordinator and (c.departement is null or :everywhere or c.departement = any(cast(:territory as text[]))))
         or (:inTeam and (exists (select 1 from pair p where p.pair = c.pair and p.referent = :account)
              or exists (select 1 from known_need n where n.need = c.need and n.referent = :account))))
        and coalesce(c.mentor, '') <> :mentor and coalesce(c.structure, '') <> :structure\
        """;

    private static final ReadingOrder READING =
            ReadingOrder.byMoment("raised_at").thenId("concern");

    private static final String RAISED_BY =
            "(c.raiser = :account or (c.side = 'MENTOR' and not c.by_telephone and c.mentor = :mentor))";

    /**
     * A pair of a mentor.
     *
     * @param structure id
     * @param live      whether it runs
     */
    record PairOfMentor(String pair, String structure, String departement, int seat, int line, boolean live) {}

    /** Why nothing is proposed to a mentor: held until a coordinator decides, or excluded for good. */
    record Hold(@Nullable LocalDate heldSince, @Nullable LocalDate excludedOn) {}

    private final JdbcClient db;

    ConcernBoard(JdbcClient db) {
        this.db = db;
    }

    /** One that this person may read; empty where there is none, or where it is not for this person. */
    Optional<ConcernRow> find(Person person, String concern) {
        return scoped("select c.* from concern c where c.concern = :concern and " + MAY_READ, person)
                .param("concern", concern)
                .query(ConcernBoard::row)
                .optional();
    }

    /** One, for what happens by itself. */
    Optional<ConcernRow> find(String concern) {
        return db.sql("select c.* from concern c where c.concern = ?")
                .param(concern)
                .query(ConcernBoard::row)
                .optional();
    }

    /** What this person may read: what nobody has taken first, then the longest waiting; settled ones last. */
    public List<ConcernRow> list(Person person, boolean open, int offset, int limit) {
        return scoped(
                        "select c.* from concern c where (c.status <> 'CLOSED') = :open and " + MAY_READ
                                + " order by c.status <> 'WAITING', c.answer_by, c.concern offset :offset limit :limit",
                        person)
                .param("open", open)
                .param("offset", offset)
                .param("limit", limit)
                .query(ConcernBoard::row)
                .list();
    }

    /** A portion of it, what was raised first at its head. */
    Portion<ConcernRow> read(Person person, boolean open, String after) {
        Reading reading = READING.from(after);
        return reading.portion(
                scoped(
                                "select c.* from concern c where (c.status <> 'CLOSED') = :open and " + MAY_READ
                                        + " and " + reading.condition("c") + " order by " + reading.order("c")
                                        + " limit :end",
                                person)
                        .param("open", open)
                        .param("end", reading.end()),
                row -> row(row, 0));
    }

    /** What this person may read about a mentor or a structure, settled ones too; the last one first. */
    public List<ConcernRow> about(Person person, String mentor, String structure, int most) {
        return scoped(
                        "select c.* from concern c where (c.mentor = :ofMentor or c.structure = :atStructure) and "
                                + MAY_READ + " order by c.raised_at desc, c.concern limit :most",
                        person)
                .param("ofMentor", mentor)
                .param("atStructure", structure)
                .param("most", most)
                .query(ConcernBoard::row)
                .list();
    }

    /** How many {@link #list} finds on all pages. */
    public int count(Person person, boolean open) {
        return scoped("select count(*) from concern c where (c.status <> 'CLOSED') = :open and " + MAY_READ, person)
                .param("open", open)
                .query(Integer.class)
                .single();
    }

    /** One that this person raised. */
    Optional<ConcernRow> raised(Person person, String concern) {
        return scoped("select c.* from concern c where c.concern = :concern and " + RAISED_BY, person)
                .param("concern", concern)
                .query(ConcernBoard::row)
                .optional();
    }

    /** What this person raised, the last one first. */
    List<ConcernRow> raised(Person person) {
        return scoped("select c.* from concern c where " + RAISED_BY + " order by c.raised_at desc limit 20", person)
                .query(ConcernBoard::row)
                .list();
    }

    /** What happened to it, in order. */
    List<ConcernFact> facts(String concern) {
        return db.sql("select * from concern_fact where concern = ? order by position")
                .param(concern)
                .query((row, _) -> new ConcernFact(
                        Code.of(ConcernFact.Kind.class, row.getString("kind")),
                        row.getString("code"),
                        row.getString("actor"),
                        row.getString("role"),
                        MomentColumns.instant(row, "recorded_at")))
                .list();
    }

    /** The account of the team that follows what is concerned now. */
    Optional<String> referentOf(Concerned about) {
        return db.sql("""
            select referent from (
                select referent, 0 as rank from pair where pair = :pair
                union all select referent, 1 from known_need where need = :need and referent is not null) r
            order by rank limit 1\
            """)
                .param("pair", Objects.requireNonNullElse(about.pair(), ""))
                .param("need", Objects.requireNonNullElse(about.need(), ""))
                .query(String.class)
                .optional();
    }

    /** All pairs of a mentor, those that run first. */
    List<PairOfMentor> pairsOf(String mentor) {
        return db.sql("""
            select pair, structure, departement, seat, line, status = 'LIVE' as live from pair
            where mentor = ? order by status <> 'LIVE', opened_on desc, pair limit 100\
            """).param(mentor).query(PairOfMentor.class).list();
    }

    /** Whether nothing is proposed to this mentor, and since when. */
    Hold hold(String mentor) {
        return db.sql("select held_since, excluded_on from known_mentor where mentor = ?")
                .param(mentor)
                .query(Hold.class)
                .optional()
                .orElse(new Hold(null, null));
    }

    /** Whether the mentor whom it is about, or the contact who said it, was erased: its text goes with the closure. */
    boolean erased(ConcernRow row) {
        Concerned about = row.about();
        return db.sql("""
            select exists (select 1 from known_mentor where mentor = :mentor and erased)
                or (:side <> 'MENTOR' and exists (
                    select 1 from known_need where need = :need and contact_erased))\
            """)
                .param("mentor", Objects.requireNonNullElse(about.mentor(), ""))
                .param("need", Objects.requireNonNullElse(about.need(), ""))
                .param("side", row.side().name())
                .query(Boolean.class)
                .single();
    }

    /** Settled worries that were said for the structure of this need, and whose text is still kept. */
    List<String> closedWithTextOfContact(String need) {
        return db.sql("""
            select concern from concern
            where need = ? and side <> 'MENTOR' and status = 'CLOSED' and text_erased_on is null
            order by concern\
            """).param(need).query(String.class).list();
    }

    /** Settled worries of or about this mentor whose text is still kept. */
    List<String> closedWithText(String mentor) {
        return db.sql("""
            select concern from concern
            where mentor = ? and status = 'CLOSED' and text_erased_on is null order by concern\
            """).param(mentor).query(String.class).list();
    }

    private StatementSpec scoped(String sql, Person person) {
        return db.sql(sql)
                .param("account", person.account())
                .param("inTeam", person.inTeam())
                .param("coordinator", person.has("coordinator"))
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().toArray(String[]::new))
                .param("mentor", person.mentor() != null && person.speaksAsMentor() ? person.mentor() : "-")
                .param("structure", person.has("structure") && person.structure() != null ? person.structure() : "-");
    }

    /** Whom it is about, in these columns of each of the tables. */
    static Concerned concerned(ResultSet r) throws SQLException {
        return new Concerned(
                r.getString("pair"),
                r.getString("need"),
                r.getString("mentor"),
                r.getString("structure"),
                r.getString("departement"));
    }

    private static ConcernRow row(ResultSet r, int at) throws SQLException {
        String closure = r.getString("closure");
        return new ConcernRow(
                r.getString("concern"),
                Code.of(Worry.class, r.getString("worry")),
                Code.of(Side.class, r.getString("side")),
                r.getBoolean("by_telephone"),
                concerned(r),
                r.getString("raiser"),
                MomentColumns.instant(r, "raised_at"),
                Code.of(ConcernStatus.class, r.getString("status")),
                MomentColumns.instant(r, "answer_by"),
                r.getInt("level"),
                r.getString("taken_by"),
                MomentColumns.maybe(r, "taken_at"),
                r.getObject("protected_on", LocalDate.class),
                r.getObject("closed_on", LocalDate.class),
                closure == null ? "" : closure,
                r.getObject("keep_until", LocalDate.class),
                r.getObject("text_erased_on", LocalDate.class));
    }
}
