package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Needs with what their lines ask for, and what was shared for them and their pairs. */
final class PackBoard {

    /** A need that somebody may see here. */
    record NeedRow(
            String need,
            String structure,
            String departement,
            @Nullable String referent,
            String status) {}

    /** @param supports what the line asks for; empty where that was not told */
    record LineRow(int line, String levelBand, int places, List<String> supports) {}

    /** @param pair empty where it is for all of the line */
    record ShareRow(int line, String pair, String resource, String side, LocalDate sharedOn) {
        boolean isFor(ResourceSide of) {
            return side.equals(of.name());
        }
    }

    /** How often a resource served in a pair, and when last. */
    record UseRow(String resource, int times, LocalDate lastOn) {}

    private final JdbcClient db;

    PackBoard(JdbcClient db) {
        this.db = db;
    }

    /** A need for who follows it, covers its territory, or speaks for its structure; nothing for others. */
    Optional<NeedRow> need(Person person, String need) {
        return db.sql("select need, structure, departement, referent, status from known_need where need = ?")
                .param(need)
                .query(NeedRow.class)
                .optional()
                .filter(row -> manages(person, row) || person.speaksFor(row.structure(), row.need()));
    }

    static boolean manages(Person person, NeedRow row) {
        return person.inTeam()
                && (person.covers(row.departement()) || person.account().equals(row.referent()));
    }

    List<LineRow> lines(String need) {
        return db.sql("select line, level_band, places, supports from known_need_line where need = ? order by line")
                .param(need)
                .query(PackBoard::line)
                .list();
    }

    /** What a line of a need asks for; empty where nothing was told. */
    List<String> supports(String need, int line) {
        return lines(need).stream()
                .filter(one -> one.line() == line)
                .findFirst()
                .map(LineRow::supports)
                .orElse(List.of());
    }

    List<ShareRow> shares(String need) {
        return db.sql("""
                select line, pair, resource, side, shared_on from resource_share
                where need = ? order by shared_on desc, resource, side""").param(need).query(ShareRow.class).list();
    }

    List<UseRow> uses(String pair) {
        return db.sql("""
                select resource, count(*) as times, max(used_on) as last_on from resource_use
                where pair = ? group by resource""").param(pair).query(UseRow.class).list();
    }

    private static LineRow line(ResultSet r, int at) throws SQLException {
        return new LineRow(r.getInt("line"), r.getString("level_band"), r.getInt("places"), Arrays.asList((String[])
                r.getArray("supports").getArray()));
    }
}
