package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.MentorEvent;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.AccountOpened;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.CharterAccepted;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.CharterAskedAgain;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.ContactCorrected;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.EmailConfirmed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.GoodStandingProofExpired;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.GoodStandingProofRenewed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.GoodStandingProofSeen;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.HeldForReview;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewBooked;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewMissed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.InterviewOffered;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.MentorActivated;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.MentorApplied;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.MentorWithdrew;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.MinorAuthorisationRecorded;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.OfferDeclared;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.PasswordRenewed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.PersonalDataErased;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.PossibleReturnNoticed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.PossibleReturnReviewed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.ReviewEnded;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.ScreeningFailed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.ScreeningPassed;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.TrainingCompleted;
import fr.mentoratdurgence.platform.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where each mentor stands. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(MentorsProjection.NAME)
@ReadModel({"mentor_row", "interview"})
class MentorsProjection {
    static final String NAME = "mentors";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    MentorsProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(MentorEvent event) {
        switch (event) {
            case MentorApplied e ->
                db.sql("""
                        insert into mentor_row(mentor, status, origin, adult, departement, applied_on, association)
                        values (?, 'APPLIED', ?, ?, ?, ?, ?) on conflict (mentor) do nothing""")
                        .param(e.mentor())
                        .param(e.origin().name())
                        .param(e.adult())
                        .param(e.departement())
                        .param(e.appliedOn())
                        .param(e.association())
                        .update();
            case OfferDeclared e ->
                set(e, "anywhere = ?, offer = ?", e.offer().anywhere(), JSON.writeValueAsString(e.offer()));
            case MinorAuthorisationRecorded e -> set(e, "authorised_on = ?", e.recordedOn());
            case InterviewOffered e ->
                db.sql("""
                        insert into interview(mentor, led_by, moments)
                        values (:mentor, :by, string_to_array(:moments, ' ')::timestamptz[])
                        on conflict (mentor) do update set led_by = excluded.led_by, moments = excluded.moments""")
                        .param("mentor", e.mentor())
                        .param("by", e.by())
                        .param(
                                "moments",
                                e.moments().stream().map(Instant::toString).collect(Collectors.joining(" ")))
                        .update();
            case InterviewBooked e ->
                db.sql("""
                        insert into interview(mentor, led_by, at) values (:mentor, :by, :at)
                        on conflict (mentor) do update
                        set led_by = excluded.led_by, at = excluded.at, missed_on = null""")
                        .param("mentor", e.mentor())
                        .param("by", e.by())
                        .param("at", Timestamp.from(e.at()))
                        .update();
            case InterviewMissed e ->
                db.sql("update interview set at = null, missed_on = ? where mentor = ?")
                        .params(e.missedOn(), e.mentor())
                        .update();
            case ScreeningPassed e -> set(e, "screened_on = ?", e.heldOn());
            case ScreeningFailed e ->
                set(
                        e,
                        "status = 'REFUSED', screened_on = ?, refusal = ?",
                        e.heldOn(),
                        e.reason().name());
            case GoodStandingProofSeen e -> prove(e);
            case PossibleReturnNoticed e ->
                set(
                        e,
                        "return_of = ?, return_by = string_to_array(?, ','), return_decision = null",
                        e.setAside(),
                        e.by().stream().map(Enum::name).collect(Collectors.joining(",")));
            case PossibleReturnReviewed e ->
                set(e, "return_decision = ?", e.decision().name());
            case HeldForReview _, ReviewEnded _, CharterAskedAgain _ -> {
                // what stands here tells it already
            }
            case GoodStandingProofExpired _, GoodStandingProofRenewed _ -> {
                // the day until which the proof counts says it
            }
            case CharterAccepted e -> set(e, "charter = ?, charter_on = ?", e.version(), e.acceptedOn());
            case TrainingCompleted e ->
                set(
                        e,
                        "modules = case when ? = any(modules) then modules else array_append(modules, ?) end, trained_on = ?",
                        e.module(),
                        e.module(),
                        e.completedOn());
            case MentorActivated e -> set(e, "status = 'ACTIVE', activated_on = ?", e.activatedOn());
            case AccountOpened e -> set(e, "account = ?", e.account());
            case PasswordRenewed e -> set(e, "password_renewed_on = ?", e.renewedOn());
            case EmailConfirmed e -> set(e, "email_confirmed_on = ?", e.confirmedOn());
            case ContactCorrected e -> {
                if (e.address()) {
                    set(e, "email_confirmed_on = null");
                }
            }
            case MentorWithdrew e ->
                set(
                        e,
                        "status = 'WITHDRAWN', withdrew_on = ?, withdrawal = ?",
                        e.withdrewOn(),
                        e.reason().name());
            case PersonalDataErased e -> set(e, "status = 'ERASED', account = null");
        }
    }

    /** The proof that counts longest stays, as in the rules. */
    private void prove(GoodStandingProofSeen e) {
        db.sql("""
                update mentor_row set proof_kind = ?, proof_issued_on = ?, proof_expires_on = ?
                where mentor = ? and (proof_expires_on is null or proof_expires_on <= ?)""")
                .params(e.kind().name(), e.issuedOn(), e.expiresOn(), e.mentor(), e.expiresOn())
                .update();
    }

    private void set(MentorEvent event, String assignments, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = event.mentor();
        db.sql("update mentor_row set " + assignments + " where mentor = ?")
                .params(all)
                .update();
    }
}
