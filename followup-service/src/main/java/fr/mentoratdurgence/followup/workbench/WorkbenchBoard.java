package fr.mentoratdurgence.followup.workbench;

import static java.util.stream.Collectors.joining;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Sought;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what waits in a person's territory. */
@Component
class WorkbenchBoard {
    private static final String IN_TERRITORY = "t.departement = any(cast(:territory as text[]))";
    private static final String FREE = "t.status = 'DECLARED' and t.referent is null";
    /** Qualified, and given back since: its proposals and pairs go on, and nobody looks after them. */
    private static final String GIVEN_BACK = "t.status = 'QUALIFIED' and t.referent is null";

    private static final String BY_WAIT = "t.declared_on, t.need";

    private static final String TAKEN = "t.status = 'DECLARED' and t.referent = :whose";
    private static final FirstRows TAKEN_NEEDS = new FirstRows(
            "known_need",
            List.of("t.status = 'DECLARED' and t.referent is not null"),
            "t.referent, t.declared_on, t.need");

    private static final FirstRows ACCEPTED =
            new FirstRows("known_proposal", List.of("t.status = 'ACCEPTED'"), "t.accepted_on, t.proposal");
    private static final FirstRows WAITING =
            new FirstRows("known_proposal", List.of("t.status = 'WAITING'"), "t.expires_at, t.proposal");
    /** Proposals for needs that the person follows. */
    private static final String FOLLOWED =
            "(select t.* from known_need n join known_proposal t on t.need = n.need where n.referent = :whose and ";

    private static final long COUNTED = FirstRows.MOST + 1L;
    private static final int PROPOSALS_SHOWN = 30;

    private final JdbcClient db;
    private final FollowupPolicy policy;
    private final OperationDay day;
    /** Days that a need counts for beside those that it waited. */
    private final String headStart;

    private final List<String> audiences;

    WorkbenchBoard(JdbcClient db, FollowupPolicy policy, OperationDay day) {
        this.db = db;
        this.policy = policy;
        this.day = day;
        this.audiences = policy.headStartDays().keySet().stream().sorted().toList();
        this.headStart = audiences.stream()
                .map(audience -> "when '" + audience + "' then " + policy.headStartDays(audience))
                .collect(joining(
                        " ",
                        "(case n.priority_audience ",
                        " else 0 end + case when n.call_overdue then " + policy.lateCallDays() + " else 0 end)"));
    }

    /**
     * Free needs: those whose promised call is late, those of each priority audience, the others, and those that were
     * given back after they were qualified, each in one order.
     */
    private FirstRows free(Sought sought) {
        String waiting = FREE + " and not t.call_overdue and ";
        return new FirstRows(
                "known_need",
                Stream.of(
                                Stream.of(FREE + " and t.call_overdue"),
                                audiences.stream()
                                        .map(audience -> waiting + "t.priority_audience = '" + audience + "'"),
                                Stream.of(
                                        waiting
                                                + audiences.stream()
                                                        .collect(
                                                                joining("', '", "t.priority_audience not in ('", "')")),
                                        GIVEN_BACK))
                        .flatMap(cases -> cases)
                        .map(one -> one + sought.and())
                        .toList(),
                BY_WAIT);
    }

    /**
     * How many needs of the territory wait for a call, by who took them; a free need is under the empty account. No more
     * than {@link FirstRows#MOST} and one of each kind are counted.
     */
    Map<String, Integer> toCallByReferent(Person person, Sought sought) {
        Map<String, Integer> counts = new HashMap<>();
        firstRows(
                        "select who, count(*) as needs from (select t.referent as who from " + TAKEN_NEEDS.sql(person)
                                + " t where t.referent <> :account limit :end) n group by who",
                        person,
                        COUNTED)
                .query(r -> {
                    counts.put(r.getString("who"), r.getInt("needs"));
                });
        count(
                counts,
                person.account(),
                "select count(*) from known_need t where " + taken(person, sought),
                person,
                sought);
        count(counts, "", free(sought).count(person), person, sought);
        return counts;
    }

    private void count(Map<String, Integer> counts, String who, String sql, Person person, Sought sought) {
        int needs = sought.in(firstRows(sql, person, COUNTED), person)
                .query(Integer.class)
                .single();
        if (needs > 0) {
            counts.put(who, needs);
        }
    }

    /** Needs that this person took, or who is sought took here. */
    private static String taken(Person person, Sought sought) {
        boolean elsewhere = sought.ofOne() && !person.territory().contains("*");
        return TAKEN + sought.and() + (elsewhere ? " and " + IN_TERRITORY : "");
    }

    /**
     * Needs that this person may call, the first so many: free ones and those taken already. The longest wait first, a
     * priority audience and a promise that is late counting for some days more.
     */
    List<NeedToCall> toCall(Person person, Sought sought, int limit) {
        LocalDate today = day.today();
        String order = "n.declared_on - " + headStart + ", n.need";
        List<NeedToCall> bare = sought.in(
                        firstRows(
                                """
                        select n.*, s.uai, s.kind, coalesce(s.verified, false) as verified, a.*
                        from (select * from (select t.* from known_need t where %s union all select * from %s free) n
                              order by %s limit :end) n
                        left join known_structure s on s.structure = n.structure
                        cross join lateral (
                            select count(*) as attempts, max(occurred_on) as last_on, coalesce(bool_or(reached), false) as reached
                            from known_attempt where known_attempt.need = n.need) a
                        order by %s""".formatted(
                                        taken(person, sought), free(sought).sql(person), order, order),
                                person,
                                limit),
                        person)
                .query((r, _) -> new NeedToCall(
                        r.getString("need"),
                        PairRow.reference(r.getString("structure")),
                        r.getString("kind") == null ? "OTHER" : r.getString("kind"),
                        r.getBoolean("verified"),
                        r.getString("departement"),
                        r.getString("priority_audience"),
                        policy.headStartDays(r.getString("priority_audience")),
                        r.getBoolean("call_overdue"),
                        (int) ChronoUnit.DAYS.between(r.getObject("declared_on", LocalDate.class), today),
                        person.account().equals(r.getString("referent")),
                        r.getInt("attempts"),
                        r.getObject("last_on", LocalDate.class),
                        r.getBoolean("reached"),
                        r.getString("status").equals("QUALIFIED"),
                        List.of()))
                .list();
        return withLines(bare);
    }

    /**
     * How many of the needs that this person may call were promised a call that is late; for a coordinator those of the
     * colleagues too. Counted likewise.
     */
    int countOverdue(Person person) {
        String whose = person.has("coordinator") ? "true" : "t.referent is null";
        String there = person.territory().contains("*") ? "" : " and " + IN_TERRITORY;
        return firstRows(
                        "select count(*) from (select 1 from known_need t where t.call_overdue and t.status = 'DECLARED'"
                                + " and (t.referent = :account or (" + whose + there + ")) limit :end) t",
                        person,
                        COUNTED)
                .query(Integer.class)
                .single();
    }

    /** How many places the qualified needs of the territory have. */
    int countPlaces(Person person) {
        String there = person.territory().contains("*") ? "" : " and " + IN_TERRITORY;
        return firstRows(
                        "select coalesce(sum(l.places), 0) from known_need t join known_need_line l on l.need = t.need"
                                + " where t.status = 'QUALIFIED'" + there,
                        person,
                        COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Proposals that the mentor accepted: a référent may validate them. The oldest acceptance first. */
    List<WaitingProposal> toValidate(Person person, Sought sought, int limit) {
        return proposals(ACCEPTED, person, sought, limit);
    }

    /** Proposals that the mentor has not answered yet; the nearest deadline first. */
    List<WaitingProposal> awaitingMentor(Person person) {
        return proposals(WAITING, person, Sought.ALL, PROPOSALS_SHOWN);
    }

    /** How many proposals wait for a référent, also beyond those that are listed; {@link FirstRows#MOST} and one at most. */
    int countToValidate(Person person, Sought sought) {
        return count(ACCEPTED, person, sought);
    }

    /** How many proposals the mentor has not answered yet, counted likewise. */
    int countAwaitingMentor(Person person) {
        return count(WAITING, person, Sought.ALL);
    }

    private int count(FirstRows list, Person person, Sought sought) {
        return sought.in(
                        firstRows(
                                "select count(*) from (select 1 from " + open(list, person, sought)
                                        + " t limit :end) t",
                                person,
                                COUNTED),
                        person)
                .query(Integer.class)
                .single();
    }

    /** The open proposals of the territory, and those beyond it that are for a need that this person follows. */
    private static String open(FirstRows all, Person person, Sought sought) {
        String audience = sought.audience().isEmpty()
                ? ""
                : " and exists (select 1 from known_need n where n.need = t.need and n.priority_audience = :soughtAudience)";
        FirstRows list = new FirstRows(
                all.table(),
                all.cases().stream()
                        .map(one -> one + sought.andThere() + audience)
                        .toList(),
                all.order());
        String elsewhere = person.territory().contains("*") ? "" : " and " + IN_TERRITORY;
        if (sought.ofOne()) {
            return FOLLOWED + list.cases().getFirst() + elsewhere + ")";
        }
        String there = list.sql(person);
        return person.territory().contains("*")
                ? there
                : "(" + there + " union all " + FOLLOWED + list.cases().getFirst() + " and not " + IN_TERRITORY + "))";
    }

    private List<WaitingProposal> proposals(FirstRows list, Person person, Sought sought, int limit) {
        return sought.in(
                        firstRows(
                                """
                        select p.*, n.structure, coalesce(l.level_band, 'UNKNOWN') as level_band,
                            coalesce(m.minor, false) as minor,
                            coalesce(m.held_since, m.excluded_on, m.in_review_since, m.proof_expired_on) is not null as held
                        from (select t.* from %s t order by %s limit :end) p
                        join known_need n on n.need = p.need
                        left join known_need_line l on l.need = p.need and l.line = p.line
                        left join known_mentor m on m.mentor = p.mentor
                        order by %s""".formatted(
                                                open(list, person, sought),
                                                list.order(),
                                                list.order().replace("t.", "p.")),
                                person,
                                limit),
                        person)
                .query((r, _) -> new WaitingProposal(
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
                        r.getObject("accepted_on", LocalDate.class),
                        r.getBoolean("minor"),
                        r.getBoolean("held"),
                        r.getString("origin").equals("MANUAL")))
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

    private StatementSpec firstRows(String sql, Person person, long end) {
        return FirstRows.of(db.sql(sql), person, end).param("account", person.account());
    }
}
