package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.letters.Letter;
import fr.mentoratdurgence.platform.letters.Letters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each morning a letter for each of the team who follows needs and pairs, on Mondays for coordinators one more, due at half past seven where that person is. The
 * figures are found when it is sent, so that nothing waiting is no letter. Who was away all morning is told tomorrow.
 */
class MorningLetters {
    private static final LocalTime FROM = LocalTime.of(6, 0);
    private static final LocalTime DUE = LocalTime.of(7, 30);
    private static final LocalTime UNTIL = LocalTime.of(9, 0);
    private static final Set<StaffRole> FOLLOWING = Set.of(StaffRole.REFERENT, StaffRole.COORDINATOR);

    private final StaffBoard board;
    private final StaffBook book;
    private final Letters letters;
    private final Clock clock;

    MorningLetters(StaffBoard board, StaffBook book, Letters letters, Clock clock) {
        this.board = board;
        this.book = book;
        this.letters = letters;
        this.clock = clock;
    }

    /** Any number of instances, any number of times: a day's letter has one id. */
    @Scheduled(fixedDelayString = "${followup.morning-watch:2m}")
    @Transactional
    public void write() {
        for (StaffRow row : board.here()) {
            ZonedDateTime now = clock.instant().atZone(row.zone());
            LocalTime time = now.toLocalTime();
            if (row.account() != null
                    && FOLLOWING.contains(row.role())
                    && !time.isBefore(FROM)
                    && time.isBefore(UNTIL)
                    && book.reaches(row.staff())) {
                write(StaffLetter.MORNING, row, now);
                if (row.role() == StaffRole.COORDINATOR && now.getDayOfWeek() == DayOfWeek.MONDAY) {
                    write(StaffLetter.WEEKLY, row, now);
                }
            }
        }
    }

    private void write(StaffLetter kind, StaffRow row, ZonedDateTime now) {
        String day = now.toLocalDate().toString();
        letters.write(Letter.of(row.staff() + ":" + day + ":" + kind, kind, row.staff(), Map.of("on", day))
                .dueAt(now.with(DUE).toInstant()));
    }
}
