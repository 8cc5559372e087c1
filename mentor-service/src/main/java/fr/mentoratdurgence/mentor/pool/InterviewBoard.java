package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.onboarding.InterviewDiary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the interviews of who waits for one are. */
@Component
class InterviewBoard {
    private final JdbcClient db;
    private final InterviewDiary diary;
    private final Clock clock;

    InterviewBoard(JdbcClient db, InterviewDiary diary, Clock clock) {
        this.db = db;
        this.diary = diary;
        this.clock = clock;
    }

    /**
     * What is known of one.
     *
     * @param by       account of who leads it; empty = nobody yet
     * @param at       when it is; null = not known
     * @param missedOn when nobody answered, the last time; null = never, or another moment is booked
     */
    record Appointment(
            String mentor,
            String by,
            List<Instant> moments,
            @Nullable Instant at,
            @Nullable LocalDate missedOn) {}

    /** Of this mentor. */
    Appointment of(String mentor) {
        return of(List.of(mentor)).getOrDefault(mentor, new Appointment(mentor, "", List.of(), null, null));
    }

    /** Of these mentors; of who was offered nothing, nothing. */
    Map<String, Appointment> of(Collection<String> mentors) {
        return db
                .sql("select * from interview where mentor = any(?)")
                .param(mentors.toArray(String[]::new))
                .query((row, _) -> appointment(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Appointment::mentor, Function.identity()));
    }

    /** What can still be taken: moments to come that nobody else has. */
    List<Instant> free(Appointment appointment) {
        return appointment.moments().stream()
                .filter(at -> at.isAfter(clock.instant()))
                .filter(at -> diary.isFree(appointment.by(), at, appointment.mentor()))
                .toList();
    }

    private static Appointment appointment(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Appointment(
                row.getString("mentor"),
                row.getString("led_by"),
                Arrays.stream((Timestamp[]) row.getArray("moments").getArray())
                        .map(Timestamp::toInstant)
                        .toList(),
                at == null ? null : at.toInstant(),
                row.getObject("missed_on", LocalDate.class));
    }
}
