package fr.mentoratdurgence.followup.safeguarding;

import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_CLOSED;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_ID_TAKEN;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_OPEN;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_TAKEN;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_UNKNOWN;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.CONCERN_WITHOUT_MENTOR;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.MENTOR_PROTECTED_ALREADY;
import static fr.mentoratdurgence.followup.safeguarding.ConcernRejection.PROTECT_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.CloseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EraseConcernText;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.EscalateConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.NoteStep;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.Now;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ProtectMentor;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.RaiseConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.ReopenConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernCommand.TakeConcern;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernAcknowledged;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernClosed;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernEscalated;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernRaised;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernReopened;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernStepTaken;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernTextErased;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.MentorProtected;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SafeguardingDeciderTest {
    private static final String CONCERN = "concern-1";
    private static final Instant RAISED = Instant.parse("2020-04-29T10:00:00Z");
    private static final Instant DUE = RAISED.plus(Duration.ofHours(2));
    private static final LocalDate TODAY = LocalDate.of(2020, 4, 29);
    private static final LocalDate KEPT = LocalDate.of(2020, 7, 28);
    private static final Now CLAIRE = new Now("account-claire", RAISED.plusSeconds(600), TODAY);
    private static final Now NADIA = new Now("account-nadia", RAISED.plusSeconds(900), TODAY);

    private final DeciderFixture<ConcernCommand, SafeguardingCase, ConcernEvent> concern =
            new DeciderFixture<>(SafeguardingDecider.CASE);

    @Test
    void a_worry_is_raised_once_and_its_text_is_in_no_fact() {
        concern.given().when(raise()).then(raised("mentor-1"));
        concern.given(raised("mentor-1")).when(raise()).thenRejected(CONCERN_ID_TAKEN);
        assertThat(raised("mentor-1").toString()).doesNotContain("il a peur");
    }

    @Test
    void one_of_the_team_takes_it_and_a_second_one_is_told_who_did() {
        concern.given(raised("mentor-1"))
                .when(new TakeConcern(CONCERN, CLAIRE, null))
                .then(taken(CLAIRE));
        assertThat(concern.given(raised("mentor-1"), taken(CLAIRE))
                        .when(new TakeConcern(CONCERN, NADIA, null))
                        .thenRejected(CONCERN_TAKEN)
                        .details())
                .containsEntry("by", "account-claire");
        concern.given(raised("mentor-1"), taken(CLAIRE))
                .when(new TakeConcern(CONCERN, NADIA, "account-claire"))
                .then(taken(NADIA));
    }

    @Test
    void it_escalates_when_nobody_took_it_in_time_and_again() {
        EscalateConcern early = new EscalateConcern(CONCERN, DUE.minusSeconds(1), DUE.plusSeconds(7200));
        EscalateConcern late = new EscalateConcern(CONCERN, DUE, DUE.plusSeconds(7200));
        ConcernEscalated first = new ConcernEscalated(CONCERN, 1, DUE, DUE.plusSeconds(7200));
        concern.given(raised("mentor-1")).when(early).thenNothing();
        concern.given(raised("mentor-1")).when(late).then(first);
        concern.given(raised("mentor-1"), first).when(late).thenNothing();
        concern.given(raised("mentor-1"), first)
                .when(new EscalateConcern(CONCERN, DUE.plusSeconds(7200), DUE.plusSeconds(14400)))
                .then(new ConcernEscalated(CONCERN, 2, DUE.plusSeconds(7200), DUE.plusSeconds(14400)));
        concern.given(raised("mentor-1"), taken(CLAIRE)).when(late).thenNothing();
        concern.given().when(late).thenNothing();
    }

    @Test
    void who_does_something_has_taken_it() {
        NoteStep step = new NoteStep(CONCERN, CLAIRE, ConcernStep.STRUCTURE_CALLED);
        ConcernStepTaken done = new ConcernStepTaken(CONCERN, ConcernStep.STRUCTURE_CALLED, TODAY);
        concern.given(raised("mentor-1")).when(step).then(taken(CLAIRE), done);
        concern.given(raised("mentor-1"), taken(NADIA)).when(step).then(done);
        concern.given().when(step).thenRejected(CONCERN_UNKNOWN);
    }

    @Test
    void a_protection_names_the_mentor_and_the_pair_and_is_made_once() {
        ProtectMentor protect = new ProtectMentor(CONCERN, CLAIRE, "pair-1");
        MentorProtected done = new MentorProtected(CONCERN, "mentor-1", "pair-1", TODAY);
        concern.given(raised("mentor-1"), taken(CLAIRE)).when(protect).then(done);
        concern.given(raised("mentor-1"), taken(CLAIRE), done).when(protect).thenRejected(MENTOR_PROTECTED_ALREADY);
        concern.given(raised(null)).when(protect).thenRejected(CONCERN_WITHOUT_MENTOR);
    }

    @Test
    void it_is_closed_with_a_reason_and_an_exclusion_needs_a_protection_first() {
        concern.given(raised("mentor-1")).when(close(ConcernClosure.NO_DANGER)).then(taken(CLAIRE), closed());
        concern.given(raised("mentor-1"))
                .when(close(ConcernClosure.MENTOR_EXCLUDED))
                .thenRejected(PROTECT_FIRST);
        concern.given(raised("mentor-1"), taken(CLAIRE), new MentorProtected(CONCERN, "mentor-1", null, TODAY))
                .when(close(ConcernClosure.MENTOR_EXCLUDED))
                .then(new ConcernClosed(CONCERN, ConcernClosure.MENTOR_EXCLUDED, TODAY, KEPT));
        concern.given(raised("mentor-1"), taken(CLAIRE), closed())
                .when(close(ConcernClosure.NO_DANGER))
                .thenRejected(CONCERN_CLOSED);
        concern.given(raised("mentor-1"), taken(CLAIRE), closed())
                .when(new NoteStep(CONCERN, CLAIRE, ConcernStep.MENTOR_HEARD))
                .thenRejected(CONCERN_CLOSED);
    }

    @Test
    void it_may_be_opened_again_and_the_clock_runs_for_whoever_takes_it() {
        Instant next = DUE.plus(Duration.ofDays(3));
        ReopenConcern again = new ReopenConcern(CONCERN, NADIA, ConcernReopening.NEW_FACTS, next);
        ConcernReopened reopened = new ConcernReopened(CONCERN, ConcernReopening.NEW_FACTS, TODAY, next);
        concern.given(raised("mentor-1"), taken(CLAIRE), closed()).when(again).then(reopened);
        concern.given(raised("mentor-1"), taken(CLAIRE)).when(again).thenRejected(CONCERN_OPEN);
        concern.given(raised("mentor-1"), taken(CLAIRE), closed(), reopened)
                .when(new EscalateConcern(CONCERN, next, next.plusSeconds(7200)))
                .then(new ConcernEscalated(CONCERN, 1, next, next.plusSeconds(7200)));
        concern.given(raised("mentor-1"), taken(CLAIRE), closed(), reopened)
                .when(new TakeConcern(CONCERN, CLAIRE, null))
                .then(taken(CLAIRE));
    }

    @Test
    void the_text_goes_once_it_is_closed_and_only_once() {
        EraseConcernText erase = new EraseConcernText(CONCERN, TextErasure.KEEPING_TIME_OVER, KEPT);
        ConcernTextErased erased = new ConcernTextErased(CONCERN, TextErasure.KEEPING_TIME_OVER, KEPT);
        concern.given(raised("mentor-1"), taken(CLAIRE)).when(erase).thenNothing();
        concern.given(raised("mentor-1"), taken(CLAIRE), closed()).when(erase).then(erased);
        concern.given(raised("mentor-1"), taken(CLAIRE), closed(), erased)
                .when(erase)
                .thenNothing();
    }

    @Test
    void two_hours_by_day_the_next_morning_by_night_and_one_hour_where_there_is_danger() {
        SafeguardingPolicy policy = new SafeguardingPolicy(2, 1, 8, 20, 90);
        ZoneId paris = ZoneId.of("Europe/Paris");
        ZoneId reunion = ZoneId.of("Indian/Reunion");
        Instant noon = Instant.parse("2020-04-29T10:00:00Z"); // 12 h in Paris, 14 h in La Réunion
        Instant evening = Instant.parse("2020-04-29T17:30:00Z"); // 19 h 30, 21 h 30
        Instant night = Instant.parse("2020-04-29T23:00:00Z"); // 1 h, 3 h
        assertThat(policy.answerBy(Worry.DISTRESS, noon, paris)).isEqualTo("2020-04-29T12:00:00Z");
        assertThat(policy.answerBy(Worry.DISTRESS, evening, paris)).isEqualTo("2020-04-29T19:30:00Z");
        assertThat(policy.answerBy(Worry.DISTRESS, evening, reunion)).isEqualTo("2020-04-30T06:00:00Z");
        assertThat(policy.answerBy(Worry.DISTRESS, night, paris)).isEqualTo("2020-04-30T08:00:00Z");
        assertThat(policy.answerBy(Worry.DANGER_NOW, night, paris)).isEqualTo("2020-04-30T00:00:00Z");
        assertThat(policy.keepUntil(TODAY)).isEqualTo("2020-07-28");
    }

    private static RaiseConcern raise() {
        return new RaiseConcern(
                CONCERN, Worry.DISTRESS, about("mentor-1"), Side.MENTOR, false, "il a peur", RAISED, DUE);
    }

    private static ConcernRaised raised(@Nullable String mentor) {
        return new ConcernRaised(CONCERN, Worry.DISTRESS, about(mentor), Side.MENTOR, false, RAISED, DUE);
    }

    private static Concerned about(@Nullable String mentor) {
        return new Concerned(mentor == null ? null : "pair-1", "need-1", mentor, "structure-1", "94");
    }

    private static ConcernAcknowledged taken(Now by) {
        return new ConcernAcknowledged(CONCERN, by.account(), by.at());
    }

    private static CloseConcern close(ConcernClosure reason) {
        return new CloseConcern(CONCERN, CLAIRE, reason, KEPT);
    }

    private static ConcernClosed closed() {
        return new ConcernClosed(CONCERN, ConcernClosure.NO_DANGER, TODAY, KEPT);
    }
}
