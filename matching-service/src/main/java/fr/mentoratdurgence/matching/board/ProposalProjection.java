package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.proposing.ProposalEvent;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.NoticeRequested;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclineUndone;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialAnswered;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpened;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ValidationAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals with their state and who follows their need, and beside them why they were made. */
@Component
@ProcessingGroup(ProposalProjection.NAME)
@ReadModel({"proposal", "explanation", "need_follower"})
class ProposalProjection {
    static final String NAME = "proposals";

    private final JdbcClient db;

    ProposalProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(ProposalEvent event, @Timestamp Instant recordedAt) {
        switch (event) {
            case MatchProposed e -> add(e);
            case ProposalAcceptedByMentor e -> status(e.stream(), ProposalRow.Status.ACCEPTED);
            case TrialOpened e ->
                db.sql("update proposal set status = 'TRIAL', trial_due_at = ? where proposal = ?")
                        .params(utc(e.dueAt()), e.stream())
                        .update();
            case TrialAnswered e -> answered(e);
            case ValidationAsked e ->
                db.sql("update proposal set asked_of = ?, asked_by = ?, asked_at = ? where proposal = ?")
                        .params(Arrays.asList(e.of(), e.by(), utc(e.askedAt()), e.stream()))
                        .update();
            case NoticeRequested _ -> {
                // of who is to be told: no state of the proposal
            }
            case ProposalExpired e ->
                db.sql("update proposal set status = 'EXPIRED', freed_at = ? where proposal = ?")
                        .params(utc(recordedAt), e.stream())
                        .update();
            case ProposalDeclined e ->
                db.sql("""
                        update proposal set status = 'DECLINED', declined_side = ?, decline_reason = ?, freed_at = ?
                        where proposal = ?""")
                        .params(e.side().name(), e.reason().name(), utc(recordedAt), e.stream())
                        .update();
            case ProposalDeclineUndone e ->
                db.sql("""
                        update proposal set status = case when :trial then 'TRIAL' when :accepted then 'ACCEPTED'
                            else 'PROPOSED' end, declined_side = null, decline_reason = null, freed_at = null,
                            followed_by = case when exists (select 1 from need_follower f where f.need = proposal.need)
                                then (select account from need_follower f where f.need = proposal.need) else followed_by end
                        where proposal = :proposal""")
                        .param("trial", e.trialDueAt() != null)
                        .param("accepted", e.expiresAt() == null)
                        .param("proposal", e.stream())
                        .update();
            case MatchUndone e -> db.sql("""
                        update proposal set status = 'ACCEPTED', pair = null, confirmed_by = null, confirmed_at = null
                        where proposal = ?""").param(e.stream()).update();
            case MatchConfirmed e ->
                db.sql("""
                        update proposal set status = 'CONFIRMED', pair = ?, referent = ?, followed_by = ?, confirmed_by = ?,
                            confirmed_at = ?
                        where proposal = ?""")
                        .params(
                                e.pair(),
                                e.terms().referent(),
                                e.terms().referent(),
                                e.confirmedBy(),
                                utc(e.confirmedAt()),
                                e.stream())
                        .update();
        }
    }

    @EventHandler
    void on(NeedPassedOn e) {
        db.sql("""
                insert into need_follower(need, account) values (?, ?)
                on conflict (need) do update set account = excluded.account""").params(Arrays.asList(e.need(), e.referent())).update();
        db.sql("update proposal set followed_by = ? where need = ? and status in ('PROPOSED', 'TRIAL', 'ACCEPTED')")
                .params(Arrays.asList(e.referent(), e.need()))
                .update();
    }

    private void add(MatchProposed e) {
        PairTerms terms = e.terms();
        db.sql("""
                insert into proposal(proposal, need, line, seat, mentor, structure, referent, departement,
                    academie, level_band, priority_audience, need_declared_on, origin, run, manual_reason, policy_version, score, proposed_at,
                    expires_at, prematching, status, followed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?)""")
                .params(Arrays.asList(
                        e.stream(),
                        terms.need(),
                        terms.line(),
                        terms.seat(),
                        terms.mentor(),
                        terms.structure(),
                        terms.referent(),
                        terms.departement(),
                        terms.academie(),
                        terms.levelBand(),
                        terms.priorityAudience(),
                        terms.needDeclaredOn(),
                        e.origin().name(),
                        e.run(),
                        name(e.manualReason()),
                        e.policyVersion(),
                        e.score(),
                        utc(e.proposedAt()),
                        utc(e.expiresAt()),
                        e.prematching(),
                        follower(terms)))
                .update();
        db.sql("insert into explanation(proposal, content) values (?, cast(? as json))")
                .params(e.stream(), Json.write(e.explanation()))
                .update();
    }

    /** As the terms say, unless the need was passed on since it was qualified. */
    private @Nullable String follower(PairTerms terms) {
        return db.sql("select account from need_follower where need = ?")
                .param(terms.need())
                .query((row, _) -> Optional.ofNullable(row.getString("account")))
                .optional()
                .orElse(Optional.of(terms.referent()))
                .orElse(null);
    }

    /** With both sides' say the proposal waits for the référent. */
    private void answered(TrialAnswered e) {
        String column = e.side() == Side.MENTOR ? "mentor_fit" : "structure_fit";
        db.sql("update proposal set " + column + " = ? where proposal = ?")
                .params(e.fit().name(), e.stream())
                .update();
        db.sql("""
                update proposal set status = 'ACCEPTED'
                where proposal = ? and mentor_fit is not null and structure_fit is not null""").param(e.stream()).update();
    }

    private void status(String proposal, ProposalRow.Status status) {
        db.sql("update proposal set status = ? where proposal = ?")
                .params(status.name(), proposal)
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
