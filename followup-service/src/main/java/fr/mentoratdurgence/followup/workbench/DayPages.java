package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.care.CareBoard;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.NextSession;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.workbench.WorkList.Counts;
import fr.mentoratdurgence.followup.workbench.WorkRow.Kind;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody of the team does today, in order: calls, interviews, check-ins, sessions to look after. Whom to call is
 * what two other services keep; the browser puts their lists here, with telephones where it is to be printed.
 */
@Controller
class DayPages {
    private static final int PAIRS = 500;
    private static final int CHECK_INS = 30;

    private final WorkList list;
    private final PairBoard pairs;
    private final CareBoard care;
    private final NextSession sessions;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final Texts texts;

    DayPages(
            WorkList list,
            PairBoard pairs,
            CareBoard care,
            NextSession sessions,
            FollowupPolicy policy,
            OperationDay day,
            Texts texts) {
        this.list = list;
        this.pairs = pairs;
        this.care = care;
        this.sessions = sessions;
        this.policy = policy;
        this.day = day;
        this.texts = texts;
    }

    /** A pair that is to be asked about. */
    record CheckIn(PairRow pair, LocalDate dueOn) {}

    /** Something else that waits, and where. */
    record Rest(String label, String count, String href) {}

    @GetMapping("/suivi/journee")
    ModelAndView today(
            Person person, @RequestParam(required = false) @Nullable String telephones, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        LocalDate today = day.today();
        List<PairRow> own = pairs.followedBy(person, person.account(), PAIRS);
        Map<String, LocalDate> due =
                care.toAnswer(own.stream().map(PairRow::pair).toList(), today);
        List<CheckIn> checkIns = own.stream()
                .filter(pair -> pair.live() && due.containsKey(pair.pair()) && !pair.pauses(today))
                .map(pair -> new CheckIn(pair, due.getOrDefault(pair.pair(), today)))
                .sorted(Comparator.comparing(CheckIn::dueOn))
                .toList();
        Counts counts = list.counts(person, new Watch(false, today, policy.silentAfterDays()));
        return new ModelAndView("suivi/journee")
                .addObject("telephones", telephones != null)
                .addObject("jour", today)
                .addObject("points", checkIns.stream().limit(CHECK_INS).toList())
                .addObject("nombrePoints", checkIns.size())
                .addObject("seances", sessions.planned(own, today.plusDays(1)))
                .addObject(
                        "reste",
                        Stream.of(Kind.ALERT, Kind.PROPOSAL, Kind.NOTE, Kind.NEED)
                                .map(kind -> rest(kind, counts))
                                .toList());
    }

    private Rest rest(Kind kind, Counts counts) {
        return new Rest(
                texts.of("suivi.vue." + kind.code()),
                texts.counted(counts.of(Set.of(kind))),
                "/suivi?voir=" + kind.code());
    }
}
