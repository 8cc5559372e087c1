package fr.mentoratdurgence.matching.board;

import static fr.mentoratdurgence.platform.FirstRows.MOST;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import fr.mentoratdurgence.platform.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of open needs: those that wait, a page at a time, and one of them. */
public final class LineBoard {
    private static final String ONE = "select * from waiting_line where open and need = ? and line = ?";
    private static final String PROFILE = "select profile from waiting_line where need = ? and line = ?";

    /** From one département to the next along the index, however many lines wait in each. */
    private static final String DEPARTEMENTS_ANYWHERE = """
        with recursive waiting as (
            (select departement from waiting_line where open and free > 0 order by departement limit 1)
            union all
            select (select l.departement from waiting_line l
                where l.open and l.free > 0 and l.departement > w.departement order by l.departement limit 1)
            from waiting w where w.departement is not null)
        select departement from waiting where departement is not null order by 1\
        """;

    private static final String DEPARTEMENTS = """
        select departement from unnest(cast(:territory as text[])) as own(departement)
        where exists (select 1 from waiting_line l where l.departement = own.departement and l.open and l.free > 0)
        order by 1\
        """;

    private static final ReadingOrder READING =
            ReadingOrder.byDay("declared_on").thenId("need").thenNumber("line");

    private final JdbcClient db;
    private final RunBoard runs;

    /**
     * How much a choice of lines finds, as far as anybody turns pages.
     *
     * @param lines {@link FirstRows#MOST} + 1 where there are more; the seats are those of the counted lines then
     */
    public record LineTotals(int lines, int seats) {}

    LineBoard(JdbcClient db, RunBoard runs) {
        this.db = db;
        this.runs = runs;
    }

    /** Waiting lines of the person's territory; one of a level that this version does not know is left out. */
    public List<FreeLine> waiting(Person person, LineChoice choice, Page page) {
        Person where = choice.narrowed(person);
        return page
                .of(
                        db.sql("select * from " + choice.rows().sql(where) + " t order by "
                                + choice.order().sql(lightness()) + Page.SQL),
                        where)
                .query(LineBoard::row)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A portion of them, the longest wait first. */
    public Portion<FreeLine> read(Person person, String after) {
        Reading reading = READING.from(after);
        return reading.portion(
                FirstRows.of(
                        db.sql("select * from "
                                + reading.in(LineChoice.ALL.rows()).sql(person) + " t order by "
                                + reading.order("t") + " limit :end"),
                        person,
                        reading.end()),
                row -> row(row, 0).orElse(null));
    }

    /**
     * A place weighs the points of its audience, and those of each day that it waits: who weighs more has the smaller
     * number, whatever day it is.
     */
    private String lightness() {
        Optional<Policy> policy = runs.activePolicy().map(PolicyRow::policy);
        int perDay = policy.map(Policy::pointsPerWaitingDay).orElse(1);
        String points = Arrays.stream(PriorityAudience.values())
                .map(audience -> " when '" + audience + "' then "
                        + policy.map(p -> p.audiencePoints().getOrDefault(audience, 0))
                                .orElse(0))
                .collect(Collectors.joining());
        return "(t.declared_on - date '2020-01-01') * " + perDay + " - case t.priority_audience" + points
                + " else 0 end";
    }

    /** How many lines and seats {@link #waiting} finds on all pages. */
    public LineTotals totals(Person person, LineChoice choice) {
        Person where = choice.narrowed(person);
        return FirstRows.of(
                        db.sql("select count(*) as lines, coalesce(sum(free), 0) as seats from (select free from "
                                + choice.rows().sql(where) + " t limit :end) t"),
                        where,
                        MOST + 1)
                .query(LineTotals.class)
                .single();
    }

    /** Where lines of the person's territory wait. */
    public List<String> departements(Person person) {
        JdbcClient.StatementSpec asked = person.territory().contains("*")
                ? db.sql(DEPARTEMENTS_ANYWHERE)
                : db.sql(DEPARTEMENTS).param("territory", person.territory().toArray(String[]::new));
        return asked.query(String.class).list();
    }

    /** One line of an open need. */
    public Optional<FreeLine> line(String need, int line) {
        return db.sql(ONE).params(need, line).query(LineBoard::row).optional().flatMap(row -> row);
    }

    /** What a line asks for, also where the need is closed. */
    public Optional<PlaceProfile> asked(String need, int line) {
        return StoredJson.read(
                db.sql(PROFILE).params(need, line).query(String.class).single(), PlaceProfile.class);
    }

    /** As of a need that is heard: what this version does not know is nobody in particular. */
    static PriorityAudience audience(ResultSet row) throws SQLException {
        return Code.known(PriorityAudience.class, row.getString("priority_audience"))
                .orElse(PriorityAudience.NONE);
    }

    private static Optional<FreeLine> row(ResultSet row, int number) throws SQLException {
        Optional<PlaceProfile> profile = StoredJson.read(row.getString("profile"), PlaceProfile.class);
        return profile.isEmpty() ? Optional.empty() : Optional.of(row(row, profile.get()));
    }

    private static FreeLine row(ResultSet row, PlaceProfile profile) throws SQLException {
        return new FreeLine(
                row.getString("need"),
                row.getInt("line"),
                row.getString("structure"),
                row.getString("departement"),
                audience(row),
                profile,
                row.getObject("declared_on", LocalDate.class),
                row.getInt("seats"),
                row.getInt("free"),
                row.getInt("kept"),
                row.getInt("replacements"));
    }
}
