package fr.mentoratdurgence.matching.board;

import static fr.mentoratdurgence.platform.FirstRows.MOST;

import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is not proposed to whom, who said so, and what a coordinator lifted. */
public final class ExclusionBoard {
    private static final FirstRows LINES = new FirstRows(
            "excluded_pairing", List.of("t.lifted_at is null"), "t.departement, t.structure, t.need, t.line, t.mentor");
    private static final FirstRows STRUCTURES = new FirstRows(
            "excluded_structure",
            List.of("t.lifted_at is null"),
            "t.departement, t.excluded_at desc, t.mentor, t.structure");
    private static final String WITH_LEVEL = "select e.*, w.level_band from (select * from ";
    private static final String LEVEL = """
            ) e join waiting_line w on w.need = e.need and w.line = e.line
            order by e.departement, e.structure, e.need, e.line, e.mentor""";
    private static final String EVERY = """
            select need, line, mentor, structure, departement, reason, excluded_by, excluded_at, lifted_reason,
                lifted_by, lifted_at from excluded_pairing
            union all
            select null::text, null::int, mentor, structure, departement, reason, excluded_by, excluded_at, lifted_reason,
                lifted_by, lifted_at from excluded_structure""";
    private static final String LIFTED = """
            select e.*, w.level_band from (%s) e left join waiting_line w on w.need = e.need and w.line = e.line
            where e.lifted_at is not null and (:everywhere or e.departement in (:territory))
            order by e.lifted_at desc, e.mentor limit :limit""".formatted(EVERY);
    private static final String ONE = """
            select e.*, null::text as level_band from (%s) e where e.lifted_at is null and e.mentor = :mentor
            and ((:need::text is null and e.need is null and e.structure = :structure)
                or (e.need = :need and e.line = :line))""".formatted(EVERY);

    private final JdbcClient db;

    ExclusionBoard(JdbcClient db) {
        this.db = db;
    }

    /** Lines of the person's territory to which a mentor is not proposed, by structure. */
    public List<ExclusionRow> lines(Person person, Page page) {
        return page.of(
                        db.sql(WITH_LEVEL + LINES.sql(person) + " t order by " + LINES.order() + Page.SQL + LEVEL),
                        person)
                .query(ExclusionBoard::row)
                .list();
    }

    /** How many there are; {@link FirstRows#MOST} + 1 where there are more. */
    public int countLines(Person person) {
        return FirstRows.of(db.sql(LINES.count(person)), person, MOST + 1)
                .query(Integer.class)
                .single();
    }

    /** Structures of the person's territory to which a mentor is not proposed at all, {@link FirstRows#MOST} at most. */
    public List<ExclusionRow> structures(Person person) {
        return new Page(0, MOST)
                .of(
                        db.sql("select t.*, null::text as need, null::int as line, null::text as level_band from "
                                + STRUCTURES.sql(person) + " t order by " + STRUCTURES.order() + Page.SQL),
                        person)
                .query(ExclusionBoard::row)
                .list();
    }

    /** What was lifted last in the person's territory. */
    public List<ExclusionRow> lifted(Person person, int most) {
        return db.sql(LIFTED)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().isEmpty() ? Set.of("-") : person.territory())
                .param("limit", most)
                .query(ExclusionBoard::row)
                .list();
    }

    /** One that stands: of a line, or of a structure where no need is said. */
    public Optional<ExclusionRow> standing(
            String mentor, @Nullable String structure, @Nullable String need, @Nullable Integer line) {
        return db.sql(ONE)
                .param("mentor", mentor)
                .param("structure", structure)
                .param("need", need)
                .param("line", line)
                .query(ExclusionBoard::row)
                .optional();
    }

    private static ExclusionRow row(ResultSet row, int number) throws SQLException {
        Instant lifted = MomentColumns.maybe(row, "lifted_at");
        return new ExclusionRow(
                row.getString("need"),
                row.getObject("line", Integer.class),
                row.getString("mentor"),
                row.getString("structure"),
                row.getString("departement"),
                row.getString("level_band"),
                row.getString("reason"),
                row.getString("excluded_by"),
                MomentColumns.instant(row, "excluded_at"),
                lifted == null
                        ? null
                        : new ExclusionRow.Lifted(row.getString("lifted_reason"), row.getString("lifted_by"), lifted));
    }
}
