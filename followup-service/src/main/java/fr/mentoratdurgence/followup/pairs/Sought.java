package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Person;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a list of work is narrowed to.
 *
 * @param departement code; empty = the whole territory
 * @param audience    code of a priority audience; empty = any
 * @param referent    account of who follows it; empty = anybody
 */
public record Sought(String departement, String audience, String referent) {
    /** All of it. */
    public static final Sought ALL = new Sought("", "", "");

    /** A condition on rows {@code t} that have both, to be added to others. */
    public String and() {
        return andThere()
                + (audience.isEmpty() ? "" : " and t.priority_audience = :soughtAudience")
                + (ofOne() ? " and t.referent = :soughtReferent" : "");
    }

    /** The same for rows that have a département alone. */
    public String andThere() {
        return departement.isEmpty() ? "" : " and t.departement = :soughtDepartement";
    }

    /** Whether it is what one person follows. */
    public boolean ofOne() {
        return !referent.isEmpty();
    }

    /** Says its parameters, and {@code :whose} as the account of who follows it: who is sought, or who looks. */
    public StatementSpec in(StatementSpec sql, Person person) {
        return sql.param("soughtDepartement", departement)
                .param("soughtAudience", audience)
                .param("soughtReferent", referent)
                .param("whose", ofOne() ? referent : person.account());
    }
}
