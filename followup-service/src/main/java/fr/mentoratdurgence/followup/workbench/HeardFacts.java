package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.contracts.matching.v1.MatchProposed;
import fr.mentoratdurgence.contracts.matching.v1.MentorExcluded;
import fr.mentoratdurgence.contracts.matching.v1.ProposalAcceptedByMentor;
import fr.mentoratdurgence.contracts.matching.v1.ProposalDeclineUndone;
import fr.mentoratdurgence.contracts.mentors.v1.MentorApplied;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttemptUndone;
import fr.mentoratdurgence.contracts.needs.v1.ContactAttempted;
import fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue;
import fr.mentoratdurgence.contracts.needs.v1.NeedDeclared;
import fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualificationUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedReferentAssigned;
import fr.mentoratdurgence.contracts.needs.v1.NeedReleased;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawalUndone;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.contracts.needs.v1.StructureRegistered;
import fr.mentoratdurgence.contracts.needs.v1.StructureVerified;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what other services told, as far as the workbench shows it. Sets values, so that twice is once. */
@Component
class HeardFacts {
    private final JdbcClient db;

    HeardFacts(JdbcClient db) {
        this.db = db;
    }

    void structure(StructureRegistered fact) {
        db.sql("""
                insert into known_structure(structure, uai, kind, departement, verified) values (?, ?, ?, ?, false)
                on conflict (structure) do update
                set uai = excluded.uai, kind = excluded.kind, departement = excluded.departement""")
                .params(fact.structure(), fact.uai(), fact.kind(), fact.departement())
                .update();
    }

    void verified(StructureVerified fact) {
        db.sql("update known_structure set verified = true where structure = ?")
                .param(fact.structure())
                .update();
    }

    void declared(NeedDeclared fact) {
        db.sql("""
                insert into known_need(need, structure, departement, priority_audience, declared_on, status)
                values (?, ?, ?, ?, ?, 'DECLARED') on conflict do nothing""")
                .params(fact.need(), fact.structure(), fact.departement(), fact.priorityAudience(), fact.declaredOn())
                .update();
        lines(fact.need(), fact.lines());
    }

    void assigned(NeedReferentAssigned fact) {
        db.sql("update known_need set referent = ? where need = ?")
                .params(fact.referent(), fact.need())
                .update();
    }

    /** Somebody else may take it. */
    void released(NeedReleased fact) {
        db.sql("update known_need set referent = null where need = ?")
                .param(fact.need())
                .update();
    }

    /** Who has it is true at once, for the structure too. */
    void handedOver(NeedHandedOver fact) {
        db.sql("update known_need set referent = ? where need = ?")
                .params(fact.to(), fact.need())
                .update();
    }

    /** Nobody called by the promised day; a call that reached nobody keeps the promise. */
    void overdue(NeedContactOverdue fact) {
        db.sql("""
                update known_need set call_overdue = true
                where need = :need and not exists (select 1 from known_attempt a where a.need = :need)""").param("need", fact.need()).update();
    }

    void attempted(ContactAttempted fact, String event) {
        db.sql("update known_need set call_overdue = false where need = ?")
                .param(fact.need())
                .update();
        db.sql(
                        "insert into known_attempt(event, need, reached, occurred_on) values (?, ?, ?, ?) on conflict do nothing")
                .params(event, fact.need(), fact.reached(), fact.occurredOn())
                .update();
    }

    /** Nobody called: what was noted of that day is taken back, once. */
    void notAttempted(ContactAttemptUndone fact) {
        db.sql("""
                delete from known_attempt where event = (select event from known_attempt
                    where need = ? and occurred_on = ? and reached = ? order by event limit 1)""").params(fact.need(), fact.occurredOn(), fact.reached()).update();
        db.sql("update known_need set call_overdue = ? where need = ?")
                .params(fact.overdue(), fact.need())
                .update();
    }

    /** It waits again, as it was asked for. */
    void notQualified(NeedQualificationUndone fact) {
        db.sql("update known_need set status = 'DECLARED' where need = ?")
                .param(fact.need())
                .update();
        lines(fact.need(), fact.lines());
    }

    void notWithdrawn(NeedWithdrawalUndone fact) {
        db.sql("update known_need set status = ? where need = ?")
                .params(fact.qualified() ? "QUALIFIED" : "DECLARED", fact.need())
                .update();
    }

    /** It waits for the mentor, or for a référent where the mentor has said yes. */
    void notDeclined(ProposalDeclineUndone fact) {
        ended(fact.proposal(), fact.expiresAt() == null ? "ACCEPTED" : "WAITING");
    }

    void revised(NeedLineCountRevised fact) {
        db.sql("update known_need_line set places = ? where need = ? and line = ?")
                .params(fact.toCount(), fact.need(), fact.line())
                .update();
    }

    void qualified(NeedQualified fact) {
        db.sql("update known_need set status = 'QUALIFIED', referent = ?, priority_audience = ? where need = ?")
                .params(fact.referent(), fact.priorityAudience(), fact.need())
                .update();
        lines(fact.need(), fact.lines());
    }

    void withdrawn(NeedWithdrawn fact) {
        db.sql("update known_need set status = 'WITHDRAWN' where need = ?")
                .param(fact.need())
                .update();
    }

    void proposed(MatchProposed fact) {
        db.sql("""
                insert into known_proposal(proposal, need, line, seat, mentor, score, expires_at, status, departement,
                    origin)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict do nothing""")
                .params(
                        fact.proposal(),
                        fact.need(),
                        fact.line(),
                        fact.seat(),
                        fact.mentor(),
                        fact.score(),
                        fact.expiresAt().atOffset(ZoneOffset.UTC),
                        fact.departement(),
                        fact.origin())
                .update();
    }

    void accepted(ProposalAcceptedByMentor fact, Instant at) {
        db.sql("update known_proposal set status = 'ACCEPTED', accepted_on = ? where proposal = ?")
                .params(OperationDay.of(at), fact.proposal())
                .update();
    }

    void ended(String proposal, String status) {
        db.sql("update known_proposal set status = ? where proposal = ?")
                .params(status, proposal)
                .update();
    }

    void applied(MentorApplied fact) {
        db.sql("""
                insert into known_mentor(mentor, departement, minor) values (?, ?, ?)
                on conflict (mentor) do update set departement = excluded.departement, minor = excluded.minor""").params(fact.mentor(), fact.departement(), !fact.adult()).update();
    }

    /** @param since from when nothing is proposed to the mentor, to protect young people; null = it may be again */
    void held(String mentor, @Nullable LocalDate since) {
        db.sql("""
                insert into known_mentor(mentor, held_since) values (?, ?)
                on conflict (mentor) do update set held_since = excluded.held_since""").params(Arrays.asList(mentor, since)).update();
    }

    /** Nothing is proposed to the mentor any more; what still runs stays to be looked at. */
    void excluded(MentorExcluded fact) {
        db.sql("""
                insert into known_mentor(mentor, excluded_on) values (?, ?)
                on conflict (mentor) do update set excluded_on = excluded.excluded_on""").params(fact.mentor(), OperationDay.of(fact.excludedAt())).update();
    }

    void withdrew(MentorWithdrew fact) {
        db.sql("""
                insert into known_mentor(mentor, withdrew_on) values (?, ?)
                on conflict (mentor) do update set withdrew_on = excluded.withdrew_on""").params(fact.mentor(), fact.withdrewOn()).update();
    }

    /** @param expiredOn since when no proof of good standing of the mentor counts; null = one counts again */
    void proof(String mentor, @Nullable LocalDate expiredOn) {
        db.sql("""
                insert into known_mentor(mentor, proof_expired_on) values (?, ?)
                on conflict (mentor) do update set proof_expired_on = excluded.proof_expired_on""").params(Arrays.asList(mentor, expiredOn)).update();
    }

    /** @param since from when the team looks into the mentor's file; null = it has decided that the mentor goes on */
    void inReview(String mentor, @Nullable LocalDate since) {
        db.sql("""
                insert into known_mentor(mentor, in_review_since) values (?, ?)
                on conflict (mentor) do update set in_review_since = excluded.in_review_since""").params(Arrays.asList(mentor, since)).update();
    }

    private void lines(String need, List<NeedLine> lines) {
        for (NeedLine line : lines) {
            db.sql("""
                    insert into known_need_line(need, line, level_band, places, family_link, supports)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (need, line) do update
                    set level_band = excluded.level_band, places = excluded.places,
                        family_link = excluded.family_link, supports = excluded.supports""")
                    .params(
                            need,
                            line.line(),
                            line.levelBand(),
                            line.count(),
                            line.familyLink(),
                            line.supports().toArray(String[]::new))
                    .update();
        }
    }
}
