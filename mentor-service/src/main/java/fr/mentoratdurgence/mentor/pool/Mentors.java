package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.Mentor.Proof;
import fr.mentoratdurgence.mentor.onboarding.MentorRejection;
import fr.mentoratdurgence.mentor.onboarding.Offer;
import fr.mentoratdurgence.mentor.onboarding.Origin;
import fr.mentoratdurgence.mentor.onboarding.ProofKind;
import fr.mentoratdurgence.mentor.onboarding.ScreeningFailure;
import fr.mentoratdurgence.mentor.onboarding.WithdrawalReason;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Asks the read model, and only for those whom the person may see. */
public final class Mentors {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VISIBLE = """
            (:everywhere or anywhere or departement in (:territory))
            and (cast(:status as text) is null or status = :status)""";

    private final JdbcClient db;

    Mentors(JdbcClient db) {
        this.db = db;
    }

    /** Those of the person's territory and those who help anywhere, who waits longest first. */
    List<MentorRow> visibleTo(Person person, @Nullable MentorStatus status, int offset, int limit) {
        return query(
                        "select * from mentor_row where " + VISIBLE
                                + " order by applied_on, mentor offset :offset limit :limit",
                        person,
                        status)
                .param("offset", offset)
                .param("limit", limit)
                .query(Mentors::row)
                .list();
    }

    /** Which of these the person may see. */
    List<String> visibleAmong(Person person, List<String> mentors) {
        return mentors.isEmpty()
                ? List.of()
                : query("select mentor from mentor_row where mentor in (:mentors) and " + VISIBLE, person, null)
                        .param("mentors", mentors)
                        .query(String.class)
                        .list();
    }

    /** How many {@link #visibleTo} would find without limit. */
    int countVisibleTo(Person person, @Nullable MentorStatus status) {
        return query("select count(*) from mentor_row where " + VISIBLE, person, status)
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
                .query(Mentors::row)
                .optional()
                .orElseThrow(() -> new Rejection(otherwise));
    }

    private JdbcClient.StatementSpec query(String sql, Person person, @Nullable MentorStatus status) {
        Set<String> territory = person.territory().isEmpty() ? Set.of("-") : person.territory();
        return db.sql(sql)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", territory)
                .param("status", status == null ? null : status.name());
    }

    private static MentorRow row(ResultSet rs, int number) throws SQLException {
        String offer = rs.getString("offer");
        ProofKind kind = value(rs, "proof_kind", ProofKind::valueOf);
        LocalDate issuedOn = rs.getObject("proof_issued_on", LocalDate.class);
        LocalDate expiresOn = rs.getObject("proof_expires_on", LocalDate.class);
        return new MentorRow(
                rs.getString("mentor"),
                MentorStatus.valueOf(rs.getString("status")),
                Origin.valueOf(rs.getString("origin")),
                rs.getBoolean("adult"),
                rs.getString("departement"),
                rs.getObject("applied_on", LocalDate.class),
                rs.getString("association"),
                JSON.readValue(offer, Offer.class),
                rs.getObject("screened_on", LocalDate.class),
                value(rs, "refusal", ScreeningFailure::valueOf),
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
                value(rs, "withdrawal", WithdrawalReason::valueOf));
    }

    private static <T> @Nullable T value(ResultSet rs, String column, Function<String, T> read) throws SQLException {
        String text = rs.getString(column);
        return text == null ? null : read.apply(text);
    }
}
