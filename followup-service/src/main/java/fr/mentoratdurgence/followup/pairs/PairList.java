package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The pairs of a territory, those that are over too: the living first, the longest silence before the others; then those
 * that ended last. A page costs what it shows, and a count ends at {@link FirstRows#MOST} and one.
 */
@Component
class PairList {
    private static final String ORDER = "(t.status <> 'LIVE'), t.ended_on desc nulls last, t.silent_since, t.pair";
    private static final String ELSEWHERE = " and not (t.departement = any(cast(:territory as text[])))";
    private static final String GOES_ON = " and (t.continuation = 'AGREED' or exists (select 1 from pair_wish w"
            + " where w.pair = t.pair and w.mentor_agrees and w.family_agrees))";

    private final JdbcClient db;

    PairList(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which of them.
     *
     * @param status null = any
     * @param need   empty = any
     * @param mentor empty = any
     * @param goesOn only those that go on in person, as both sides wish or as it is agreed
     * @param sought by département, audience and who follows them
     */
    record Wanted(@Nullable PairStatus status, String need, String mentor, boolean goesOn, Sought sought) {
        private String and() {
            return (status == null ? "" : " and t.status = :status")
                    + (need.isEmpty() ? "" : " and t.need = :need")
                    + (mentor.isEmpty() ? "" : " and t.mentor = :of")
                    + (goesOn ? GOES_ON : "")
                    + sought.and();
        }

        private StatementSpec in(StatementSpec sql, Person person) {
            return sought.in(sql, person)
                    .param("status", status == null ? "" : status.name())
                    .param("need", need)
                    .param("of", mentor);
        }
    }

    /** A page of them. */
    List<PairRow> page(Person person, Wanted wanted, int offset, int limit) {
        String sql =
                "select " + PairBoard.ROW + " from (select t.* from " + rows(person, wanted) + " t order by " + ORDER
                        + " offset :offset limit :limit) p left join known_mentor m on m.mentor = p.mentor order by "
                        + ORDER.replace("t.", "p.");
        return asked(sql, person, wanted, (long) offset + limit)
                .param("staff", true)
                .param("offset", offset)
                .param("limit", limit)
                .query(PairBoard::row)
                .list();
    }

    int count(Person person, Wanted wanted) {
        String sql = "select count(*) from (select 1 from " + rows(person, wanted) + " t limit :end) t";
        return asked(sql, person, wanted, FirstRows.MOST + 1L)
                .query(Integer.class)
                .single();
    }

    /** Of the territory, and what this person follows beyond it. */
    private static String rows(Person person, Wanted wanted) {
        String there = new FirstRows("pair", List.of("true" + wanted.and()), ORDER).sql(person);
        return person.territory().contains("*")
                ? there
                : "(" + there + " union all select t.* from pair t where t.referent = :account" + ELSEWHERE
                        + wanted.and() + ")";
    }

    private StatementSpec asked(String sql, Person person, Wanted wanted, long end) {
        return wanted.in(FirstRows.of(db.sql(sql), person, end), person).param("account", person.account());
    }
}
