package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.settings.OperationZone;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom somebody of the team calls today: a part of the day's page, and a list to print with telephones. */
@Controller
class CallListPages {
    private static final int MOST = 100;

    private final NeedBoard board;
    private final NeedActs acts;
    private final NeedWords words;
    private final Clock clock;

    CallListPages(NeedBoard board, NeedActs acts, NeedWords words, Clock clock) {
        this.board = board;
        this.acts = acts;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param times when the contact wishes to be called, in words; empty = at any time
     * @param now   whether this half day is one of them
     * @param contact null where nobody asked for the telephones, or where it was erased
     */
    record Call(
            NeedWords.Item need,
            String times,
            boolean now,
            @Nullable Contact contact) {}

    /** What was promised and is late first, then who wishes to be called in this half day; each by wait. */
    @GetMapping("/besoins/appels")
    ModelAndView calls(
            @RequestParam(required = false) @Nullable String telephones, Person person, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        HalfDay now = HalfDay.of(LocalDateTime.ofInstant(clock.instant(), OperationZone.PARIS))
                .orElse(null);
        List<Call> calls = board.followedBy(person.account(), person).stream()
                .filter(NeedView::awaitsCall)
                .sorted(Comparator.comparing((NeedView need) -> !need.isCallOverdue())
                        .thenComparingInt(need -> rank(need, now)))
                .limit(MOST)
                .map(need -> call(need, now, telephones != null, person))
                .toList();
        return new ModelAndView("besoins/appels")
                .addObject("appels", calls)
                .addObject("telephones", telephones != null);
    }

    private Call call(NeedView need, @Nullable HalfDay now, boolean telephones, Person person) {
        return new Call(
                words.item(need, acts.today()),
                words.halfDays(need.callTimes()),
                now != null && need.callTimes().contains(now),
                telephones ? acts.contact(need.need(), person).orElse(null) : null);
    }

    /** Who wishes this half day, then who wishes none in particular, then the others. */
    private static int rank(NeedView need, @Nullable HalfDay now) {
        return now != null && need.callTimes().contains(now)
                ? 0
                : need.callTimes().isEmpty() ? 1 : 2;
    }
}
