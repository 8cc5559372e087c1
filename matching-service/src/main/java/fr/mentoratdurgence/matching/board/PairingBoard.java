package fr.mentoratdurgence.matching.board;

import static fr.mentoratdurgence.platform.FirstRows.MOST;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is asked first for a seat, who is held back, and how much each référent follows. */
public final class PairingBoard {
    private static final FirstRows PREMATCHINGS = new FirstRows(
            "prematching", List.of("t.ended is null", "t.ended is not null"), "t.asked_at desc, t.prematching");
    private static final ReadingOrder PREMATCHINGS_READ =
            ReadingOrder.byMoment("asked_at").thenId("prematching");
    private static final ReadingOrder LOADS_READ = ReadingOrder.byId("account");
    private static final String PREMATCHING = "select * from prematching where prematching = ?";
    private static final String HELD = """
        select h.*, w.structure, w.departement from held_mentor h
        join mentor_load m on m.mentor = h.mentor
        left join lateral (select * from waiting_line l where l.need = h.need order by l.line limit 1) w on true
        where (:everywhere or w.departement in (:territory) or m.profile ->> 'departement' in (:territory))\
        """;
    private static final String HELD_PAGE = HELD + " order by h.held_at, h.mentor, h.pair limit :limit";
    private static final String HELD_COUNT = "select count(distinct mentor) from (" + HELD + " limit :limit) held";
    private static final String HELD_ONE = "select exists (" + HELD + " and h.mentor = :mentor)";
    private static final String LOADS =
            "select account, pairs from referent_load where pairs > 0 order by pairs desc, account" + Page.SQL;
    private static final String LOADS_COUNT =
            "select count(*) from (select 1 from referent_load where pairs > 0 limit ?) l";
    private static final String LOAD = "select coalesce(max(pairs), 0) from referent_load where account = ?";

    /** An account with the living pairs that it follows. */
    public record ReferentLoad(String account, int pairs) {}

    private final JdbcClient db;

    PairingBoard(JdbcClient db) {
        this.db = db;
    }

    /** A portion of the pré-matchings of the person's territory, the oldest first. */
    public Portion<PreMatchingRow> read(Person person, String after) {
        Reading reading = PREMATCHINGS_READ.from(after);
        return reading.portion(
                FirstRows.of(
                        db.sql("select * from " + reading.in(PREMATCHINGS).sql(person) + " t order by "
                                + reading.order("t") + " limit :end"),
                        person,
                        reading.end()),
                row -> row(row, 0));
    }

    /** Pré-matchings of the person's territory, the open ones first, then the newest. */
    public List<PreMatchingRow> prematchings(Person person, Page page) {
        return page.of(
                        db.sql("select * from " + PREMATCHINGS.sql(person) + " t order by t.ended is not null, "
                                + PREMATCHINGS.order() + Page.SQL),
                        person)
                .query(PairingBoard::row)
                .list();
    }

    /** How many there are; {@link FirstRows#MOST} + 1 where there are more. */
    public int countPrematchings(Person person) {
        return FirstRows.of(db.sql(PREMATCHINGS.count(person)), person, MOST + 1)
                .query(Integer.class)
                .single();
    }

    /** One pré-matching. */
    public Optional<PreMatchingRow> prematching(String prematching) {
        return db.sql(PREMATCHING).param(prematching).query(PairingBoard::row).optional();
    }

    /** Who is held back in the person's territory and since when, the longest first, {@link FirstRows#MOST} at most. */
    public List<HeldRow> held(Person person) {
        return heldBy(HELD_PAGE, person)
                .query((row, _) -> new HeldRow(
                        row.getString("mentor"),
                        row.getString("pair"),
                        row.getString("need"),
                        row.getString("structure"),
                        row.getString("departement"),
                        row.getString("reason"),
                        row.getString("held_by"),
                        MomentColumns.instant(row, "held_at")))
                .list();
    }

    /** How many mentors are. */
    public int countHeld(Person person) {
        return heldBy(HELD_COUNT, person).query(Integer.class).single();
    }

    /** Whether this mentor is held back, in the person's territory. */
    public boolean isHeld(String mentor, Person person) {
        return territory(HELD_ONE, person)
                .param("mentor", mentor)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec heldBy(String sql, Person person) {
        return territory(sql, person).param("limit", MOST);
    }

    private JdbcClient.StatementSpec territory(String sql, Person person) {
        return db.sql(sql)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().isEmpty() ? Set.of("-") : person.territory());
    }

    /** How many living pairs each account follows, the most first. */
    public List<ReferentLoad> referentLoads(Page page) {
        return db.sql(LOADS)
                .param("offset", page.offset())
                .param("limit", page.limit())
                .query(ReferentLoad.class)
                .list();
    }

    /** A portion of the same, by account. */
    public Portion<ReferentLoad> readLoads(String after) {
        Reading reading = LOADS_READ.from(after);
        return reading.portion(
                db.sql("select t.account, t.pairs from referent_load t where t.pairs > 0 and " + reading.condition("t")
                                + " order by " + reading.order("t") + " limit :end")
                        .param("end", reading.end()),
                row -> new ReferentLoad(row.getString("account"), row.getInt("pairs")));
    }

    /** How many accounts follow any; {@link FirstRows#MOST} + 1 where there are more. */
    public int countReferentLoads() {
        return db.sql(LOADS_COUNT).param(MOST + 1).query(Integer.class).single();
    }

    /** How many living pairs one account follows. */
    public int referentLoad(String account) {
        return db.sql(LOAD).param(account).query(Integer.class).single();
    }

    private static PreMatchingRow row(ResultSet row, int number) throws SQLException {
        return new PreMatchingRow(
                row.getString("prematching"),
                row.getString("need"),
                row.getInt("line"),
                row.getString("structure"),
                row.getString("departement"),
                List.of(Json.read(row.getString("candidates"), String[].class)),
                row.getString("asked_by"),
                MomentColumns.instant(row, "asked_at"),
                row.getString("last_asked"),
                row.getString("proposal"),
                row.getString("ended"));
    }
}
