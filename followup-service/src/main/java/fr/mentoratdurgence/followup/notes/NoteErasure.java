package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.OperationDay;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notes whose time is over go by themselves. */
@Component
class NoteErasure {
    private final TeamNotes book;
    private final OperationDay day;

    NoteErasure(TeamNotes book, OperationDay day) {
        this.book = book;
        this.day = day;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void erase() {
        int _ = book.eraseBefore(day.today().minusDays(NoteActs.KEPT_DAYS));
    }
}
