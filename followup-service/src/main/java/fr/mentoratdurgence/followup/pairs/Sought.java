package fr.mentoratdurgence.followup.pairs;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a list of work is narrowed to.
 *
 * @param departement code; empty = the whole territory
 * @param audience    code of a priority audience; empty = any
 */
public record Sought(String departement, String audience) {
    /** All of it. */
    public static final Sought ALL = new Sought("", "");

    /** A condition on rows {@code t} that have both, to be added to others. */
    public String and() {
        return andThere() + (audience.isEmpty() ? "" : " and t.priority_audience = :soughtAudience");
    }

    /** The same for rows that have a département alone. */
    public String andThere() {
        return departement.isEmpty() ? "" : " and t.departement = :soughtDepartement";
    }

    /** Says its parameters. */
    public StatementSpec in(StatementSpec sql) {
        return sql.param("soughtDepartement", departement).param("soughtAudience", audience);
    }
}
