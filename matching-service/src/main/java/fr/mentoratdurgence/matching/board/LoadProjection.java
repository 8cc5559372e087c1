package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityGivenBack;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.LoadEvent.HeldForReview;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadClosed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorHeld;
import fr.mentoratdurgence.matching.proposing.LoadEvent.MentorReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.PairPassedOn;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationBegun;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProbationEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofExpired;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ProofRenewed;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReviewEnded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExcluded;
import fr.mentoratdurgence.matching.proposing.LoadEvent.StructureExclusionLifted;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Active mentors, how much of their capacity is in use, and who is held back. */
@Component
@ProcessingGroup(LoadProjection.NAME)
@ReadModel({"mentor_load", "held_mentor", "excluded_mentor", "excluded_structure"})
class LoadProjection {
    static final String NAME = "load";

    private final JdbcClient db;

    LoadProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(LoadEvent event, @Timestamp Instant recordedAt) {
        switch (event) {
            case LoadOpened e ->
                db.sql("""
                        insert into mentor_load(mentor, profile, capacity, open) values (?, cast(? as json), ?, true)
                        on conflict (mentor) do update
                        set profile = excluded.profile, capacity = excluded.capacity, open = true,
                            proof_expired_on = null""")
                        .params(e.mentor(), Json.write(e.profile()), e.capacity())
                        .update();
            case CapacityReserved _, CapacityTaken _, CapacityReleased _, CapacityGivenBack _ -> {
                // no page lists who is free: that is asked of the stored facts
            }
            case MentorHeld e ->
                db.sql("""
                        insert into held_mentor(mentor, pair, need, reason, held_by, held_at) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(Arrays.asList(
                                e.mentor(),
                                e.pair(),
                                e.need(),
                                e.reason().name(),
                                e.by(),
                                e.heldAt().atOffset(ZoneOffset.UTC)))
                        .update();
            case MentorExcluded e -> {
                db.sql("delete from held_mentor where mentor = ?")
                        .param(e.mentor())
                        .update();
                db.sql("""
                        insert into excluded_mentor(mentor, reason, excluded_by, excluded_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(
                                e.mentor(),
                                e.reason().name(),
                                e.by(),
                                e.excludedAt().atOffset(ZoneOffset.UTC))
                        .update();
            }
            case MentorReleased e ->
                db.sql("delete from held_mentor where mentor = ?")
                        .param(e.mentor())
                        .update();
            case StructureExcluded e ->
                db.sql("""
                        insert into excluded_structure(mentor, structure, departement, reason, excluded_by, excluded_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (mentor, structure) do update
                        set departement = excluded.departement, reason = excluded.reason,
                            excluded_by = excluded.excluded_by, excluded_at = excluded.excluded_at,
                            lifted_reason = null, lifted_by = null, lifted_at = null""")
                        .params(
                                e.mentor(),
                                e.structure(),
                                e.departement(),
                                e.reason().name(),
                                e.by(),
                                recordedAt.atOffset(ZoneOffset.UTC))
                        .update();
            case StructureExclusionLifted e ->
                db.sql("""
                        update excluded_structure set lifted_reason = ?, lifted_by = ?, lifted_at = ?
                        where mentor = ? and structure = ?""")
                        .params(
                                e.reason().name(),
                                e.by(),
                                recordedAt.atOffset(ZoneOffset.UTC),
                                e.mentor(),
                                e.structure())
                        .update();
            case HeldForReview e -> inReview(e.mentor(), e.heldOn());
            case ReviewEnded e -> inReview(e.mentor(), null);
            case PairPassedOn _, ProbationBegun _, ProbationEnded _ -> {
                // told where the pair is looked after
            }
            case ProofExpired e ->
                db.sql("update mentor_load set proof_expired_on = ? where mentor = ?")
                        .params(e.expiredOn(), e.mentor())
                        .update();
            case ProofRenewed e ->
                db.sql("update mentor_load set proof_expired_on = null where mentor = ?")
                        .param(e.mentor())
                        .update();
            case LoadClosed e ->
                db.sql("update mentor_load set open = false where mentor = ?")
                        .param(e.mentor())
                        .update();
        }
    }

    private void inReview(String mentor, @Nullable LocalDate since) {
        db.sql("update mentor_load set in_review_since = ? where mentor = ?")
                .params(Arrays.asList(since, mentor))
                .update();
    }
}
