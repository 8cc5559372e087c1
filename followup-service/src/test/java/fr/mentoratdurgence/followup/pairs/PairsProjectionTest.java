package fr.mentoratdurgence.followup.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.FollowupTest;
import fr.mentoratdurgence.followup.Heard;
import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PauseCommand.PausePair;
import fr.mentoratdurgence.followup.pairs.PauseCommand.ResumePair;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CancelSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CorrectSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Rebuilt;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FollowupTest
class PairsProjectionTest {
    @Autowired
    private Inbox inbox;

    @Autowired
    private Commands commands;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient db;

    @Test
    void a_rebuild_gives_the_same_rows() {
        LocalDate today = OperationDay.of(clock.instant());
        String interrupted = opened();
        send(held(interrupted, "session-1", Side.MENTOR, today));
        send(held(interrupted, "session-told-again", Side.STRUCTURE, today));
        send(missed(interrupted, "session-2", today));
        send(missed(interrupted, "session-3", today));
        send(new CancelSession(interrupted, "session-3", Side.OPERATION, AmendmentReason.TOLD_TWICE, today));
        send(new CorrectSession(
                interrupted,
                "session-1",
                Side.MENTOR,
                AmendmentReason.MISTYPED,
                new Session(today, 20, Channel.VIDEO, List.of(SupportKind.METHOD)),
                today));
        String never = opened();
        send(held(never, "session-1", Side.MENTOR, today));
        send(new CancelSession(never, "session-1", Side.MENTOR, AmendmentReason.TAKEN_BACK, today));
        send(new InterruptPair(
                interrupted,
                Side.YOUTH,
                InterruptionReason.MENTOR_AWAY_FOR_A_TIME,
                SeatAfterwards.HOLD,
                today.plusDays(9),
                today,
                today));
        String closed = opened();
        send(new ClosePair(closed, false, today, today));
        send(new ProposeContinuation(closed, "AFEV", today, today));
        send(new AnswerContinuation(closed, false, ContinuationSide.YOUTH, today, today));
        clock.forward(Duration.ofSeconds(1)); // the second proposal is a fact of its own
        send(new ProposeContinuation(closed, "AFEV", today, today));
        send(new AnswerContinuation(closed, true, ContinuationSide.ASSOCIATION, today, today));
        send(new RecordExit(closed, Side.MENTOR, ExitOutcome.HELPED, true, today, today));
        String decided = opened();
        send(new InterruptPair(
                decided,
                Side.MENTOR,
                InterruptionReason.MENTOR_AWAY_FOR_A_TIME,
                SeatAfterwards.HOLD,
                today.plusDays(9),
                today,
                today));
        send(new DecideSeat(decided, SeatAfterwards.CLOSE, null, today));
        String paused = opened();
        send(new PausePair(paused, Side.MENTOR, PauseReason.HOLIDAYS, today, today.plusDays(9), today));
        assertThat(rows())
                .filteredOn(row -> paused.equals(row.get("pair")) && row.containsKey("proposal"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("silent_since", Date.valueOf(today.plusDays(9))));
        send(new ResumePair(paused, Side.STRUCTURE, today));
        send(new PausePair(paused, Side.MENTOR, PauseReason.HOLIDAYS, today.plusDays(1), today.plusDays(2), today));
        send(new PausePair(paused, Side.MENTOR, PauseReason.HOLIDAYS, today.plusDays(5), today.plusDays(6), today));
        assertThat(rows())
                .filteredOn(row -> paused.equals(row.get("pair")) && row.containsKey("proposal"))
                .singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.get("pauses")))
                        .contains(today.plusDays(1) + "", today.plusDays(2) + "", today.plusDays(5) + "")
                        .doesNotContain(today.plusDays(9) + "", "\"" + today + "\""));
        String silent = opened();
        send(new NoticeSilence(silent, clock.instant().plus(Duration.ofDays(3))));
        String waiting = opened();

        assertThat(rows().toString()).contains(interrupted, closed, silent, waiting, "CONTINUATION_DECLINED");
        assertThat(rows())
                .filteredOn(row -> closed.equals(row.get("pair")) && "CONTINUATION_PROPOSED".equals(row.get("kind")))
                .hasSize(2);

        assertThat(rows())
                .filteredOn(row -> interrupted.equals(row.get("pair")) && row.containsKey("proposal"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("sessions", 1)
                        .containsEntry("minutes", 20)
                        .containsEntry("missed", 1));
        assertThat(rows())
                .filteredOn(row -> never.equals(row.get("pair")) && row.containsKey("proposal"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("sessions", 0).containsEntry("first_contact_on", null));

        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private static LogSession held(String pair, String session, Side side, LocalDate day) {
        Session told = new Session(day, 45, Channel.PHONE, List.of(SupportKind.HOMEWORK));
        return new LogSession(pair, session, side, told, Repeat.ASK, day);
    }

    private static LogMissedSession missed(String pair, String session, LocalDate day) {
        return new LogMissedSession(
                pair, session, Side.MENTOR, new Absence(day, Side.YOUTH, false), Repeat.ANOTHER, day);
    }

    private String opened() {
        String pair = Heard.id("pair");
        inbox.hearing().on(Heard.event(Heard.match(pair, "account-1"), clock.instant()));
        return pair;
    }

    private void send(PairCommand command) {
        String _ = commands.send(command, CommandContext.system(Heard.id("command")));
    }

    private List<Map<String, Object>> rows() {
        return Stream.of(
                        "select * from pair order by pair",
                        "select pair, kind, to_jsonb(f)::text as line from pair_fact f order by pair, fact",
                        "select to_jsonb(c)::text as line from pair_care c order by pair",
                        "select to_jsonb(c)::text as line from pair_check_in c order by pair, side, number",
                        "select to_jsonb(a)::text as line from pair_alert a order by pair, kind, recorded_at",
                        "select to_jsonb(e)::text as line from pair_effort e order by pair, event")
                .flatMap(sql -> db.sql(sql).query().listOfRows().stream())
                .toList();
    }
}
