package fr.mentoratdurgence.needs.board;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.mentoratdurgence.needs.directory.PriorityAudience;
import fr.mentoratdurgence.needs.directory.Uai;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.Person;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Looks needs up, and only those that a person may see: a contact its structure's, a référent those of the territory. */
public class NeedBoard {
    private static final String SELECT = """
            select n.need, n.reference, n.structure, coalesce(m.name, n.structure) as structure_name,
                   coalesce(m.commune, '') as commune, coalesce(s.verified, false) as structure_verified,
                   n.departement, n.priority_audience, n.origin, n.declared_on, n.declared_at, n.status, n.referent,
                   n.assigned_on, n.last_attempt_on, n.qualified_on, n.withdrawal_reason, n.withdrawn_at,
                   (select count(*) from need_proposal p where p.need = n.need and p.state = 'PROPOSED') as proposed,
                   (select count(*) from need_proposal p where p.need = n.need and p.state = 'CONFIRMED') as confirmed
            from need n
            left join structure s on s.structure = n.structure
            left join structure_name m on m.structure = n.structure
            """;

    private static final String PLAIN = """
            regexp_replace(translate(lower(m.name || ' ' || m.commune), 'àâäáçéèêëîïíôöóûùüúÿñ',
                'aaaaceeeeiiiooouuuuyn'), '[^a-z0-9]+', ' ', 'g')""";

    private record Row(
            String need,
            String reference,
            String structure,
            String structureName,
            String commune,
            boolean structureVerified,
            String departement,
            String priorityAudience,
            String origin,
            LocalDate declaredOn,
            OffsetDateTime declaredAt,
            String status,
            @Nullable String referent,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate lastAttemptOn,
            @Nullable LocalDate qualifiedOn,
            @Nullable String withdrawalReason,
            @Nullable OffsetDateTime withdrawnAt,
            int proposed,
            int confirmed) {}

    private record LineRow(String need, int count, String profile) {}

    /** Somebody called the structure. */
    public record Call(String referent, boolean reached, LocalDate occurredOn) {}

    /**
     * Which needs.
     *
     * @param structure of all structures where null
     * @param search number of the need, UAI, or part of the name or town of the structure; all where null
     */
    public record Selection(
            Set<NeedStatus> statuses,
            @Nullable String structure,
            @Nullable String search) {}

    private final JdbcClient db;
    private final JsonMapper json;

    NeedBoard(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The need, where this person may see it. */
    public Optional<NeedView> find(String need, Person person) {
        return db.sql(SELECT + "where n.need = ?")
                .param(need)
                .query(Row.class)
                .optional()
                .filter(row -> maySee(person, row))
                .map(this::view);
    }

    /** The need, where this mentor accompanies one of its places. */
    public Optional<NeedView> accompanied(String need, Person person) {
        return db.sql(SELECT + "where n.need = :need and exists ("
                        + "select 1 from companion c where c.need = n.need and c.mentor = :mentor)")
                .param("need", need)
                .param("mentor", person.mentor() == null ? "" : person.mentor())
                .query(Row.class)
                .optional()
                .filter(row -> person.has("mentor"))
                .map(this::view);
    }

    /** A page of the needs that this person may see, those that have waited longest first. */
    public List<NeedView> list(Person person, Selection selection, int offset, int size) {
        return list(person, selection, "", offset, size);
    }

    /** The same as a list of work: where nobody was reached yet comes first, then what is to be qualified. */
    public List<NeedView> toDo(Person person, Selection selection, int offset, int size) {
        return list(person, selection, """
                case when n.status in ('DECLARED', 'ASSIGNED') then 0 when n.status = 'CONTACTED' then 1 else 2 end,
                """, offset, size);
    }

    private List<NeedView> list(Person person, Selection selection, String first, int offset, int size) {
        Map<String, Object> params = new HashMap<>();
        String where = where(person, selection, params);
        params.put("offset", offset);
        params.put("size", size);
        List<Row> rows = db.sql(SELECT + where + " order by " + first
                        + " n.declared_on, n.declared_at, n.need offset :offset limit :size")
                .params(params)
                .query(Row.class)
                .list();
        Map<String, List<NeedLine>> lines = lines(rows.stream().map(Row::need).toList());
        return rows.stream()
                .map(row -> view(row, lines.getOrDefault(row.need(), List.of())))
                .toList();
    }

    /** How many needs of the selection this person may see. */
    public int count(Person person, Selection selection) {
        Map<String, Object> params = new HashMap<>();
        String where = where(person, selection, params);
        return db.sql("select count(*) from need n " + where)
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** How many needs of each state the selection holds, whatever states it names. */
    public Map<NeedStatus, Integer> counts(Person person, @Nullable String search) {
        Map<String, Object> params = new HashMap<>();
        String where = where(person, new Selection(EnumSet.allOf(NeedStatus.class), null, search), params);
        Map<NeedStatus, Integer> counts = new EnumMap<>(NeedStatus.class);
        db.sql("select n.status, count(*) as needs from need n " + where + " group by n.status")
                .params(params)
                .query((row, _) -> counts.put(NeedStatus.valueOf(row.getString("status")), row.getInt("needs")))
                .list();
        return counts;
    }

    /** All calls about a need, the last one first. */
    public List<Call> calls(String need) {
        return db.sql("""
                        select referent, reached, occurred_on from need_call
                        where need = ? order by occurred_on desc, number desc""").param(need).query(Call.class).list();
    }

    private static String where(Person person, Selection selection, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("where (");
        if (isTeam(person)) {
            where.append(":everywhere or n.departement in (:territory)");
            params.put("everywhere", person.territory().contains("*"));
            params.put("territory", person.territory().isEmpty() ? List.of("") : person.territory());
        } else {
            where.append("n.structure = :own");
            params.put("own", person.structure() == null ? "" : person.structure());
        }
        where.append(") and n.status in (:statuses)");
        params.put(
                "statuses", selection.statuses().stream().map(NeedStatus::name).toList());
        if (selection.structure() != null) {
            where.append(" and n.structure = :structure");
            params.put("structure", selection.structure());
        }
        if (selection.search() != null) {
            where.append("""
                     and (n.reference = :reference or n.structure = :uai or exists (
                        select 1 from structure_name m where m.structure = n.structure
                        and %s like :words))""".formatted(PLAIN));
            params.put("reference", NeedReference.read(selection.search()));
            params.put("uai", Uai.parse(selection.search()).map(Uai::structure).orElse(""));
            String words = plain(selection.search());
            params.put("words", words.isEmpty() ? "" : "%" + words + "%");
        }
        return where.toString();
    }

    /** The words of a name without capitals, accents, hyphens and apostrophes, as {@link #PLAIN} does it. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static boolean maySee(Person person, Row row) {
        return (isTeam(person) && person.covers(row.departement()))
                || (person.has("structure") && row.structure().equals(person.structure()));
    }

    private static boolean isTeam(Person person) {
        return person.has("referent") || person.has("coordinator");
    }

    private Map<String, List<NeedLine>> lines(List<String> needs) {
        if (needs.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select need, count, profile from need_line where need in (:needs) order by need, line")
                .param("needs", needs)
                .query(LineRow.class)
                .list()
                .stream()
                .collect(groupingBy(
                        LineRow::need,
                        mapping(
                                line -> json.readValue(line.profile(), NeedLine.class)
                                        .withCount(line.count()),
                                toList())));
    }

    private NeedView view(Row row) {
        return view(row, lines(List.of(row.need())).getOrDefault(row.need(), List.of()));
    }

    private static NeedView view(Row row, List<NeedLine> lines) {
        return new NeedView(
                row.need(),
                row.reference(),
                row.structure(),
                row.structureName(),
                row.commune(),
                row.structureVerified(),
                row.departement(),
                PriorityAudience.valueOf(row.priorityAudience()),
                Origin.valueOf(row.origin()),
                row.declaredOn(),
                row.declaredAt().toInstant(),
                NeedStatus.valueOf(row.status()),
                row.referent(),
                row.assignedOn(),
                row.lastAttemptOn(),
                row.qualifiedOn(),
                row.withdrawalReason() == null ? null : WithdrawalReason.valueOf(row.withdrawalReason()),
                row.withdrawnAt() == null ? null : row.withdrawnAt().toInstant(),
                lines.stream().mapToInt(NeedLine::count).sum(),
                row.proposed(),
                row.confirmed(),
                lines);
    }
}
