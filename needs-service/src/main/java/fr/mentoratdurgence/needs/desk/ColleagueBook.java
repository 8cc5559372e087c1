package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.platform.Person;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who of the team has worked here, where each may, and how many needs each follows. The territory is what the last
 * token said: nobody is given a need of elsewhere. Names stand in followup-service.
 */
@Component
class ColleagueBook {
    private static final String KEEP = """
            insert into desk_colleague(account, territory) values (?, cast(? as text[]))
            on conflict (account) do update set territory = excluded.territory
            where desk_colleague.territory <> excluded.territory""";
    private static final String ALL = """
            select c.account, c.territory,
                (select count(*) from need n where n.referent = c.account and n.status <> 'WITHDRAWN') as needs
            from desk_colleague c order by needs, c.account limit 500""";

    /** A colleague with the needs that he or she follows. */
    record Colleague(String account, int needs) {}

    private record Row(String account, Set<String> territory, int needs) {}

    private final JdbcClient db;

    ColleagueBook(JdbcClient db) {
        this.db = db;
    }

    /** Keeps where a person of the team may work. */
    void remember(Person person) {
        if (person.inTeam()) {
            db.sql(KEEP)
                    .params(
                            person.account(),
                            person.territory().stream().sorted().toArray(String[]::new))
                    .update();
        }
    }

    /** Who may follow needs of all these départements, the least loaded first. */
    List<Colleague> covering(Set<String> departements) {
        return db
                .sql(ALL)
                .query((row, _) ->
                        new Row(row.getString("account"), codes(row.getArray("territory")), row.getInt("needs")))
                .list()
                .stream()
                .filter(row -> row.territory().contains("*") || row.territory().containsAll(departements))
                .map(row -> new Colleague(row.account(), row.needs()))
                .toList();
    }

    private static Set<String> codes(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
