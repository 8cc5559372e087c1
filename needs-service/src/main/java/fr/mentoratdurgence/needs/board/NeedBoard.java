package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.directory.SearchedStructures;
import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import fr.mentoratdurgence.platform.StoredJson;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks needs up, and only those that a person may see: a contact its structure's, a référent those of the territory. */
public class NeedBoard {
    private static final String SELECT = """
        select n.need, n.reference, n.structure, coalesce(m.name, n.structure) as structure_name,
               coalesce(m.commune, '') as commune, coalesce(s.verified, false) as structure_verified,
               n.departement, n.priority_audience, n.origin, n.declared_on, n.declared_at, n.status, n.referent,
               n.assigned_on, n.last_attempt_on, n.qualified_on, n.withdrawal_reason, n.withdrawn_at,
               n.call_times, n.call_due_on, n.last_act, n.last_act_at, n.last_act_by, n.last_act_role,
               (select count(*) from need_proposal p where p.need = n.need and p.state = 'PROPOSED') as proposed,
               (select count(*) from need_proposal p where p.need = n.need and p.state = 'CONFIRMED') as confirmed,
               (select json_agg(cast(l.profile as jsonb) || jsonb_build_object('count', l.count) order by l.line)
                from need_line l where l.need = n.need) as lines
        from %s n
        left join structure s on s.structure = n.structure
        left join structure_name m on m.structure = n.structure
        """;
    private static final String ANY = SELECT.formatted("need");
    private static final ReadingOrder READING =
            ReadingOrder.byDay("declared_on").thenMoment("declared_at").thenId("need");
    private static final String LONGEST_WAIT = "n.declared_on, n.declared_at, n.need";
    private static final String WORK_FIRST =
            "case when n.status in ('DECLARED', 'ASSIGNED') then 0 when n.status = 'CONTACTED' then 1 else 2 end, "
                    + LONGEST_WAIT;

    /** Somebody called the structure. */
    public record Call(String referent, boolean reached, LocalDate occurredOn) {}

    /**
     * Which needs.
     *
     * @param structure of all structures where null
     * @param unreached those alone whose contact a letter did not reach
     * @param audience  of all audiences where null
     * @param referent  account of who follows them; of everybody and nobody where null
     */
    public record Selection(
            Set<NeedStatus> statuses,
            @Nullable String structure,
            boolean unreached,
            @Nullable PriorityAudience audience,
            @Nullable String referent) {
        /** Whatever became of letters, of all audiences, whoever follows them. */
        public Selection(Set<NeedStatus> statuses, @Nullable String structure) {
            this(statuses, structure, false, null, null);
        }
    }

    private final JdbcClient db;

    NeedBoard(JdbcClient db) {
        this.db = db;
    }

    /** The need, where this person may see it. */
    public Optional<NeedView> find(String need, Person person) {
        return db.sql(ANY + "where n.need = ?")
                .param(need)
                .query(NeedBoard::row)
                .optional()
                .filter(view -> maySee(person, view));
    }

    /** The need of a living pair, where this person may see it. */
    public Optional<NeedView> ofPair(String pair, Person person) {
        return db.sql(ANY + "where n.need = (select c.need from companion c where c.pair = ?)")
                .param(pair)
                .query(NeedBoard::row)
                .optional()
                .filter(view -> maySee(person, view));
    }

    /** The need, for who has just declared it without being anybody to us. */
    public Optional<NeedView> anybodys(String need) {
        return db.sql(ANY + "where n.need = ?")
                .param(need)
                .query(NeedBoard::row)
                .optional();
    }

    /** The need, where this mentor accompanies one of its places, and is not {@link MentorsApart}. */
    public Optional<NeedView> accompanied(String need, Person person) {
        return db.sql(ANY + "where n.need = :need and exists ("
                        + "select 1 from companion c where c.need = n.need and c.mentor = :mentor"
                        + " and (:link = '' or c.pair = :link) and not " + MentorsApart.APART + ")")
                .param("need", need)
                .param("mentor", person.mentor() == null ? "" : person.mentor())
                .param("link", person.link() == null ? "" : person.link())
                .query(NeedBoard::row)
                .optional()
                .filter(_ -> person.speaksAsMentor());
    }

    /** Those of these that this person may see, in the order in which they are named. */
    public List<NeedView> among(List<String> needs, Person person) {
        return needs.isEmpty()
                ? List.of()
                : db
                        .sql(ANY + "where n.need = any(:these) order by array_position(:these, n.need)")
                        .param("these", needs.toArray(String[]::new))
                        .query(NeedBoard::row)
                        .list()
                        .stream()
                        .filter(view -> maySee(person, view))
                        .toList();
    }

    /** A portion of the needs that this person may see, those that have waited longest first. */
    public Portion<NeedView> read(Person person, Selection selection, String after) {
        Reading reading = READING.from(after);
        Query query = query(person, selection, reading);
        String portion = "(select t.* from %s t where %s order by %s limit :end)"
                .formatted(query.rows(), reading.condition("t"), reading.order("t"));
        return reading.portion(
                db.sql(SELECT.formatted(portion) + " order by " + reading.order("n"))
                        .params(query.params(reading.end())),
                row -> row(row, 0));
    }

    /** A page of them as a list of work: where nobody was reached yet comes first, then what is to be qualified. */
    public List<NeedView> toDo(Person person, Selection selection, int offset, int size) {
        Query query = query(person, selection, READING.from(""));
        String page =
                "(select n.* from %s n order by %s offset :offset limit :size)".formatted(query.rows(), WORK_FIRST);
        return db.sql(SELECT.formatted(page) + " order by " + WORK_FIRST)
                .params(query.params((long) offset + size))
                .param("offset", offset)
                .param("size", size)
                .query(NeedBoard::row)
                .list();
    }

    /**
     * Needs of the territory that somebody looks for: by their number, by UAI, name and commune of the structure, or by
     * their contact. What was typed in full stands first, then what is still open.
     */
    public List<NeedView> search(Person person, String typed, PeopleIndex.Query people, int most) {
        Map<String, Object> params = new HashMap<>(people.params());
        String found = """
            (select n.*, hit.distance from (
                 select need, min(distance) as distance from (
                     select need, 0 as distance from need where reference = :reference
                     union all select need, 0 from need where structure in (%s)
                     union all select person, distance from %s contact) any_hit
                 group by need) hit join need n on n.need = hit.need
             where :everywhere or n.departement = any(cast(:territory as text[]))
             order by hit.distance, n.status = 'WITHDRAWN', n.declared_on desc, n.need limit :most)\
            """.formatted(SearchedStructures.of(typed, params), PeopleIndex.FOUND);
        return db.sql(SELECT.formatted(found)
                        + " order by n.distance, n.status = 'WITHDRAWN', n.declared_on desc, n.need")
                .params(params)
                .param("reference", NeedReference.read(typed))
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().toArray(String[]::new))
                .param("most", most)
                .query(NeedBoard::row)
                .list();
    }

    /** Needs that this account follows, as far as the person may see them; the longest wait first. */
    public List<NeedView> followedBy(String account, Person person) {
        return db
                .sql(ANY + "where n.referent = ? and n.status <> 'WITHDRAWN' order by " + LONGEST_WAIT + " limit 500")
                .param(account)
                .query(NeedBoard::row)
                .list()
                .stream()
                .filter(view -> maySee(person, view))
                .toList();
    }

    /** Needs that went from this account to somebody else since then, as far as the person may see them. */
    public List<NeedView> handedOver(String account, Instant since, Person person) {
        return db
                .sql(ANY + "where n.last_act = 'HAND_OVER' and n.handed_from = ? and n.last_act_at > ? order by "
                        + LONGEST_WAIT + " limit 500")
                .params(account, since.atOffset(ZoneOffset.UTC))
                .query(NeedBoard::row)
                .list()
                .stream()
                .filter(view -> maySee(person, view))
                .toList();
    }

    /** How many needs of the selection this person may see; {@link FirstRows#MOST} + 1 where there are more. */
    public int count(Person person, Selection selection) {
        Query query = query(person, selection, READING.from(""));
        return db.sql("select count(*) from (select 1 from %s n limit :end) n".formatted(query.rows()))
                .params(query.params(FirstRows.MOST + 1))
                .query(Integer.class)
                .single();
    }

    /** How many needs of each state a person may see, counted as {@link #count} does. */
    public Map<NeedStatus, Integer> counts(Person person) {
        return counts(person, null, null);
    }

    /** The same, of an audience or of who follows them. */
    public Map<NeedStatus, Integer> counts(
            Person person, @Nullable PriorityAudience audience, @Nullable String referent) {
        Map<NeedStatus, Integer> counts = new EnumMap<>(NeedStatus.class);
        for (NeedStatus status : NeedStatus.values()) {
            int needs = count(person, new Selection(EnumSet.of(status), null, false, audience, referent));
            if (needs > 0) {
                counts.put(status, needs);
            }
        }
        return counts;
    }

    /** A living pair of a need. */
    public record Pair(String pair, String mentor) {}

    /** The living pairs of a need's places. */
    public List<Pair> pairs(String need) {
        return db.sql("select pair, mentor from companion where need = ? and pair like 'pair-%' order by pair")
                .param(need)
                .query(Pair.class)
                .list();
    }

    /** All calls about a need, the last one first. */
    public List<Call> calls(String need) {
        return db.sql("""
            select referent, reached, occurred_on from need_call
            where need = ? order by occurred_on desc, number desc\
            """).param(need).query(Call.class).list();
    }

    /** Which rows a selection reads, as a query of the table's columns, and its parameters. */
    private record Query(String rows, Map<String, Object> params) {
        Map<String, Object> params(long end) {
            Map<String, Object> all = new HashMap<>(params);
            all.put("end", end);
            return all;
        }
    }

    /** A whole territory is read along an index; what a structure has is few. */
    private static Query query(Person person, Selection selection, Reading reading) {
        Map<String, Object> params = new HashMap<>();
        if (person.inTeam()) {
            params.put("territory", person.territory().toArray(String[]::new));
        }
        if (selection.referent() != null) {
            params.put("referent", selection.referent());
        }
        if (person.inTeam() && selection.structure() == null && !selection.unreached()) {
            String narrowed = narrowed("t", selection);
            FirstRows first = new FirstRows(
                    "need",
                    selection.statuses().stream()
                            .map(status -> "t.status = '" + status + "'" + narrowed)
                            .toList(),
                    reading.order("t"));
            return new Query(reading.in(first).sql(person), params);
        }
        return new Query("(select n.* from need n " + where(person, selection, params) + ")", params);
    }

    private static String where(Person person, Selection selection, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("where n.status in (:statuses)");
        params.put(
                "statuses", selection.statuses().stream().map(NeedStatus::name).toList());
        if (!person.inTeam()) {
            where.append(" and n.structure = :own");
            params.put("own", person.structure() == null ? "" : person.structure());
        } else if (!person.territory().contains("*")) {
            where.append(" and n.departement = any(cast(:territory as text[]))");
        }
        if (selection.structure() != null) {
            where.append(" and n.structure = :structure");
            params.put("structure", selection.structure());
        }
        if (selection.unreached()) {
            where.append(" and n.need in (" + Letters.UNREACHED + ")");
        }
        return where.append(narrowed("n", selection)).toString();
    }

    private static String narrowed(String table, Selection selection) {
        return (selection.audience() == null
                        ? ""
                        : " and " + table + ".priority_audience = '" + selection.audience() + "'")
                + (selection.referent() == null ? "" : " and " + table + ".referent = :referent");
    }

    private static boolean maySee(Person person, NeedView row) {
        return (person.inTeam() && person.covers(row.departement()))
                || (person.has("structure") && row.structure().equals(person.structure()))
                || person.isLinkedTo(row.need());
    }

    private static NeedView row(ResultSet row, int number) throws SQLException {
        List<NeedLine> lines = Optional.ofNullable(row.getString("lines"))
                .flatMap(told -> StoredJson.read(told, NeedLine[].class))
                .map(List::of)
                .orElse(List.of());
        return new NeedView(
                row.getString("need"),
                row.getString("reference"),
                row.getString("structure"),
                row.getString("structure_name"),
                row.getString("commune"),
                row.getBoolean("structure_verified"),
                row.getString("departement"),
                Code.of(PriorityAudience.class, row.getString("priority_audience")),
                Code.of(Origin.class, row.getString("origin")),
                row.getObject("declared_on", LocalDate.class),
                MomentColumns.instant(row, "declared_at"),
                Code.of(NeedStatus.class, row.getString("status")),
                row.getString("referent"),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("last_attempt_on", LocalDate.class),
                row.getObject("qualified_on", LocalDate.class),
                Code.known(WithdrawalReason.class, row.getString("withdrawal_reason"))
                        .orElse(null),
                MomentColumns.maybe(row, "withdrawn_at"),
                Stream.of(row.getString("call_times").split(",", -1))
                        .flatMap(code -> Code.known(HalfDay.class, code).stream())
                        .toList(),
                row.getObject("call_due_on", LocalDate.class),
                lines.stream().mapToInt(NeedLine::count).sum(),
                row.getInt("proposed"),
                row.getInt("confirmed"),
                lines,
                row.getString("last_act") == null
                        ? null
                        : new NeedView.LastAct(
                                Code.of(Undoable.class, row.getString("last_act")),
                                MomentColumns.instant(row, "last_act_at"),
                                row.getString("last_act_by"),
                                row.getString("last_act_role")));
    }
}
