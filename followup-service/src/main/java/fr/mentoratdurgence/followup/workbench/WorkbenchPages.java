package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.care.CareBoard;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.WatchBoard;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Charge;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.safeguarding.ConcernBoard;
import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.LatelyDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The référent's workbench: what hurts most, first, with the act beside it. */
@Controller
class WorkbenchPages {
    private static final String NEEDS = "rappels";
    private static final String PAIRS = "binomes";

    static final int NEEDS_PER_PAGE = 10;
    static final int ALERTS_SHOWN = 8;
    /** All that can be open at once in a territory, unless something is very wrong. */
    static final int CONCERNS_SHOWN = 100;

    static final int PAIRS_PER_PAGE = 12;

    private static final SortedMap<String, String> KEYS = new TreeMap<>(Map.of(
            "p", "prendre",
            "c", "contact",
            "o", "joint",
            "n", "pas-joint",
            "q", "qualifier",
            "v", "valider",
            "e", "pourquoi",
            "f", "premier-contact",
            "s", "noter"));

    private final WorkbenchBoard waiting;
    private final WatchBoard board;
    private final ConcernBoard concerns;
    private final StaffNames staff;
    private final CareBoard care;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final Texts texts;
    private final Clock clock;

    WorkbenchPages(
            WorkbenchBoard waiting,
            WatchBoard board,
            ConcernBoard concerns,
            StaffNames staff,
            CareBoard care,
            FollowupPolicy policy,
            OperationDay day,
            Texts texts,
            Clock clock) {
        this.waiting = waiting;
        this.board = board;
        this.concerns = concerns;
        this.staff = staff;
        this.care = care;
        this.policy = policy;
        this.day = day;
        this.texts = texts;
        this.clock = clock;
    }

    /** Needs that a colleague has taken; the name is null where nobody with this account was here yet. */
    record Colleague(@Nullable String name, int needs) {}

    @GetMapping("/suivi")
    String workbench(
            Person person,
            @RequestParam(defaultValue = "1") int rappels,
            @RequestParam(defaultValue = "1") int binomes,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String voir,
            LatelyDone done,
            Model model) {
        staff.remember(person);
        boolean everybody = qui.equals("tous") || (qui.isEmpty() && !person.has("referent"));
        boolean alertsOnly = voir.equals("alertes");
        Watch watch = new Watch(everybody, day.today(), policy.silentAfterDays());
        Foreseen foreseen = new Foreseen(done, watch.today());
        ListAddress here = ListAddress.of("/suivi")
                .with("qui", everybody ? "tous" : qui)
                .with("voir", alertsOnly ? voir : null)
                .with(NEEDS, rappels == 1 ? null : rappels)
                .with(PAIRS, binomes == 1 ? null : binomes);
        needs(person, rappels, here.at("a-rappeler"), foreseen, model);
        proposals(person, foreseen, model);
        model.addAttribute("inquietudes", concerns.list(person, true, 0, CONCERNS_SHOWN));
        model.addAttribute("maintenant", clock.instant());
        model.addAttribute("attendues", waiting.awaitingMentor(person));
        model.addAttribute("nombreAttendues", waiting.countAwaitingMentor(person));
        pairs(person, watch, alertsOnly, binomes, here.at("binomes"), model);
        model.addAttribute("touches", keys());
        model.addAttribute("tous", everybody);
        model.addAttribute("alertesSeules", alertsOnly);
        model.addAttribute("aujourdhui", watch.today());
        model.addAttribute("regles", policy);
        return "suivi/etabli";
    }

    private void proposals(Person person, Foreseen foreseen, Model model) {
        List<WaitingProposal> heard = waiting.toValidate(person);
        List<WaitingProposal> shown = foreseen.proposals(heard);
        model.addAttribute("aValider", shown);
        model.addAttribute("nombreAValider", waiting.countToValidate(person) - heard.size() + shown.size());
    }

    private void needs(Person person, int asked, ListAddress here, Foreseen foreseen, Model model) {
        Map<String, Integer> counts = waiting.toCallByReferent(person);
        int mine = counts.getOrDefault("", 0) + counts.getOrDefault(person.account(), 0);
        ListPage page = ListPage.of(NEEDS, asked, Math.min(mine, FirstRows.MOST), NEEDS_PER_PAGE, here);
        List<NeedToCall> heard = waiting.toCall(person, page.offset(), NEEDS_PER_PAGE);
        List<NeedToCall> shown = foreseen.needs(heard);
        model.addAttribute("rappels", shown);
        model.addAttribute("nombreRappels", mine - heard.size() + shown.size());
        model.addAttribute("pageRappels", page);
        model.addAttribute(
                "collegues",
                counts.entrySet().stream()
                        .filter(e -> !e.getKey().isEmpty() && !e.getKey().equals(person.account()))
                        .map(e -> new Colleague(staff.name(e.getKey()).orElse(null), e.getValue()))
                        .toList());
    }

    private void pairs(Person person, Watch watch, boolean alertsOnly, int asked, ListAddress here, Model model) {
        Charge charge = board.charge(person, watch);
        ListPage page = ListPage.of(
                PAIRS,
                asked,
                Math.min(alertsOnly ? charge.alerts() : charge.live(), FirstRows.MOST),
                PAIRS_PER_PAGE,
                here);
        List<PairRow> alerts = board.watched(person, watch, true, 0, ALERTS_SHOWN);
        List<PairRow> shown = board.watched(person, watch, alertsOnly, page.offset(), PAIRS_PER_PAGE);
        model.addAttribute("charge", charge);
        model.addAttribute("alertes", alerts);
        model.addAttribute("binomes", shown);
        model.addAttribute(
                "alertesDe",
                care.open(
                        Stream.concat(alerts.stream(), shown.stream())
                                .map(PairRow::pair)
                                .distinct()
                                .toList(),
                        watch.today()));
        model.addAttribute("pageBinomes", page);
    }

    /** The letters that press a button of the item in focus. */
    private List<Choice> keys() {
        return KEYS.entrySet().stream()
                .map(key -> new Choice(key.getKey(), texts.of("suivi.touche." + key.getValue())))
                .toList();
    }
}
