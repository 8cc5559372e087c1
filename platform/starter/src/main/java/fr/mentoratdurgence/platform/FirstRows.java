package fr.mentoratdurgence.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The first rows of a list within a person's territory, so that a page costs what it shows and not what there is: each
 * département, and each of the cases in which a row belongs to the list, gives its first rows along an index; only these
 * are put in order together. The table has a column {@code departement}, an index on (departement, case, order) and,
 * for who sees the whole country, one on (case, order).
 *
 * @param table read as {@code t}
 * @param cases conditions on {@code t}, one of which a row of the list meets, and never two
 * @param order columns of {@code t}, the same as in the indexes; the last one makes it unambiguous
 */
public record FirstRows(String table, List<String> cases, String order) {
    /** Nobody turns more pages than these rows fill: a longer list is to be filtered or searched. */
    public static final int MOST = 1000;

    private static final String ANYWHERE = "(select t.* from %1$s t where %2$s order by %3$s limit :end)";
    private static final String BY_DEPARTEMENT = """
            (select t.* from unnest(cast(:territory as text[])) as own(departement) cross join lateral (
                select * from %1$s t where t.departement = own.departement and %2$s order by %3$s limit :end) t)""";

    /** A query that holds at least the first {@code :end} rows of the list, to be ordered and cut by who asks. */
    public String sql(Person person) {
        String one = person.territory().contains("*") ? ANYWHERE : BY_DEPARTEMENT;
        return cases.stream()
                .map(rows -> one.formatted(table, rows, order))
                .collect(Collectors.joining(" union all ", "(", ")"));
    }

    /** How many rows there are, as far as anybody turns pages: a query of one number, {@link #MOST} + 1 at the most. */
    public String count(Person person) {
        return "select count(*) from (select 1 from " + sql(person) + " t limit :end) t";
    }

    /** Says which territory and how many rows. */
    public static StatementSpec of(StatementSpec query, Person person, long end) {
        StatementSpec bounded = query.param("end", end);
        return person.territory().contains("*")
                ? bounded
                : bounded.param("territory", person.territory().toArray(String[]::new));
    }
}
