package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody may be worried about: the own pairs and proposals of a mentor, those and the needs of a structure, the one
 * thing that a link speaks of; for the team, on behalf of who calls, what is of the own territory.
 */
public final class SubjectBoard {
    private static final int SHOWN = 40;
    private static final String PAIRS = """
            select t.pair as id, t.pair, t.need, t.mentor, t.structure, t.departement, t.seat, t.line, null::date as day,
                t.referent
            from pair t where\s""";
    private static final String PROPOSALS = """
            select t.proposal as id, null as pair, t.need, t.mentor, n.structure, t.departement, t.seat, t.line,
                null::date as day, n.referent
            from known_proposal t join known_need n on n.need = t.need where t.status in ('WAITING', 'ACCEPTED') and\s""";
    private static final String NEEDS = """
            select t.need as id, null as pair, t.need, null as mentor, t.structure, t.departement, 0 as seat, 0 as line,
                t.declared_on as day, t.referent
            from known_need t where t.status <> 'WITHDRAWN' and\s""";
    private static final String MENTORS = """
            select t.mentor as id, null as pair, null as need, t.mentor, null as structure, t.departement, 0 as seat,
                0 as line, null::date as day, null as referent
            from known_mentor t where\s""";
    private static final String STRUCTURES = """
            select t.structure as id, null as pair, null as need, null as mentor, t.structure, t.departement, 0 as seat,
                0 as line, null::date as day, null as referent
            from known_structure t where\s""";

    /**
     * A pair, a need or a mentor, as the team calls it.
     *
     * @param label its words, without anybody's name
     */
    public record Named(String id, String label, @Nullable String departement) {}

    private record Row(
            String id,
            Concerned about,
            int seat,
            int line,
            @Nullable LocalDate day,
            @Nullable String referent) {}

    private final JdbcClient db;
    private final Texts texts;
    private final FrenchTime time;

    SubjectBoard(JdbcClient db, Texts texts, FrenchTime time) {
        this.db = db;
        this.texts = texts;
        this.time = time;
    }

    /** All that this person may mean, what is paired first; nothing for somebody of the team who is no side of a pair. */
    List<ConcernSubject> of(Person person) {
        String link = person.link() == null ? "" : person.link();
        List<ConcernSubject> all = new ArrayList<>();
        if (person.speaksAsMentor()) {
            String own = String.valueOf(person.mentor());
            add(all, PAIRS + "t.mentor = :own and :link in ('', t.pair, t.proposal)", own, link, Side.MENTOR);
            add(all, PROPOSALS + "t.mentor = :own and :link in ('', t.proposal)", own, link, Side.MENTOR);
            add(all, MENTORS + "t.mentor = :own and :link = :link", own, link, Side.MENTOR);
        }
        if (person.has("structure") && person.structure() != null) {
            String own = person.structure();
            add(all, PAIRS + "t.structure = :own and :link = ''", own, link, Side.STRUCTURE);
            add(all, PROPOSALS + "n.structure = :own and :link = ''", own, link, Side.STRUCTURE);
            add(all, NEEDS + "t.structure = :own and :link = ''", own, link, Side.STRUCTURE);
            add(all, STRUCTURES + "t.structure = :own and :link = ''", own, link, Side.STRUCTURE);
        }
        if (!link.isEmpty() && person.mentor() == null) {
            add(all, PAIRS + ":own in (t.pair, t.need, t.proposal) and :link <> ''", link, link, Side.STRUCTURE);
            add(all, PROPOSALS + ":own in (t.need, t.proposal) and :link <> ''", link, link, Side.STRUCTURE);
            add(all, NEEDS + """
                    (t.need = :own or t.need in (select need from pair where :own in (pair, proposal)
                        union all select need from known_proposal where proposal = :own)) and :link <> ''""", link, link, Side.STRUCTURE);
        }
        return all;
    }

    /** One of {@link #of}; for the team any pair, need, proposal or mentor of the territory, or that the account follows. */
    Optional<ConcernSubject> find(Person person, String id) {
        return of(person).stream()
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .or(() -> person.inTeam() ? byTelephone(person, id) : Optional.empty());
    }

    /** What somebody of the team knows of the own territory, or follows; empty for everybody else. */
    public Optional<Named> named(Person person, String id) {
        return person.inTeam()
                ? byTelephone(person, id)
                        .map(subject -> new Named(
                                subject.id(), subject.label(), subject.about().departement()))
                : Optional.empty();
    }

    private Optional<ConcernSubject> byTelephone(Person person, String id) {
        return List.of(
                        PAIRS + "t.pair = :own and :link = ''",
                        PROPOSALS + "t.proposal = :own and :link = ''",
                        NEEDS + "t.need = :own and :link = ''",
                        MENTORS + "t.mentor = :own and :link = ''")
                .stream()
                .flatMap(query -> rows(query, id, "").stream())
                .filter(row -> person.account().equals(row.referent())
                        || (row.about().departement() != null
                                && person.covers(row.about().departement())))
                .findFirst()
                .map(row -> subject(row, Side.OPERATION));
    }

    private void add(List<ConcernSubject> all, String query, String own, String link, Side side) {
        rows(query, own, link).stream()
                .filter(row -> all.stream().noneMatch(one -> one.id().equals(row.id())))
                .forEach(row -> all.add(subject(row, side)));
    }

    private List<Row> rows(String query, String own, String link) {
        return db.sql(query + " order by t.departement limit " + SHOWN)
                .params(Map.of("own", own, "link", link))
                .query(SubjectBoard::row)
                .list();
    }

    private ConcernSubject subject(Row row, Side side) {
        String kind = row.id().substring(0, row.id().indexOf('-'));
        return new ConcernSubject(
                row.id(),
                texts.of(
                        "inquietude.sujet." + kind + "." + (side == Side.OPERATION ? "equipe" : side.name()),
                        row.about().structure() == null
                                ? ""
                                : PairRow.reference(row.about().structure()),
                        row.about().mentor() == null
                                ? ""
                                : PairRow.mentorReference(row.about().mentor()),
                        row.seat(),
                        row.line(),
                        row.day() == null ? "" : time.dayOfMonth(row.day())),
                row.about(),
                side);
    }

    private static Row row(ResultSet r, int at) throws SQLException {
        return new Row(
                r.getString("id"),
                ConcernBoard.concerned(r),
                r.getInt("seat"),
                r.getInt("line"),
                r.getObject("day", LocalDate.class),
                r.getString("referent"));
    }
}
