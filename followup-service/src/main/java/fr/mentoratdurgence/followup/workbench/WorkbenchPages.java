package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.followup.care.CareBoard;
import fr.mentoratdurgence.followup.notes.NoteReminders;
import fr.mentoratdurgence.followup.pairs.FollowupPolicy;
import fr.mentoratdurgence.followup.pairs.PairFilters;
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
import fr.mentoratdurgence.platform.lists.BulkButton;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.LatelyDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The référent's workbench: what hurts most, first, with the act beside it. */
@Controller
class WorkbenchPages {
    static final int PER_PAGE = 50;
    private static final String ALL = "tous";
    private static final String MINE = "miens";
    /** All that can be open at once in a territory, unless something is very wrong. */
    static final int CONCERNS_SHOWN = 100;

    private static final SortedMap<String, String> KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry("p", "prendre"),
            Map.entry("c", "contact"),
            Map.entry("o", "joint"),
            Map.entry("n", "pas-joint"),
            Map.entry("q", "qualifier"),
            Map.entry("v", "vu"),
            Map.entry("t", "plus-tard"),
            Map.entry("e", "pourquoi"),
            Map.entry("f", "premier-contact"),
            Map.entry("s", "noter"),
            Map.entry("d", "depart")));

    /** Who else tells what waits; the browser puts it among what waits here. */
    private static final List<String> JOINED = List.of("/besoins", "/mentors", "/appariement");

    private static final List<String> USUAL = List.of("public", "age", "places", "departement", "raison", "etat");
    private static final List<String> MORE = List.of("referent");

    private final Lists lists;
    private final WorkList list;
    private final WorkListFile file;
    private final WorkbenchBoard waiting;
    private final ConcernBoard concerns;
    private final StaffNames staff;
    private final NoteReminders reminders;
    private final PairFilters filters;
    private final CareBoard care;
    private final FollowupPolicy policy;
    private final OperationDay day;
    private final Texts texts;
    private final Clock clock;

    WorkbenchPages(
            Lists lists,
            WorkList list,
            WorkListFile file,
            WorkbenchBoard waiting,
            ConcernBoard concerns,
            StaffNames staff,
            NoteReminders reminders,
            PairFilters filters,
            CareBoard care,
            FollowupPolicy policy,
            OperationDay day,
            Texts texts,
            Clock clock) {
        this.lists = lists;
        this.list = list;
        this.file = file;
        this.waiting = waiting;
        this.concerns = concerns;
        this.staff = staff;
        this.reminders = reminders;
        this.filters = filters;
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

    /** What the address asks for. */
    private record Asked(boolean everybody, Set<Kind> kinds, Sought sought) {
        Watch watch(OperationDay day, FollowupPolicy policy) {
            return new Watch(everybody, day.today(), policy.silentAfterDays(), sought);
        }

        /** How the address says whose it is. */
        String whose() {
            return sought.ofOne() ? sought.referent() : everybody ? ALL : MINE;
        }

        /** The one kind that is looked at; empty = all. */
        String kind() {
            return kinds.size() == 1 ? kinds.iterator().next().code() : "";
        }
    }

    /** @param vu the marks of the rows that a page shows which asks whether something has changed; null = the page itself */
    @GetMapping("/suivi")
    ModelAndView workbench(
            Person person,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String voir,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = "public", defaultValue = "") String audience,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable List<String> vu,
            LatelyDone done) {
        staff.remember(person);
        String one = qui.startsWith("account-") && !qui.equals(person.account()) ? qui : "";
        boolean everybody = !one.isEmpty() || qui.equals(ALL) || (qui.isEmpty() && !person.has("referent"));
        Asked asked = new Asked(everybody, kinds(voir), new Sought(dpt, audience, one));
        Watch watch = asked.watch(day, policy);
        Foreseen foreseen = new Foreseen(done, watch.today());
        ListColumns columns = ListColumns.of(texts, "suivi.colonne.", USUAL, MORE, colonnes);
        if (ListFile.asked(fichier)) {
            return file.of(
                    list.rows(person, watch, asked.kinds(), foreseen, 0, FirstRows.MOST), columns, watch.today());
        }
        ListAddress here = ListAddress.of("/suivi")
                .with("qui", qui.isEmpty() ? null : asked.whose())
                .with("voir", asked.kind())
                .with("dpt", dpt)
                .with("public", audience);
        ListHead head = lists.head(person, here, filters(person, asked), columns);
        Counts counts = list.counts(person, watch);
        ListPage pages =
                ListPage.of(page, Math.min(counts.of(asked.kinds()), FirstRows.MOST), PER_PAGE, head.address());
        List<WorkRow> rows = list.rows(person, watch, asked.kinds(), foreseen, pages.offset(), PER_PAGE);
        String seen = vu == null ? WorkRow.marks(rows) : String.join(",", vu);
        ModelAndView live = new ModelAndView(vu == null ? "suivi/etabli" : "suivi/etabli :: direct")
                .addObject("ici", pages.address().with("page", page > 1 ? page : null))
                .addObject("vu", seen)
                .addObject("changements", vu == null ? 0 : WorkRow.changes(Set.copyOf(vu), rows));
        if (vu != null) {
            return live;
        }
        return live.addObject("rangees", rows)
                .addObject("liste", pages)
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject("referents", columns.has("referent") ? names(rows) : Map.of())
                .addObject("lot", buttons(rows))
                .addObject("vues", views(head.address(), counts, asked.kinds()))
                .addObject("vide", asked.kind().isEmpty() ? "tout" : asked.kind())
                .addObject("charge", counts.charge())
                .addObject("presse", counts.of(EnumSet.complementOf(EnumSet.of(Kind.PAIR))))
                .addObject(
                        "alertesDe",
                        care.open(
                                rows.stream()
                                        .flatMap(row -> Stream.ofNullable(row.pair()))
                                        .map(PairRow::pair)
                                        .toList(),
                                watch.today()))
                .addObject("rendre", takingBack(person, done))
                .addObject("inquietudes", concerns.list(person, true, 0, CONCERNS_SHOWN))
                .addObject("maintenant", clock.instant())
                .addObject("attendues", waiting.awaitingMentor(person))
                .addObject("nombreAttendues", waiting.countAwaitingMentor(person))
                .addObject("collegues", colleagues(person, counts.calls()))
                .addObject("ailleurs", elsewhere(asked, pages, dpt))
                .addObject("poids", weights())
                .addObject("touches", keys())
                .addObject("aujourdhui", watch.today())
                .addObject("regles", policy);
    }

    private List<ListFilter> filters(Person person, Asked asked) {
        Stream<Choice> whose = Stream.of(
                new Choice(MINE, texts.of("suivi.binomes.filtre.miens")),
                new Choice(ALL, texts.of("suivi.binomes.filtre.tous")));
        List<Choice> kinds = Stream.of(Kind.values())
                .map(kind -> new Choice(kind.code(), texts.of("suivi.vue." + kind.code())))
                .toList();
        return List.of(
                ListFilter.apart("voir", kinds, asked.kind()),
                filters.whose(person, whose, asked.whose(), null),
                ListFilter.ofTerritory(person, texts, asked.sought().departement()),
                filters.audience(asked.sought().audience()));
    }

    /** Where what was just done to a reminder, which has left the list, is taken back. */
    private @Nullable String takingBack(Person person, LatelyDone done) {
        return done.untold()
                .filter(last -> last.act().equals("rappel") || last.act().equals("rappel-plus-tard"))
                .flatMap(last -> reminders.find(person, last.row()))
                .map(note -> note.page() + "/" + note.note() + "/annulation?retour=/suivi")
                .orElse(null);
    }

    /** The names of who follows what is shown, by account. */
    private Map<String, String> names(List<WorkRow> rows) {
        Map<String, String> names = new HashMap<>();
        rows.stream()
                .flatMap(row -> Stream.ofNullable(row.pair()))
                .map(pair -> pair.terms().referent())
                .distinct()
                .forEach(account -> staff.name(account).ifPresent(name -> names.put(account, name)));
        return names;
    }

    /** What can be done to rows of these kinds, by whoever answers for them. */
    private List<BulkButton> buttons(List<WorkRow> rows) {
        List<BulkButton> buttons = new ArrayList<>();
        if (rows.stream().anyMatch(row -> row.proposal() != null)) {
            buttons.add(BulkButton.of(texts, "/appariement", "validation"));
        }
        if (rows.stream().anyMatch(row -> row.need() != null && !row.need().mine())) {
            buttons.add(BulkButton.of(texts, "/besoins", "prendre"));
        }
        if (rows.stream().anyMatch(row -> row.note() != null)) {
            buttons.add(BulkButton.of(texts, "/suivi", "vu"));
            buttons.add(BulkButton.of(texts, "/suivi", "plus-tard"));
        }
        if (rows.stream().anyMatch(row -> row.pair() != null)) {
            buttons.add(BulkButton.of(texts, "/suivi", "report"));
            buttons.add(BulkButton.of(texts, "/suivi", "confier"));
            buttons.add(BulkButton.of(texts, "/mentors", "relance"));
            buttons.add(new BulkButton(texts.of("lot.relance.etablissements"), "/besoins/lot/relance", null));
            buttons.add(BulkButton.of(texts, "/mentors", "message"));
            buttons.add(new BulkButton(texts.of("lot.message.etablissements"), "/besoins/lot/message", null));
        }
        return buttons;
    }

    /** Where other services tell what waits, on the first page of all that waits: they know of no audience. */
    private static List<String> elsewhere(Asked asked, ListPage pages, String dpt) {
        boolean all = asked.kind().isEmpty()
                && asked.sought().audience().isEmpty()
                && !asked.sought().ofOne()
                && pages.number() == 1;
        return all
                ? JOINED.stream()
                        .map(part -> ListAddress.of(part + "/attente")
                                .with("dpt", dpt)
                                .toString())
                        .toList()
                : List.of();
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

    /** What the rows of others count for, for the script that puts them in order. */
    private String weights() {
        return policy.daysAhead().entrySet().stream()
                .map(weight -> "\"" + weight.getKey() + "\":" + weight.getValue())
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The letters that press a button of the item in focus. */
    private List<Choice> keys() {
        return KEYS.entrySet().stream()
                .map(key -> new Choice(key.getKey(), texts.of("suivi.touche." + key.getValue())))
                .toList();
    }
}
