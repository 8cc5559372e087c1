package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairBoard.Charge;
import fr.mentoratdurgence.followup.pairs.PairBoard.Watch;
import fr.mentoratdurgence.followup.pairs.Today;
import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The référent's workbench: what hurts most, first, with the act beside it. */
@Controller
class WorkbenchPages {
    static final int NEEDS_PER_PAGE = 10;
    static final int ALERTS_SHOWN = 8;
    static final int PAIRS_PER_PAGE = 12;
    private static final List<String> DONE = List.of("premier-contact", "seance", "absence", "interruption", "cloture");

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

    private final WorkbenchQueries waiting;
    private final PairBoard board;
    private final StaffNames staff;
    private final FollowupPolicy policy;
    private final Today today;
    private final Texts texts;

    WorkbenchPages(
            WorkbenchQueries waiting,
            PairBoard board,
            StaffNames staff,
            FollowupPolicy policy,
            Today today,
            Texts texts) {
        this.waiting = waiting;
        this.board = board;
        this.staff = staff;
        this.policy = policy;
        this.today = today;
        this.texts = texts;
    }

    /** Needs that a colleague has taken; the name is null where nobody with this account was here yet. */
    record Colleague(@Nullable String name, int needs) {}

    /** One letter of the keyboard and what it does. */
    record Key(String value, String label) {}

    /** Where a list that is longer than a page stands; the links are query strings, null at either end. */
    record Place(
            int page,
            int pages,
            @Nullable String previous,
            @Nullable String next) {}

    @GetMapping("/suivi")
    String workbench(
            Person person,
            @RequestParam(defaultValue = "1") int rappels,
            @RequestParam(defaultValue = "1") int binomes,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String voir,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String geste,
            @RequestParam(defaultValue = "") String sur,
            Model model) {
        staff.remember(person);
        boolean everybody = qui.equals("tous") || (qui.isEmpty() && !person.has("referent"));
        boolean alertsOnly = voir.equals("alertes");
        Watch watch = new Watch(everybody, today.day(), policy.silentAfterDays());
        JustDone justDone = new JustDone(geste, sur);
        needs(person, rappels, justDone, model);
        proposals(person, justDone, model);
        model.addAttribute("attendues", waiting.awaitingMentor(person));
        model.addAttribute("nombreAttendues", waiting.count(person, "WAITING"));
        pairs(person, watch, alertsOnly, binomes, model);
        model.addAttribute("touches", keys());
        model.addAttribute("tous", everybody);
        model.addAttribute("alertesSeules", alertsOnly);
        model.addAttribute("aujourdhui", watch.today());
        model.addAttribute("regles", policy);
        model.addAttribute("fait", DONE.contains(fait) ? fait : (justDone.said() ? geste : null));
        return "suivi/etabli";
    }

    private void proposals(Person person, JustDone justDone, Model model) {
        List<ProposalRow> heard = waiting.toValidate(person);
        List<ProposalRow> shown = justDone.proposals(heard);
        model.addAttribute("aValider", shown);
        model.addAttribute("nombreAValider", waiting.count(person, "ACCEPTED") - heard.size() + shown.size());
    }

    private void needs(Person person, int page, JustDone justDone, Model model) {
        Map<String, Integer> counts = waiting.toCallByReferent(person);
        int mine = counts.getOrDefault("", 0) + counts.getOrDefault(person.account(), 0);
        Place place = place("rappels", page, Math.min(mine, FirstRows.MOST), NEEDS_PER_PAGE, "#a-rappeler");
        List<NeedToCall> heard = waiting.toCall(person, (place.page() - 1) * NEEDS_PER_PAGE, NEEDS_PER_PAGE);
        List<NeedToCall> shown = justDone.needs(heard);
        model.addAttribute("rappels", shown);
        model.addAttribute("nombreRappels", mine - heard.size() + shown.size());
        model.addAttribute("rappelsComptes", texts.counted(mine - heard.size() + shown.size()));
        model.addAttribute("pageRappels", place);
        model.addAttribute(
                "collegues",
                counts.entrySet().stream()
                        .filter(e -> !e.getKey().isEmpty() && !e.getKey().equals(person.account()))
                        .map(e -> new Colleague(staff.name(e.getKey()).orElse(null), e.getValue()))
                        .toList());
    }

    private void pairs(Person person, Watch watch, boolean alertsOnly, int page, Model model) {
        Charge charge = board.charge(person, watch);
        String filters = (watch.everybody() ? "qui=tous&" : "") + (alertsOnly ? "voir=alertes&" : "");
        Place place = place(
                filters + "binomes", page, alertsOnly ? charge.alerts() : charge.live(), PAIRS_PER_PAGE, "#binomes");
        model.addAttribute("charge", charge);
        model.addAttribute("alertes", board.watched(person, watch, true, 0, ALERTS_SHOWN));
        model.addAttribute(
                "binomes",
                board.watched(person, watch, alertsOnly, (place.page() - 1) * PAIRS_PER_PAGE, PAIRS_PER_PAGE));
        model.addAttribute("pageBinomes", place);
    }

    /** The letters that press a button of the item in focus. */
    private List<Key> keys() {
        return KEYS.entrySet().stream()
                .map(key -> new Key(key.getKey(), texts.of("suivi.touche." + key.getValue())))
                .toList();
    }

    private static Place place(String parameter, int wished, int items, int perPage, String anchor) {
        int pages = Math.max(1, (items + perPage - 1) / perPage);
        int page = Math.clamp(wished, 1, pages);
        return new Place(
                page,
                pages,
                page > 1 ? "?" + parameter + "=" + (page - 1) + anchor : null,
                page < pages ? "?" + parameter + "=" + (page + 1) + anchor : null);
    }
}
