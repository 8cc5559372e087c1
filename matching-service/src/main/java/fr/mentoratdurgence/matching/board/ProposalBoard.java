package fr.mentoratdurgence.matching.board;

import static fr.mentoratdurgence.platform.FirstRows.MOST;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.MomentColumns;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Portion;
import fr.mentoratdurgence.platform.Reading;
import fr.mentoratdurgence.platform.ReadingOrder;
import fr.mentoratdurgence.platform.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals: a page at a time, those of one person, and those whose time has come. */
public final class ProposalBoard {
    private static final String NEWEST = "t.proposed_at desc, t.proposal";
    private static final ReadingOrder READING =
            ReadingOrder.byMoment("proposed_at").thenId("proposal");
    private static final String OLDEST = "t.proposed_at, t.proposal";
    private static final FirstRows OF_RUN =
            new FirstRows("proposal", List.of("t.run = :run"), "t.departement, " + OLDEST);
    private static final String ONE = "select * from proposal where proposal = ?";
    private static final String OF_MENTOR =
            "select * from proposal where mentor = ? order by proposed_at desc, proposal";
    private static final String TRIALS_OF_STRUCTURE = """
        select * from proposal where structure = ? and trial_due_at is not null
        order by proposed_at desc, proposal\
        """;
    private static final String OPEN_BY_AUDIENCE = """
        select priority_audience, count(*) as proposals from proposal
        where status in ('PROPOSED', 'TRIAL', 'ACCEPTED') group by 1\
        """;
    private static final String FREED = """
        select * from proposal p where freed_at > ? and (status <> 'DECLINED' or freed_at <= ?
                or decline_reason in ('WITHDRAWN', 'PROOF_EXPIRED'))
            and not exists (select 1 from next_best_sought s where s.proposal = p.proposal)
        order by freed_at, proposal limit ?\
        """;
    private static final String SOUGHT = "insert into next_best_sought(proposal) values (?) on conflict do nothing";
    private static final String EXPLANATION = "select content from explanation where proposal = ?";
    private static final String OFFERED = "select profile from mentor_load where mentor = ?";

    private static final String ASKED = """
        select count(*) from proposal where asked_by is not null and asked_of is null and status = 'ACCEPTED'
        and (:everywhere or departement in (:territory))\
        """;
    private static final String REFERENTS = """
        select distinct followed_by from (select followed_by from proposal where departement = ?
            order by proposed_at desc, proposal limit 500) p where followed_by is not null\
        """;
    private static final String FLAGS = """
        select m.mentor, m.profile ->> 'adult' = 'false' as minor,
            m.proof_expired_on is not null or m.in_review_since is not null
            or exists (select 1 from held_mentor h where h.mentor = m.mentor)
            or exists (select 1 from excluded_mentor e where e.mentor = m.mentor) as held
        from mentor_load m where m.mentor in (:mentors)\
        """;

    private final JdbcClient db;

    /**
     * @param minor under 18
     * @param held  nothing is proposed at the moment: a hold, a review, an expired proof
     */
    public record MentorFlags(boolean minor, boolean held) {
        /** Nothing of it. */
        public static final MentorFlags NONE = new MentorFlags(false, false);
    }

    ProposalBoard(JdbcClient db) {
        this.db = db;
    }

    /** Whose need a proposal is for. */
    public enum Followed {
        /** Whoever follows it. */
        ALL("true"),
        /** The person's who asks. */
        MINE("t.followed_by = :account"),
        /** Nobody follows it. */
        NOBODY("t.followed_by is null");

        private final String sql;

        Followed(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Which proposals.
     *
     * @param status   null = any
     * @param audience null = any
     * @param followed whose need they are for
     */
    public record Wanted(@Nullable Status status, @Nullable PriorityAudience audience, Followed followed) {
        /** Of a state, or of any. */
        public static Wanted of(@Nullable Status status) {
            return new Wanted(status, null, Followed.ALL);
        }

        private FirstRows rows() {
            if (status == null && audience == null && followed == Followed.ALL) {
                return new FirstRows("proposal", List.of("true"), NEWEST);
            }
            String narrowed = (audience == null ? "" : " and t.priority_audience = '" + audience + "'")
                    + (followed == Followed.ALL ? "" : " and " + followed.sql);
            List<Status> statuses = status == null ? List.of(Status.values()) : List.of(status);
            return new FirstRows(
                    "proposal",
                    statuses.stream()
                            .map(one -> "t.status = '" + one + "'" + narrowed)
                            .toList(),
                    status == null ? NEWEST : OLDEST);
        }
    }

    /** Proposals of the person's territory: in one state the oldest first, in any the newest. */
    public List<ProposalRow> proposals(Person person, Wanted wanted, Page page) {
        FirstRows rows = wanted.rows();
        return page.of(db.sql("select * from " + rows.sql(person) + " t order by " + rows.order() + Page.SQL), person)
                .param("account", person.account())
                .query(ProposalBoard::row)
                .list();
    }

    /** A portion of the same, the oldest first whatever their state. */
    public Portion<ProposalRow> read(Person person, Wanted wanted, String after) {
        Reading reading = READING.from(after);
        return reading.portion(
                FirstRows.of(
                                db.sql("select * from "
                                        + reading.in(wanted.rows()).sql(person) + " t order by " + reading.order("t")
                                        + " limit :end"),
                                person,
                                reading.end())
                        .param("account", person.account()),
                row -> row(row, 0));
    }

    /** How many there are; {@link FirstRows#MOST} + 1 where there are more. */
    public int countProposals(Person person, Wanted wanted) {
        return FirstRows.of(db.sql(wanted.rows().count(person)), person, MOST + 1)
                .param("account", person.account())
                .query(Integer.class)
                .single();
    }

    /** These proposals, in the order in which they are named. */
    public List<ProposalRow> among(List<String> proposals) {
        return proposals.isEmpty()
                ? List.of()
                : db.sql("select * from proposal where proposal = any(:these) order by array_position(:these,"
                                + " proposal)")
                        .param("these", proposals.toArray(String[]::new))
                        .query(ProposalBoard::row)
                        .list();
    }

    /** What a run opened in the person's territory, by département. */
    public List<ProposalRow> proposalsOf(String run, Person person, Page page) {
        return page.of(
                        db.sql("select * from " + OF_RUN.sql(person) + " t order by " + OF_RUN.order() + Page.SQL),
                        person)
                .param("run", run)
                .query(ProposalBoard::row)
                .list();
    }

    /** How many there are; {@link FirstRows#MOST} + 1 where there are more. */
    public int countProposalsOf(String run, Person person) {
        return FirstRows.of(db.sql(OF_RUN.count(person)), person, MOST + 1)
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    /** How many wait in the person's territory for a coordinator who was asked. */
    public int countAsked(Person person) {
        return db.sql(ASKED)
                .param("everywhere", person.territory().contains("*"))
                .param("territory", person.territory().isEmpty() ? Set.of("-") : person.territory())
                .query(Integer.class)
                .single();
    }

    /** Who follows needs of the département that were proposed lately. */
    public List<String> referentsOf(String departement) {
        return db.sql(REFERENTS).param(departement).query(String.class).list();
    }

    /** What is to be known of mentors before anybody decides about them; who is not named is nothing of it. */
    public Map<String, MentorFlags> flags(Set<String> mentors) {
        Map<String, MentorFlags> flags = new HashMap<>();
        if (!mentors.isEmpty()) {
            db.sql(FLAGS).param("mentors", mentors).query(row -> {
                flags.put(row.getString("mentor"), new MentorFlags(row.getBoolean("minor"), row.getBoolean("held")));
            });
        }
        return flags;
    }

    /** Proposals to one mentor, the newest first. */
    public List<ProposalRow> proposalsTo(String mentor) {
        return db.sql(OF_MENTOR).param(mentor).query(ProposalBoard::row).list();
    }

    /** Proposals for one structure, the newest first. */
    public List<ProposalRow> proposalsFor(String structure, int most) {
        return db.sql("select * from proposal where structure = ? order by proposed_at desc, proposal limit ?")
                .params(structure, most)
                .query(ProposalBoard::row)
                .list();
    }

    /** Proposals of one structure that mentor and structure try, or have tried, the newest first. */
    public List<ProposalRow> trialsOf(String structure) {
        return db.sql(TRIALS_OF_STRUCTURE)
                .param(structure)
                .query(ProposalBoard::row)
                .list();
    }

    /** One proposal. */
    public Optional<ProposalRow> proposal(String proposal) {
        return db.sql(ONE).param(proposal).query(ProposalBoard::row).optional();
    }

    /** Open proposals by audience: their seats are not among those that a run gives. */
    public Map<PriorityAudience, Integer> openByAudience() {
        Map<PriorityAudience, Integer> open = new EnumMap<>(PriorityAudience.class);
        db.sql(OPEN_BY_AUDIENCE).query(row -> {
            // as of a need that is heard: an audience that this version does not know is nobody's in particular
            open.merge(LineBoard.audience(row), row.getInt("proposals"), Integer::sum);
        });
        return open;
    }

    /**
     * Proposals that came to nothing after {@code since}, and whose seat was not offered again yet.
     *
     * @param declinedUntil a no that came later may still be taken back
     */
    public List<ProposalRow> freed(Instant since, Instant declinedUntil, int most) {
        return db.sql(FREED)
                .params(since.atOffset(ZoneOffset.UTC), declinedUntil.atOffset(ZoneOffset.UTC), most)
                .query(ProposalBoard::row)
                .list();
    }

    /** Notes that the seat of a freed proposal has been offered again, or could not be. */
    public void sought(String proposal) {
        db.sql(SOUGHT).param(proposal).update();
    }

    /** Why a proposal was made. */
    public Explanation explanation(String proposal) {
        return Json.read(db.sql(EXPLANATION).param(proposal).query(String.class).single(), Explanation.class);
    }

    /** What the mentor of a proposal offers, also after leaving. */
    public Optional<MentorProfile> offered(ProposalRow proposal) {
        return StoredJson.read(
                db.sql(OFFERED)
                        .param(proposal.terms().mentor())
                        .query(String.class)
                        .single(),
                MentorProfile.class);
    }

    private static ProposalRow row(ResultSet row, int number) throws SQLException {
        return new ProposalRow(
                row.getString("proposal"),
                new PairTerms(
                        row.getString("need"),
                        row.getInt("line"),
                        row.getInt("seat"),
                        row.getString("mentor"),
                        row.getString("structure"),
                        row.getString("referent"),
                        row.getString("departement"),
                        row.getString("academie"),
                        row.getString("level_band"),
                        row.getString("priority_audience"),
                        row.getObject("need_declared_on", LocalDate.class)),
                row.getString("origin"),
                row.getString("run"),
                row.getString("manual_reason"),
                row.getInt("policy_version"),
                row.getInt("score"),
                MomentColumns.instant(row, "proposed_at"),
                MomentColumns.instant(row, "expires_at"),
                Code.of(Status.class, row.getString("status")),
                row.getString("declined_side"),
                row.getString("decline_reason"),
                row.getString("pair"),
                row.getString("prematching"),
                MomentColumns.maybe(row, "trial_due_at"),
                row.getString("mentor_fit"),
                row.getString("structure_fit"),
                row.getString("asked_by") == null
                        ? null
                        : new ProposalRow.Asked(
                                row.getString("asked_of"),
                                row.getString("asked_by"),
                                MomentColumns.instant(row, "asked_at")),
                row.getString("followed_by"),
                MomentColumns.maybe(row, "freed_at"));
    }
}
