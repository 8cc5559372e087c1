package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.care.CareBoard;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Sought;
import fr.mentoratdurgence.followup.pairs.WatchBoard.Watch;
import fr.mentoratdurgence.followup.safeguarding.ConcernBoard;
import fr.mentoratdurgence.followup.staff.StaffNames;
import fr.mentoratdurgence.followup.workbench.WorkList.Counts;
import fr.mentoratdurgence.followup.workbench.WorkRow.Kind;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.LatelyDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    static final int PER_PAGE = 50;
    /** All that can be open at once in a territory, unless something is very wrong. */
    static final int CONCERNS_SHOWN = 100;

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

    private final WorkList list;
    private final WorkbenchBoard waiting;
    private final ConcernBoard concerns;
    private final StaffNames staff;
    private final CareBoard care;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final Texts texts;
    private final Clock clock;

    WorkbenchPages(
            WorkList list,
            WorkbenchBoard waiting,
            ConcernBoard concerns,
            StaffNames staff,
            CareBoard care,
            FollowupPolicy policy,
            OperationDay day,
            Texts texts,
            Clock clock) {
        this.list = list;
        this.waiting = waiting;
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

    /** A way to look at the list. */
    record View(String label, String count, String href, boolean current) {}

    /** @param vu the marks of the rows that a page shows which asks whether something has changed; null = the page itself */
    @GetMapping("/suivi")
    String workbench(
            Person person,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String voir,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = "public", defaultValue = "") String audience,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable List<String> vu,
            LatelyDone done,
            Model model) {
        staff.remember(person);
        boolean everybody = qui.equals("tous") || (qui.isEmpty() && !person.has("referent"));
        Set<Kind> kinds = kinds(voir);
        Watch watch = new Watch(everybody, day.today(), policy.silentAfterDays(), new Sought(dpt, audience));
        ListAddress here = ListAddress.of("/suivi")
                .with("qui", everybody ? "tous" : qui)
                .with("voir", kinds.size() == 1 ? voir : null)
                .with("dpt", dpt)
                .with("public", audience);
        Counts counts = list.counts(person, watch);
        ListPage pages = ListPage.of(page, Math.min(counts.of(kinds), FirstRows.MOST), PER_PAGE, here);
        List<WorkRow> rows =
                list.rows(person, watch, kinds, new Foreseen(done, watch.today()), pages.offset(), PER_PAGE);
        String seen = vu == null ? WorkRow.marks(rows) : String.join(",", vu);
        model.addAttribute("ici", pages.address().with("page", page > 1 ? page : null));
        model.addAttribute("vu", seen);
        model.addAttribute("changements", vu == null ? 0 : WorkRow.changes(Set.copyOf(vu), rows));
        if (vu != null) {
            return "suivi/etabli :: direct";
        }
        model.addAttribute("rangees", rows);
        model.addAttribute("liste", pages);
        model.addAttribute("vues", views(here, counts, kinds));
        model.addAttribute("vide", kinds.size() == 1 ? voir : "tout");
        model.addAttribute("charge", counts.charge());
        model.addAttribute("presse", counts.of(EnumSet.complementOf(EnumSet.of(Kind.PAIR))));
        model.addAttribute(
                "alertesDe",
                care.open(
                        rows.stream()
                                .flatMap(row -> Stream.ofNullable(row.pair()))
                                .map(PairRow::pair)
                                .toList(),
                        watch.today()));
        model.addAttribute("inquietudes", concerns.list(person, true, 0, CONCERNS_SHOWN));
        model.addAttribute("maintenant", clock.instant());
        model.addAttribute("attendues", waiting.awaitingMentor(person));
        model.addAttribute("nombreAttendues", waiting.countAwaitingMentor(person));
        model.addAttribute("collegues", colleagues(person, counts.calls()));
        model.addAttribute("touches", keys());
        model.addAttribute("tous", everybody);
        model.addAttribute("voir", kinds.size() == 1 ? voir : "");
        model.addAttribute("dpt", dpt);
        model.addAttribute("publicChoisi", audience);
        model.addAttribute(
                "departements",
                person.territory().stream()
                        .filter(code -> !code.equals("*"))
                        .sorted()
                        .toList());
        model.addAttribute(
                "publics", policy.headStartDays().keySet().stream().sorted().toList());
        model.addAttribute("aujourdhui", watch.today());
        model.addAttribute("regles", policy);
        return "suivi/etabli";
    }

    private static Set<Kind> kinds(String voir) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.code().equals(voir))
                .findFirst()
                .<Set<Kind>>map(EnumSet::of)
                .orElse(EnumSet.allOf(Kind.class));
    }

    private List<View> views(ListAddress here, Counts counts, Set<Kind> chosen) {
        Set<Kind> all = EnumSet.allOf(Kind.class);
        return Stream.concat(
                        Stream.of(new View(
                                texts.of("suivi.vue.tout"),
                                texts.counted(counts.of(all)),
                                here.with("voir", null).toString(),
                                chosen.equals(all))),
                        Stream.of(Kind.values())
                                .map(kind -> new View(
                                        texts.of("suivi.vue." + kind.code()),
                                        texts.counted(counts.of(Set.of(kind))),
                                        here.with("voir", kind.code()).toString(),
                                        chosen.equals(Set.of(kind)))))
                .toList();
    }

    private List<Colleague> colleagues(Person person, Map<String, Integer> calls) {
        return calls.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty() && !e.getKey().equals(person.account()))
                .map(e -> new Colleague(staff.name(e.getKey()).orElse(null), e.getValue()))
                .toList();
    }

    /** The letters that press a button of the item in focus. */
    private List<Choice> keys() {
        return KEYS.entrySet().stream()
                .map(key -> new Choice(key.getKey(), texts.of("suivi.touche." + key.getValue())))
                .toList();
    }
}
