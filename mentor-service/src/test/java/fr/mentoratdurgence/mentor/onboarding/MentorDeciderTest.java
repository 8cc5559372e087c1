package fr.mentoratdurgence.mentor.onboarding;

import static fr.mentoratdurgence.mentor.onboarding.MentorRejection.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.mentor.identity.Identity;
import fr.mentoratdurgence.mentor.identity.Likeness;
import fr.mentoratdurgence.mentor.onboarding.MentorCommand.*;
import fr.mentoratdurgence.mentor.onboarding.MentorEvent.*;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MentorDeciderTest {
    private static final String M = "mentor-1";
    private static final LocalDate TODAY = LocalDate.of(2020, 4, 20);
    private static final Offer OFFER = new Offer(
            true,
            2,
            List.of(new Skill(Subject.MATHS, LevelBand.COLLEGE_6_5, LevelBand.COLLEGE_4_3)),
            List.of(SupportKind.METHOD),
            List.of(Channel.VIDEO),
            List.of(new WeeklySlot(DayOfWeek.WEDNESDAY, 840, 960)));
    private static final Identity CAMILLE = new Identity("Camille", "Durand", "camille@exemple.fr", "0612345678");
    private static final OperationRules RULES = new OperationRules(
            2,
            List.of("CORE"),
            Map.of(ProofKind.SWORN_STATEMENT, 24, ProofKind.B3_SHOWN, 3, ProofKind.HONORABILITY_CERTIFICATE, 6),
            LocalDate.of(2020, 7, 31));
    private static final Decider<MentorCommand, Mentor, MentorEvent> DECIDER = MentorDecider.decider(RULES);

    private final DeciderFixture<MentorCommand, Mentor, MentorEvent> mentor = new DeciderFixture<>(DECIDER);

    @Test
    void an_address_is_confirmed_once_and_again_after_it_was_corrected() {
        EmailConfirmed confirmed = new EmailConfirmed(M, TODAY);
        ContactCorrected other = new ContactCorrected(M, true, TODAY);
        mentor.given(applied(true)).when(new ConfirmEmail(M, TODAY)).then(confirmed);
        mentor.given(active(confirmed)).when(new ConfirmEmail(M, TODAY)).thenNothing();
        mentor.given(active(confirmed, other)).when(new ConfirmEmail(M, TODAY)).then(confirmed);
        mentor.given(active(confirmed))
                .when(new CorrectContact(M, CAMILLE, false, TODAY))
                .then(new ContactCorrected(M, false, TODAY));
        mentor.given(active(new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY)))
                .when(new CorrectContact(M, CAMILLE, true, TODAY))
                .thenRejected(ALREADY_WITHDRAWN);
    }

    @Test
    void an_interview_is_offered_chosen_moved_and_missed_until_it_was_held() {
        Instant now = Instant.parse("2020-04-01T08:00:00Z");
        Instant first = now.plus(Duration.ofDays(1));
        Instant second = now.plus(Duration.ofDays(2));
        Instant later = second.plus(Duration.ofHours(1));
        InterviewOffered offered = new InterviewOffered(M, "account-1", List.of(first, second), TODAY);
        InterviewBooked booked = new InterviewBooked(M, "account-1", second, TODAY);
        InterviewMissed missed = new InterviewMissed(M, second, TODAY);

        mentor.given(applied(true))
                .when(new OfferInterview(M, "account-1", List.of(second, first, second), now, TODAY))
                .then(offered);
        mentor.given(applied(true))
                .when(new OfferInterview(M, "account-1", List.of(), now, TODAY))
                .thenRejected(MOMENTS_OUT_OF_RANGE);
        mentor.given(applied(true))
                .when(new OfferInterview(M, "account-1", List.of(first, now), now, TODAY))
                .thenRejected(MOMENT_PAST);
        mentor.given(after(offered))
                .when(new ChooseInterview(M, second, now, TODAY))
                .then(booked);
        mentor.given(after(offered))
                .when(new ChooseInterview(M, later, now, TODAY))
                .thenRejected(MOMENT_NOT_OFFERED);
        mentor.given(after(offered))
                .when(new ChooseInterview(M, first, first, TODAY))
                .thenRejected(MOMENT_PAST);
        mentor.given(after(offered, booked))
                .when(new ChooseInterview(M, second, now, TODAY))
                .thenNothing();
        mentor.given(after(offered, booked))
                .when(new ChooseInterview(M, first, now, TODAY))
                .then(new InterviewBooked(M, "account-1", first, TODAY));
        mentor.given(applied(true))
                .when(new AgreeInterview(M, "account-2", second, now, TODAY))
                .then(new InterviewBooked(M, "account-2", second, TODAY));
        mentor.given(after(offered, booked))
                .when(new MissInterview(M, now, TODAY))
                .thenRejected(NOBODY_MISSED);
        mentor.given(after(offered, booked))
                .when(new MissInterview(M, second, TODAY))
                .then(missed);
        mentor.given(after(offered, booked, missed))
                .when(new MissInterview(M, later, TODAY))
                .thenRejected(NOBODY_MISSED);
        mentor.given(after(offered, booked, missed))
                .when(new ChooseInterview(M, first, now, TODAY))
                .then(new InterviewBooked(M, "account-1", first, TODAY));
        mentor.given(after(offered, new ScreeningPassed(M, TODAY)))
                .when(new ChooseInterview(M, second, now, TODAY))
                .thenRejected(ALREADY_SCREENED);
    }

    @Test
    void a_proof_that_expires_is_told_once_with_its_true_day_however_late_it_is_noticed() {
        LocalDate last = TODAY.plusMonths(3); // of the extract that was issued today
        LocalDate late = last.plusDays(40);
        GoodStandingProofExpired expired = new GoodStandingProofExpired(M, last.plusDays(1));

        mentor.given(active()).when(new NoticeProofExpiry(M, last)).thenNothing();
        mentor.given(active()).when(new NoticeProofExpiry(M, last.plusDays(1))).then(expired);
        mentor.given(active()).when(new NoticeProofExpiry(M, late)).then(expired);
        mentor.given(active(expired)).when(new NoticeProofExpiry(M, late)).thenNothing();
        mentor.given(applied(true)).when(new NoticeProofExpiry(M, late)).thenNothing();
        mentor.given(active(new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY)))
                .when(new NoticeProofExpiry(M, late))
                .thenRejected(ALREADY_WITHDRAWN);
    }

    @Test
    void a_proof_that_is_seen_after_an_expiry_renews_and_says_the_expiry_first_where_nobody_had() {
        LocalDate last = TODAY.plusMonths(3);
        LocalDate late = last.plusDays(5);
        GoodStandingProofExpired expired = new GoodStandingProofExpired(M, last.plusDays(1));
        RecordProofSeen again = new RecordProofSeen(M, ProofKind.B3_SHOWN, late, late);
        GoodStandingProofSeen seen = new GoodStandingProofSeen(M, ProofKind.B3_SHOWN, late, late.plusMonths(3));
        GoodStandingProofRenewed renewed = new GoodStandingProofRenewed(M, late);

        mentor.given(active(expired)).when(again).then(seen, renewed);
        mentor.given(active()).when(again).then(expired, seen, renewed);
        mentor.given(active(expired))
                .when(new RecordProofSeen(M, ProofKind.B3_SHOWN, TODAY, late))
                .thenRejected(PROOF_EXPIRED);
        mentor.given(active(expired, seen, renewed))
                .when(new NoticeProofExpiry(M, late.plusMonths(4)))
                .then(new GoodStandingProofExpired(M, late.plusMonths(3).plusDays(1)));

        // a proof that is seen in time moves the day and is nobody else's business
        LocalDate early = last.minusDays(5);
        GoodStandingProofSeen inTime = new GoodStandingProofSeen(M, ProofKind.B3_SHOWN, early, early.plusMonths(3));
        mentor.given(active())
                .when(new RecordProofSeen(M, ProofKind.B3_SHOWN, early, early))
                .then(inTime);
        mentor.given(active(inTime))
                .when(new NoticeProofExpiry(M, last.plusDays(1)))
                .thenNothing();
    }

    @Test
    void who_may_be_a_person_set_aside_gets_no_further_before_the_team_has_looked() {
        PossibleReturnNoticed noticed = new PossibleReturnNoticed(M, "mentor-0", List.of(Likeness.PHONE), TODAY);
        NoticePossibleReturn notice = new NoticePossibleReturn(M, "mentor-0", List.of(Likeness.PHONE), TODAY);
        List<MentorEvent> stopped = new ArrayList<>(applied(true));
        stopped.add(noticed);

        mentor.given(applied(true)).when(notice).then(noticed);
        mentor.given(stopped).when(notice).thenNothing();
        for (MentorCommand act : List.of(
                new PassScreening(M, TODAY, TODAY),
                new RecordProofSeen(M, ProofKind.B3_SHOWN, TODAY, TODAY),
                new RecordMinorAuthorisation(M, TODAY, TODAY),
                new AcceptCharter(M, 2, TODAY),
                new CompleteTraining(M, "CORE", TODAY),
                new OpenAccount(M, "account-1", false, TODAY))) {
            mentor.given(stopped).when(act).thenRejected(POSSIBLE_RETURN);
        }
        mentor.given(stopped)
                .when(new FailScreening(M, ScreeningFailure.OTHER, TODAY, TODAY))
                .then(new ScreeningFailed(M, ScreeningFailure.OTHER, TODAY));
        mentor.given(stopped)
                .when(new Withdraw(M, WithdrawalReason.OTHER, TODAY))
                .then(new MentorWithdrew(M, WithdrawalReason.OTHER, TODAY));

        for (ReturnDecision decision : ReturnDecision.values()) {
            PossibleReturnReviewed reviewed = new PossibleReturnReviewed(M, decision, TODAY);
            mentor.given(stopped)
                    .when(new ReviewPossibleReturn(M, decision, TODAY))
                    .then(reviewed);
            List<MentorEvent> decided = new ArrayList<>(stopped);
            decided.add(reviewed);
            PassScreening interview = new PassScreening(M, TODAY, TODAY);
            if (decision == ReturnDecision.SAME_PERSON) {
                mentor.given(decided).when(interview).thenRejected(POSSIBLE_RETURN);
            } else {
                mentor.given(decided).when(interview).then(new ScreeningPassed(M, TODAY));
                mentor.given(decided)
                        .when(new ReviewPossibleReturn(M, decision, TODAY))
                        .thenRejected(NOTHING_TO_REVIEW);
            }
        }
    }

    @Test
    void of_an_active_mentor_the_others_hear_that_the_team_looks_and_that_it_has_decided_and_not_why() {
        PossibleReturnNoticed noticed = new PossibleReturnNoticed(M, "mentor-0", List.of(Likeness.PHONE), TODAY);
        HeldForReview held = new HeldForReview(M, TODAY);
        mentor.given(active())
                .when(new NoticePossibleReturn(M, "mentor-0", List.of(Likeness.PHONE), TODAY))
                .then(noticed, held);
        for (ReturnDecision decision : ReturnDecision.values()) {
            PossibleReturnReviewed reviewed = new PossibleReturnReviewed(M, decision, TODAY);
            MentorEvent[] then = decision == ReturnDecision.SAME_PERSON
                    ? new MentorEvent[] {reviewed}
                    : new MentorEvent[] {reviewed, new ReviewEnded(M, TODAY)};
            mentor.given(active(noticed, held))
                    .when(new ReviewPossibleReturn(M, decision, TODAY))
                    .then(then);
        }
        mentor.given(active(noticed, held, new PossibleReturnReviewed(M, ReturnDecision.SAME_PERSON, TODAY)))
                .when(new ReviewPossibleReturn(M, ReturnDecision.MAY_RETURN, TODAY))
                .then(new PossibleReturnReviewed(M, ReturnDecision.MAY_RETURN, TODAY), new ReviewEnded(M, TODAY));
    }

    private static List<MentorEvent> active(MentorEvent... then) {
        List<MentorEvent> past = new ArrayList<>(applied(true));
        past.addAll(List.of(
                new ScreeningPassed(M, TODAY),
                new GoodStandingProofSeen(M, ProofKind.B3_SHOWN, TODAY, TODAY.plusMonths(3)),
                new CharterAccepted(M, 2, TODAY),
                new TrainingCompleted(M, "CORE", TODAY),
                new MentorActivated(M, true, "94", OFFER, TODAY)));
        past.addAll(List.of(then));
        return past;
    }

    @Test
    void an_application_says_who_may_help_and_with_what() {
        mentor.given()
                .when(new Apply(M, CAMILLE, Origin.FORM, true, "94", "AFEV", OFFER, TODAY))
                .then(new MentorApplied(M, Origin.FORM, true, "94", TODAY, "AFEV"), new OfferDeclared(M, OFFER, TODAY));
        mentor.given(applied(true))
                .when(new Apply(M, CAMILLE, Origin.FORM, true, "94", null, OFFER, TODAY))
                .thenRejected(ALREADY_APPLIED);
        mentor.given().when(new PassScreening(M, TODAY, TODAY)).thenRejected(UNKNOWN_MENTOR);
    }

    @Test
    void the_decision_that_meets_the_last_condition_makes_the_mentor_active() {
        List<MentorEvent> past = new ArrayList<>(applied(true));
        past.addAll(List.of(
                new ScreeningPassed(M, TODAY),
                new GoodStandingProofSeen(M, ProofKind.B3_SHOWN, TODAY, TODAY.plusMonths(3)),
                new CharterAccepted(M, 2, TODAY)));
        mentor.given(past)
                .when(new CompleteTraining(M, "CORE", TODAY))
                .then(new TrainingCompleted(M, "CORE", TODAY), new MentorActivated(M, true, "94", OFFER, TODAY));
    }

    @Test
    void a_minor_also_needs_the_authorisation() {
        List<MentorEvent> past = new ArrayList<>(applied(false));
        past.addAll(List.of(
                new ScreeningPassed(M, TODAY),
                new GoodStandingProofSeen(M, ProofKind.SWORN_STATEMENT, TODAY, TODAY.plusMonths(3)),
                new CharterAccepted(M, 2, TODAY)));
        mentor.given(past).when(new CompleteTraining(M, "CORE", TODAY)).then(new TrainingCompleted(M, "CORE", TODAY));
        past.add(new TrainingCompleted(M, "CORE", TODAY));
        mentor.given(past)
                .when(new RecordMinorAuthorisation(M, TODAY, TODAY))
                .then(new MinorAuthorisationRecorded(M, TODAY), new MentorActivated(M, false, "94", OFFER, TODAY));
        mentor.given(applied(true))
                .when(new RecordMinorAuthorisation(M, TODAY, TODAY))
                .thenRejected(NOT_A_MINOR);
    }

    @Test
    void a_proof_that_has_run_out_counts_for_nothing() {
        List<MentorEvent> past = new ArrayList<>(applied(true));
        past.addAll(List.of(
                new ScreeningPassed(M, TODAY),
                new GoodStandingProofSeen(M, ProofKind.B3_SHOWN, TODAY.minusMonths(4), TODAY.minusMonths(1)),
                new CharterAccepted(M, 2, TODAY)));
        mentor.given(past).when(new CompleteTraining(M, "CORE", TODAY)).then(new TrainingCompleted(M, "CORE", TODAY));
        Rejection old = mentor.given(applied(true))
                .when(new RecordProofSeen(M, ProofKind.B3_SHOWN, TODAY.minusMonths(4), TODAY))
                .thenRejected(PROOF_EXPIRED);
        assertThat(old.details()).containsEntry("expiresOn", "2020-03-20");
    }

    @Test
    void each_kind_of_proof_has_its_own_validity() {
        proofLasts(ProofKind.HONORABILITY_CERTIFICATE, LocalDate.of(2020, 10, 20));
        proofLasts(ProofKind.B3_SHOWN, LocalDate.of(2020, 7, 20));
        proofLasts(ProofKind.SWORN_STATEMENT, LocalDate.of(2020, 7, 31));
    }

    private void proofLasts(ProofKind kind, LocalDate expiresOn) {
        mentor.given(applied(true))
                .when(new RecordProofSeen(M, kind, TODAY, TODAY))
                .then(new GoodStandingProofSeen(M, kind, TODAY, expiresOn));
    }

    @Test
    void a_password_is_renewed_for_who_has_a_login_also_after_leaving() {
        mentor.given(applied(true)).when(new RenewPassword(M, false, TODAY)).thenRejected(NO_ACCOUNT_YET);
        List<MentorEvent> past = new ArrayList<>(applied(true));
        past.addAll(List.of(new ScreeningPassed(M, TODAY), new AccountOpened(M, "account-1", TODAY)));
        mentor.given(past).when(new RenewPassword(M, false, TODAY)).then(new PasswordRenewed(M, TODAY));
        past.add(new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY));
        mentor.given(past).when(new RenewPassword(M, false, TODAY)).then(new PasswordRenewed(M, TODAY));
        past.add(new PersonalDataErased(M, TODAY));
        mentor.given(past).when(new RenewPassword(M, false, TODAY)).thenRejected(ALREADY_WITHDRAWN);
    }

    @Test
    void nothing_was_seen_or_held_tomorrow() {
        LocalDate tomorrow = TODAY.plusDays(1);
        mentor.given(applied(true)).when(new PassScreening(M, tomorrow, TODAY)).thenRejected(DATE_IN_FUTURE);
        mentor.given(applied(true))
                .when(new FailScreening(M, ScreeningFailure.SKILLS, tomorrow, TODAY))
                .thenRejected(DATE_IN_FUTURE);
        mentor.given(applied(true))
                .when(new RecordProofSeen(M, ProofKind.B3_SHOWN, tomorrow, TODAY))
                .thenRejected(DATE_IN_FUTURE);
        mentor.given(applied(false))
                .when(new RecordMinorAuthorisation(M, tomorrow, TODAY))
                .thenRejected(DATE_IN_FUTURE);
    }

    @Test
    void an_interview_is_decided_once_and_a_no_ends_the_application() {
        mentor.given(after(new ScreeningPassed(M, TODAY)))
                .when(new FailScreening(M, ScreeningFailure.OTHER, TODAY, TODAY))
                .thenRejected(ALREADY_SCREENED);
        mentor.given(after(new ScreeningFailed(M, ScreeningFailure.OTHER, TODAY)))
                .when(new RecordProofSeen(M, ProofKind.B3_SHOWN, TODAY, TODAY))
                .thenRejected(APPLICATION_REFUSED);
    }

    @Test
    void only_the_current_charter_and_the_operation_s_modules_count() {
        Rejection old =
                mentor.given(applied(true)).when(new AcceptCharter(M, 1, TODAY)).thenRejected(CHARTER_NOT_CURRENT);
        assertThat(old.details()).containsEntry("current", "2");
        mentor.given(applied(true))
                .when(new CompleteTraining(M, "POTTERY", TODAY))
                .thenRejected(UNKNOWN_MODULE);
        mentor.given(after(new CharterAccepted(M, 2, TODAY)))
                .when(new AcceptCharter(M, 2, TODAY))
                .thenNothing();
        mentor.given(after(new TrainingCompleted(M, "CORE", TODAY)))
                .when(new CompleteTraining(M, "CORE", TODAY))
                .thenNothing();
    }

    @Test
    void a_newer_charter_is_asked_once_of_whoever_accepted_an_older_one_and_takes_nothing_away() {
        CharterAccepted before = new CharterAccepted(M, 1, TODAY);
        CharterAskedAgain asked = new CharterAskedAgain(M, 2, TODAY);
        AskForCharter ask = new AskForCharter(M, 2, TODAY);
        mentor.given(active(before)).when(ask).then(asked);
        mentor.given(after(before)).when(ask).then(asked);
        mentor.given(active(before, asked)).when(ask).thenNothing();
        mentor.given(active(before, asked)).when(new AcceptCharter(M, 2, TODAY)).then(new CharterAccepted(M, 2, TODAY));

        // who accepted this one, or none yet, or is being looked into; a version that is not in force
        mentor.given(active()).when(ask).thenNothing();
        mentor.given(applied(true)).when(ask).thenNothing();
        mentor.given(active(before, new PossibleReturnNoticed(M, "mentor-9", List.of(Likeness.EMAIL), TODAY)))
                .when(ask)
                .thenNothing();
        mentor.given(active(before)).when(new AskForCharter(M, 3, TODAY)).thenNothing();
        mentor.given(active(before, new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY)))
                .when(ask)
                .thenRejected(ALREADY_WITHDRAWN);
    }

    @Test
    void an_account_comes_after_the_interview_and_once() {
        mentor.given(applied(true))
                .when(new OpenAccount(M, "account-1", false, TODAY))
                .thenRejected(INTERVIEW_FIRST);
        mentor.given(after(new ScreeningPassed(M, TODAY)))
                .when(new OpenAccount(M, "account-1", false, TODAY))
                .then(new AccountOpened(M, "account-1", TODAY));
        mentor.given(after(new ScreeningPassed(M, TODAY), new AccountOpened(M, "account-1", TODAY)))
                .when(new OpenAccount(M, "account-2", false, TODAY))
                .thenRejected(ACCOUNT_ALREADY_OPEN);
    }

    @Test
    void leaving_ends_everything_but_erasure() {
        mentor.given(applied(true))
                .when(new Withdraw(M, WithdrawalReason.NO_TIME, TODAY))
                .then(new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY));
        mentor.given(applied(true))
                .when(new Withdraw(M, WithdrawalReason.ERASURE, TODAY))
                .thenRejected(REASON_RESERVED);
        List<MentorEvent> left = after(new MentorWithdrew(M, WithdrawalReason.NO_TIME, TODAY));
        mentor.given(left).when(new AcceptCharter(M, 2, TODAY)).thenRejected(ALREADY_WITHDRAWN);
        mentor.given(left).when(new ErasePersonalData(M, TODAY)).then(new PersonalDataErased(M, TODAY));
    }

    @Test
    void erasure_is_leaving_and_forgetting_and_may_be_asked_again() {
        mentor.given(applied(true))
                .when(new ErasePersonalData(M, TODAY))
                .then(new MentorWithdrew(M, WithdrawalReason.ERASURE, TODAY), new PersonalDataErased(M, TODAY));
        mentor.given(after(new ScreeningFailed(M, ScreeningFailure.OTHER, TODAY)))
                .when(new ErasePersonalData(M, TODAY))
                .then(new PersonalDataErased(M, TODAY));
        mentor.given(after(new PersonalDataErased(M, TODAY)))
                .when(new ErasePersonalData(M, TODAY))
                .thenNothing();
        mentor.given(after(new PersonalDataErased(M, TODAY)))
                .when(new AcceptCharter(M, 2, TODAY))
                .thenRejected(ALREADY_WITHDRAWN);
    }

    /** [I4, I5] In whatever order, with whatever wrong attempts between, over 5,000 lives. */
    @Test
    void active_exactly_when_all_conditions_are_met_in_any_order() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            boolean adult = random.nextBoolean();
            List<MentorEvent> life = new ArrayList<>(applied(adult));
            List<MentorCommand> acts = new ArrayList<>(List.of(
                    new PassScreening(M, TODAY, TODAY),
                    new RecordProofSeen(M, ProofKind.HONORABILITY_CERTIFICATE, TODAY, TODAY),
                    new RecordProofSeen(M, ProofKind.B3_SHOWN, TODAY.minusMonths(6), TODAY),
                    new RecordMinorAuthorisation(M, TODAY, TODAY),
                    new AcceptCharter(M, 1, TODAY),
                    new AcceptCharter(M, 2, TODAY),
                    new AcceptCharter(M, 2, TODAY),
                    new CompleteTraining(M, "CORE", TODAY),
                    new OpenAccount(M, "account-1", false, TODAY)));
            if (random.nextInt(4) == 0) {
                acts.add(new FailScreening(M, ScreeningFailure.OTHER, TODAY, TODAY));
            }
            if (random.nextInt(4) == 0) {
                acts.remove(random.nextInt(acts.size()));
            }
            Collections.shuffle(acts, random);
            for (MentorCommand act : acts) {
                Mentor before = mentor.given(life).state();
                List<MentorEvent> decided = attempt(act, before);
                boolean activates = decided.stream().anyMatch(MentorActivated.class::isInstance);
                life.addAll(decided);
                assertThat(activates).as("seed %s, %s", seed, act).isEqualTo(!wasActive(before) && hasAll(life, adult));
            }
            assertThat(life.stream().filter(MentorActivated.class::isInstance).count())
                    .isLessThanOrEqualTo(1);
        }
    }

    /** The conditions read off the facts themselves, not off the state that the decider keeps. */
    private static boolean hasAll(List<MentorEvent> life, boolean adult) {
        return has(life, ScreeningPassed.class)
                && has(life, GoodStandingProofSeen.class)
                && has(life, CharterAccepted.class)
                && has(life, TrainingCompleted.class)
                && (adult || has(life, MinorAuthorisationRecorded.class))
                && !has(life, ScreeningFailed.class);
    }

    private static boolean has(List<MentorEvent> life, Class<? extends MentorEvent> kind) {
        return life.stream().anyMatch(kind::isInstance);
    }

    private static boolean wasActive(Mentor mentor) {
        return mentor instanceof Mentor.Present present && present.active();
    }

    private static List<MentorEvent> attempt(MentorCommand act, Mentor state) {
        try {
            return List.copyOf(DECIDER.decide().apply(act, state));
        } catch (Rejection refused) {
            return List.of();
        }
    }

    private static List<MentorEvent> applied(boolean adult) {
        return List.of(new MentorApplied(M, Origin.FORM, adult, "94", TODAY, null), new OfferDeclared(M, OFFER, TODAY));
    }

    private static List<MentorEvent> after(MentorEvent... more) {
        List<MentorEvent> past = new ArrayList<>(applied(true));
        past.addAll(Arrays.asList(more));
        return past;
    }
}
