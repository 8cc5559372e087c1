package fr.mentoratdurgence.mentor.pool;

import static java.util.stream.Collectors.joining;

import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ReturnDecision;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import fr.mentoratdurgence.platform.StoredJson;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the read model, and only for those whom the person may see. */
public final class MentorBoard {
    private static final String VISIBLE = "(:everywhere or anywhere or departement = any(cast(:territory as text[])))";
    /** Of a file that nobody is looking into. */
    static final String GOES_ON = "(return_of is null or return_decision in ('OTHER_PERSON', 'MAY_RETURN'))";
    /** Nobody else leads the interview of who may have been set aside. */
    private static final String TO_SCREEN = "from mentor_row where status = 'APPLIED' and screened_on is null and "
            + GOES_ON + " and (:everywhere or departement = any(cast(:territory as text[])))";

    private static final ReadingOrder READING = ReadingOrder.byDay("applied_on").thenId("mentor");
    private static final String WAITING = "t.applied_on, t.mentor";
    private static final String ANYWHERE =
            "(select t.* from mentor_row t where t.anywhere and %s order by t.applied_on, t.mentor limit :end)";

    private final JdbcClient db;

    MentorBoard(JdbcClient db) {
        this.db = db;
    }

    /** Those of the person's territory and those who help anywhere, who waits longest first. */
    List<MentorRow> visibleTo(Person person, @Nullable MentorStatus status, int offset, int limit) {
        return query(
                        "select t.* from " + rows(person, status, READING.from("")) + " t order by " + WAITING
                                + " offset :offset limit :limit",
                        person)
                .param("end", (long) offset + limit)
                .param("offset", offset)
                .param("limit", limit)
                .query(MentorBoard::row)
                .list();
    }

    /** A portion of the same. */
    Portion<MentorRow> read(Person person, @Nullable MentorStatus status, String after) {
        Reading reading = READING.from(after);
        return reading.portion(
                query(
                                "select t.* from " + rows(person, status, reading) + " t order by " + WAITING
                                        + " limit :end",
                                person)
                        .param("end", reading.end()),
                row -> row(row, 0));
    }

    /** The territory's own, along one index, and those who help anywhere, along another. */
    private static String rows(Person person, @Nullable MentorStatus wished, Reading reading) {
        List<String> of = (wished == null ? Stream.of(MentorStatus.values()) : Stream.of(wished))
                .map(status -> "t.status = '" + status + "' and " + reading.condition("t"))
                .toList();
        if (person.territory().contains("*")) {
            return new FirstRows("mentor_row", of, WAITING).sql(person);
        }
        List<String> own =
                of.stream().map(status -> "not t.anywhere and " + status).toList();
        return Stream.concat(
                        Stream.of("select * from " + new FirstRows("mentor_row", own, WAITING).sql(person) + " own"),
                        of.stream().map(ANYWHERE::formatted))
                .collect(joining(" union all ", "(", ")"));
    }

    /** Mentors whom the person may see and looks for, by name, telephone, address or number; the closest first. */
    List<MentorRow> search(Person person, String number, PeopleIndex.Query people, int most) {
        return query("""
            select t.* from (
                select mentor, min(distance) as distance from (
                    select person as mentor, distance from %s found
                    union all select mentor, 0 from mentor_row where mentor like :number) any_hit
                group by mentor) hit join mentor_row t on t.mentor = hit.mentor
            where %s order by hit.distance, t.applied_on desc, t.mentor limit :most\
            """.formatted(PeopleIndex.FOUND, VISIBLE), person)
                .params(people.params())
                .param("everywhere", person.territory().contains("*"))
                .param("number", number)
                .param("most", most)
                .query(MentorBoard::row)
                .list();
    }

    /** Applications that wait for an interview, in the person's territory; who waits longest first. */
    List<MentorRow> toScreen(Person person, int offset, int limit) {
        return query("select * " + TO_SCREEN + " order by applied_on, mentor offset :offset limit :limit", person)
                .param("everywhere", person.territory().contains("*"))
                .param("offset", offset)
                .param("limit", limit)
                .query(MentorBoard::row)
                .list();
    }

    /** Active mentors of the territory whose proof ends on that day or before; the earliest first. */
    List<MentorRow> proofsEnding(Person person, LocalDate by, int limit) {
        FirstRows rows = new FirstRows(
                "mentor_row",
                List.of("t.status = 'ACTIVE' and t.proof_expires_on <= :by"),
                "t.proof_expires_on, t.mentor");
        return FirstRows.of(
                        db.sql("select t.* from " + rows.sql(person) + " t order by " + rows.order() + " limit :end"),
                        person,
                        limit)
                .param("by", by)
                .query(MentorBoard::row)
                .list();
    }

    /** How many {@link #toScreen} finds on all pages. */
    int countToScreen(Person person) {
        return query("select count(*) " + TO_SCREEN, person)
                .param("everywhere", person.territory().contains("*"))
                .query(Integer.class)
                .single();
    }

    /** Which of these the person may see. */
    List<String> visibleAmong(Person person, List<String> mentors) {
        return mentors.isEmpty()
                ? List.of()
                : query("select mentor from mentor_row where mentor in (:mentors) and " + VISIBLE, person)
                        .param("everywhere", person.territory().contains("*"))
                        .param("mentors", mentors)
                        .query(String.class)
                        .list();
    }

    /** How many {@link #visibleTo} would find without limit; {@link FirstRows#MOST} + 1 where there are more. */
    int countVisibleTo(Person person, MentorStatus status) {
        return query(
                        "select count(*) from (select 1 from " + rows(person, status, READING.from(""))
                                + " t limit :end) t",
                        person)
                .param("end", FirstRows.MOST + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * A mentor whom the person may see and act upon. One of another territory does not exist: the answer would tell.
     *
     * @throws Rejection where there is none, or outside the person's territory
     */
    MentorRow visibleTo(Person person, String mentor) {
        MentorRow row = byId(mentor, MentorRejection.UNKNOWN_MENTOR);
        if (!row.offer().anywhere() && !person.covers(row.departement())) {
            throw new Rejection(MentorRejection.UNKNOWN_MENTOR);
        }
        return row;
    }

    /** Whom somebody of the territory has to call because no letter reaches them; at most 200. */
    List<String> toCall(Person person) {
        return query(
                        "select m.mentor from mentor_row m where (:everywhere or m.departement = any(cast(:territory"
                                + " as text[]))) and exists (select 1 from letter l where l.person = m.mentor and l.state"
                                + " = 'TO_CALL') order by m.mentor limit 200",
                        person)
                .param("everywhere", person.territory().contains("*"))
                .query(String.class)
                .list();
    }

    /** How many facts are stored of a mentor: they hold no name, and stay. */
    public long facts(String mentor) {
        return db.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(mentor)
                .query(Long.class)
                .single();
    }

    /** How many pairs of a mentor live. */
    public long livingPairs(String mentor) {
        return db.sql("select count(*) from companion where mentor = ?")
                .param(mentor)
                .query(Long.class)
                .single();
    }

    /** A mentor whom a structure may call, because a pair of theirs lives. */
    MentorRow known(String mentor) {
        return byId(mentor, MentorRejection.UNKNOWN_MENTOR);
    }

    /**
     * The mentor who this person is.
     *
     * @throws Rejection where the account belongs to no mentor
     */
    public MentorRow self(Person person) {
        String mentor = person.mentor();
        if (mentor == null) {
            throw new Rejection(MentorRejection.NO_MENTOR_FOR_ACCOUNT);
        }
        return byId(mentor, MentorRejection.NO_MENTOR_FOR_ACCOUNT);
    }

    private MentorRow byId(String mentor, MentorRejection otherwise) {
        return db.sql("select * from mentor_row where mentor = ?")
                .param(mentor)
                .query(MentorBoard::row)
                .optional()
                .orElseThrow(() -> new Rejection(otherwise));
    }

    private JdbcClient.StatementSpec query(String sql, Person person) {
        return db.sql(sql).param("territory", person.territory().toArray(String[]::new));
    }

    private static MentorRow row(ResultSet rs, int number) throws SQLException {
        String offer = rs.getString("offer");
        ProofKind kind = Code.known(ProofKind.class, rs.getString("proof_kind")).orElse(null);
        LocalDate issuedOn = rs.getObject("proof_issued_on", LocalDate.class);
        LocalDate expiresOn = rs.getObject("proof_expires_on", LocalDate.class);
        return new MentorRow(
                rs.getString("mentor"),
                Code.of(MentorStatus.class, rs.getString("status")),
                Code.of(Origin.class, rs.getString("origin")),
                rs.getBoolean("adult"),
                rs.getString("departement"),
                rs.getObject("applied_on", LocalDate.class),
                rs.getString("association"),
                StoredJson.read(offer, Offer.class).orElseThrow(),
                rs.getObject("screened_on", LocalDate.class),
                Code.known(ScreeningFailure.class, rs.getString("refusal")).orElse(null),
                rs.getObject("authorised_on", LocalDate.class),
                kind == null ? null : new Proof(kind, issuedOn, expiresOn),
                rs.getInt("charter"),
                rs.getObject("charter_on", LocalDate.class),
                Set.of((String[]) rs.getArray("modules").getArray()),
                rs.getObject("trained_on", LocalDate.class),
                rs.getString("account"),
                rs.getObject("password_renewed_on", LocalDate.class),
                rs.getObject("activated_on", LocalDate.class),
                rs.getObject("withdrew_on", LocalDate.class),
                Code.known(WithdrawalReason.class, rs.getString("withdrawal")).orElse(null),
                possibleReturn(rs),
                rs.getObject("email_confirmed_on", LocalDate.class));
    }

    private static @Nullable PossibleReturn possibleReturn(ResultSet rs) throws SQLException {
        String setAside = rs.getString("return_of");
        return setAside == null
                ? null
                : new PossibleReturn(
                        setAside,
                        Arrays.stream((String[]) rs.getArray("return_by").getArray())
                                .flatMap(name -> Code.known(Likeness.class, name).stream())
                                .toList(),
                        Code.known(ReturnDecision.class, rs.getString("return_decision"))
                                .orElse(null));
    }
}
