package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.PriorityAudience;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what waits in a person's territory. */
@Component
class WorkbenchQueries {
    private static final String IN_TERRITORY =
            "(:everywhere or n.departement in (:territory) or n.referent = :account)";
    private static final String FREE = "t.status = 'DECLARED' and t.referent is null and ";
    private static final String ORDINARY = "(t.priority_audience in ('NONE', 'UNKNOWN'))";
    /** Free needs: those of a priority audience and the others, each along its own index. */
    private static final FirstRows FREE_NEEDS = new FirstRows(
            "known_need", List.of(FREE + "not " + ORDINARY, FREE + ORDINARY), ORDINARY + ", t.declared_on, t.need");

    private static final String MINE = "t.status = 'DECLARED' and t.referent = :account";
    private static final String TAKEN =
            "from known_need n where n.status = 'DECLARED' and n.referent is not null and " + IN_TERRITORY;

    private static final String MOST_URGENT = """
            n.declared_on - case when n.priority_audience in ('NONE', 'UNKNOWN') then 0 else :headStart end,
            n.priority_audience in ('NONE', 'UNKNOWN'), n.need""";

    private final JdbcClient db;
    private final FollowupPolicy policy;
    private final OperationDay day;

    WorkbenchQueries(JdbcClient db, FollowupPolicy policy, OperationDay day) {
        this.db = db;
        this.policy = policy;
        this.day = day;
    }

    /**
     * How many needs of the territory wait for a call, by who took them; a free need is under the empty account. No more
     * than {@link FirstRows#MOST} and one of each kind are counted.
     */
    Map<String, Integer> toCallByReferent(Person person) {
        Map<String, Integer> counts = new HashMap<>();
        scoped(
                        "select who, count(*) as needs from (select n.referent as who " + TAKEN
                                + " limit :end) n group by who",
                        person)
                .param("end", FirstRows.MOST + 1)
                .query(r -> {
                    counts.put(r.getString("who"), r.getInt("needs"));
                });
        int free = FirstRows.of(db.sql(FREE_NEEDS.count(person)), person, FirstRows.MOST + 1)
                .query(Integer.class)
                .single();
        if (free > 0) {
            counts.put("", free);
        }
        return counts;
    }

    /**
     * Needs that this person may call: free ones and those taken already. The longest wait first, a priority audience
     * counting for some days more.
     */
    List<NeedToCall> toCall(Person person, int offset, int limit) {
        LocalDate today = day.today();
        List<NeedToCall> bare = FirstRows.of(
                        db.sql("""
                        select n.*, s.uai, s.kind, coalesce(s.verified, false) as verified, a.*
                        from (select * from (select t.* from known_need t where %s union all select * from %s free) n
                              order by %s offset :offset limit :limit) n
                        left join known_structure s on s.structure = n.structure
                        cross join lateral (
                            select count(*) as attempts, max(occurred_on) as last_on, coalesce(bool_or(reached), false) as reached
                            from known_attempt where known_attempt.need = n.need) a
                        order by %s""".formatted(MINE, FREE_NEEDS.sql(person), MOST_URGENT, MOST_URGENT)),
                        person,
                        offset + limit)
                .param("account", person.account())
                .param("headStart", policy.priorityHeadStartDays())
                .param("offset", offset)
                .param("limit", limit)
                .query((r, _) -> new NeedToCall(
                        r.getString("need"),
                        PairRow.reference(r.getString("structure")),
                        r.getString("kind") == null ? "OTHER" : r.getString("kind"),
                        r.getBoolean("verified"),
                        r.getString("departement"),
                        PriorityAudience.of(r.getString("priority_audience")),
                        (int) ChronoUnit.DAYS.between(r.getObject("declared_on", LocalDate.class), today),
                        r.getString("referent") != null,
                        r.getInt("attempts"),
                        r.getObject("last_on", LocalDate.class),
                        r.getBoolean("reached"),
                        List.of()))
                .list();
        return withLines(bare);
    }

    /** Proposals that the mentor accepted: a référent may validate them. The oldest acceptance first. */
    List<ProposalRow> toValidate(Person person) {
        return proposals(person, "p.status = 'ACCEPTED' order by p.accepted_on, p.proposal limit 30");
    }

    /** Proposals that the mentor has not answered yet; the nearest deadline first. */
    List<ProposalRow> awaitingMentor(Person person) {
        return proposals(person, "p.status = 'WAITING' order by p.expires_at, p.proposal limit 30");
    }

    /** How many proposals of a status there are, also beyond those that are listed. */
    int count(Person person, String status) {
        return scoped(
                        "select count(*) from known_proposal p join known_need n on n.need = p.need where p.status = :status and "
                                + IN_TERRITORY,
                        person)
                .param("status", status)
                .query(Integer.class)
                .single();
    }

    private List<ProposalRow> proposals(Person person, String rest) {
        return scoped("""
                        select p.*, n.structure, n.departement, coalesce(l.level_band, 'UNKNOWN') as level_band
                        from known_proposal p
                        join known_need n on n.need = p.need
                        left join known_need_line l on l.need = p.need and l.line = p.line
                        where %s and %s""".formatted(IN_TERRITORY, rest), person)
                .query((r, _) -> new ProposalRow(
                        r.getString("proposal"),
                        r.getString("need"),
                        r.getInt("line"),
                        r.getInt("seat"),
                        r.getString("mentor"),
                        PairRow.reference(r.getString("structure")),
                        r.getString("departement"),
                        r.getString("level_band"),
                        r.getInt("score"),
                        OperationDay.of(
                                r.getObject("expires_at", OffsetDateTime.class).toInstant()),
                        r.getObject("accepted_on", LocalDate.class)))
                .list();
    }

    private List<NeedToCall> withLines(List<NeedToCall> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<NeedToCall.Places>> lines = new HashMap<>();
        db.sql(
                        "select need, level_band, places, family_link from known_need_line where need in (:needs) and places > 0 order by line")
                .param("needs", bare.stream().map(NeedToCall::need).toList())
                .query(r -> {
                    lines.computeIfAbsent(r.getString("need"), _ -> new ArrayList<>())
                            .add(new NeedToCall.Places(
                                    r.getString("level_band"), r.getInt("places"), r.getBoolean("family_link")));
                });
        return bare.stream()
                .map(n -> n.with(lines.getOrDefault(n.need(), List.of())))
                .toList();
    }

    private JdbcClient.StatementSpec scoped(String sql, Person person) {
        return db.sql(sql)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().isEmpty() ? List.of("") : person.territory())
                .param("account", person.account());
    }
}
