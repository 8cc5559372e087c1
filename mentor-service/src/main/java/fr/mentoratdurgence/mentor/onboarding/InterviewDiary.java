package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.platform.domain.Rejection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has an interview with whom, and when: several people may be offered the same moment, the first who takes it has it.
 * Written with the decision, in its transaction.
 */
public final class InterviewDiary {
    /** How long an interview takes, and nobody else has that moment. */
    public static final Duration LENGTH = Duration.ofMinutes(30);

    private final JdbcClient db;

    InterviewDiary(JdbcClient db) {
        this.db = db;
    }

    /** What follows from a fact that was decided now. */
    void follows(MentorEvent fact) {
        switch (fact) {
            case MentorEvent.InterviewBooked e -> take(e);
            case MentorEvent.InterviewMissed e -> free(e.mentor());
            case MentorEvent.ScreeningPassed e -> free(e.mentor());
            case MentorEvent.ScreeningFailed e -> free(e.mentor());
            case MentorEvent.MentorWithdrew e -> free(e.mentor());
            default -> {
                // nobody meets
            }
        }
    }

    private void take(MentorEvent.InterviewBooked booked) {
        free(booked.mentor());
        int taken = around(booked.by(), booked.at()).isEmpty()
                ? db.sql("insert into interview_seat(led_by, at, mentor) values (?, ?, ?) on conflict do nothing")
                        .params(booked.by(), Timestamp.from(booked.at()), booked.mentor())
                        .update()
                : 0;
        if (taken == 0) {
            throw new Rejection(MentorRejection.MOMENT_TAKEN);
        }
    }

    /** Nobody is met. */
    void free(String mentor) {
        db.sql("delete from interview_seat where mentor = ?").param(mentor).update();
    }

    /** Whether nobody else has this moment. */
    public boolean isFree(String by, Instant at, String mentor) {
        return around(by, at).stream().allMatch(mentor::equals);
    }

    private List<String> around(String by, Instant at) {
        return db.sql("select mentor from interview_seat where led_by = ? and at > ? and at < ?")
                .params(by, Timestamp.from(at.minus(LENGTH)), Timestamp.from(at.plus(LENGTH)))
                .query(String.class)
                .list();
    }
}
