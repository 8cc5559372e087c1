package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.BulkButton;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of declared needs: a structure's own, a référent's territory. */
@Controller
@RequestMapping("/besoins")
class NeedListPages {
    private static final int PAGE = 50;
    private static final Set<NeedStatus> OPEN = EnumSet.complementOf(EnumSet.of(NeedStatus.WITHDRAWN));

    private static final String UNREACHED = "a-appeler";
    private static final String MINE = "miens";
    private static final List<String> USUAL = List.of("etat", "age", "places", "mentors");
    private static final List<String> MORE = List.of("departement", "public");

    /** A way to look at the list. */
    record Filter(String label, String count, String href, boolean current) {}

    private final Lists lists;
    private final NeedActs acts;
    private final NeedBoard board;
    private final Choices choices;
    private final NeedWords words;
    private final Texts texts;

    NeedListPages(Lists lists, NeedActs acts, NeedBoard board, Choices choices, NeedWords words, Texts texts) {
        this.lists = lists;
        this.acts = acts;
        this.board = board;
        this.choices = choices;
        this.words = words;
        this.texts = texts;
    }

    /** What the address asks for. */
    private record Asked(
            @Nullable NeedStatus status,
            boolean unreached,
            @Nullable PriorityAudience audience,
            @Nullable String referent) {
        Selection selection() {
            Set<NeedStatus> statuses = status != null && !unreached ? EnumSet.of(status) : OPEN;
            return new Selection(statuses, null, unreached, audience, referent);
        }
    }

    /** What the team looks at first stands first: see {@link NeedBoard#toDo}. */
    @GetMapping
    ModelAndView list(
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "courrier", defaultValue = "") String letter,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = "public", required = false) @Nullable String audience,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        boolean team = person.inTeam();
        Person there = team ? person.in(dpt) : person;
        Asked asked = new Asked(
                Code.known(NeedStatus.class, state).orElse(null),
                team && letter.equals(UNREACHED),
                team ? Code.known(PriorityAudience.class, audience).orElse(null) : null,
                team ? referent(qui, person) : null);
        ListColumns columns =
                team ? ListColumns.of(texts, "liste.colonne.", USUAL, MORE, colonnes) : ListColumns.none();
        if (team && ListFile.asked(fichier)) {
            return file(board.toDo(there, asked.selection(), 0, FirstRows.MOST), columns);
        }
        ListAddress here = ListAddress.of("/besoins")
                .with("qui", asked.referent() == null ? null : qui)
                .with("dpt", there.equals(person) ? null : dpt)
                .with("public", asked.audience());
        ListAddress chosen = here.with("etat", asked.status()).with("courrier", asked.unreached() ? UNREACHED : null);
        ListHead head = lists.head(person, chosen, team ? filters(person, asked, here) : List.of(), columns);
        Map<NeedStatus, Integer> counts = board.counts(there, asked.audience(), asked.referent());
        Selection unreached = new Selection(OPEN, null, true, asked.audience(), asked.referent());
        int unreachedCount = team ? board.count(there, unreached) : 0;
        int total = asked.unreached()
                ? unreachedCount
                : sum(counts, asked.selection().statuses());
        ListPage list = ListPage.of(page, Math.min(total, FirstRows.MOST), PAGE, head.address());
        ListAddress shown = here.with(ListColumns.PARAMETER, columns.inAddress());
        return new ModelAndView("besoins/liste")
                .addObject("equipe", team)
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject(
                        "lot",
                        List.of(
                                BulkButton.of(texts, "/besoins", "prendre"),
                                BulkButton.to(texts, "/besoins/passation", "confier")))
                .addObject(
                        "besoins",
                        board.toDo(there, asked.selection(), list.offset(), PAGE).stream()
                                .map(need -> words.item(need, acts.today()))
                                .toList())
                .addObject("filtres", ways(shown, asked, counts, unreachedCount))
                .addObject("etat", asked.status())
                .addObject("pages", list);
    }

    /** Whose needs: one's own, or those of a colleague. */
    private static @Nullable String referent(String qui, Person person) {
        return qui.equals(MINE) ? person.account() : qui.startsWith("account-") ? qui : null;
    }

    private List<Filter> ways(ListAddress here, Asked asked, Map<NeedStatus, Integer> counts, int unreached) {
        NeedStatus etat = asked.status();
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter(
                texts.of("besoins.en-cours"),
                texts.counted(sum(counts, OPEN)),
                here.toString(),
                etat == null && !asked.unreached()));
        if (unreached > 0 || asked.unreached()) {
            filters.add(new Filter(
                    texts.of("besoins.courrier"),
                    texts.counted(unreached),
                    here.with("courrier", UNREACHED).toString(),
                    asked.unreached()));
        }
        for (NeedStatus status : NeedStatus.values()) {
            int count = counts.getOrDefault(status, 0);
            if (count > 0 || status == etat) {
                filters.add(new Filter(
                        choices.word("etats", status.name()),
                        texts.counted(count),
                        here.with("etat", status).toString(),
                        status == etat));
            }
        }
        return filters;
    }

    private List<ListFilter> filters(Person person, Asked asked, ListAddress here) {
        String all = texts.of("ui.list.all");
        List<Choice> states = Stream.of(NeedStatus.values())
                .map(status -> new Choice(status.name(), choices.word("etats", status.name())))
                .toList();
        List<Choice> audiences = Stream.of(PriorityAudience.values())
                .map(one -> new Choice(one.name(), texts.word("public.court", one)))
                .toList();
        return List.of(
                ListFilter.apart(
                        "etat",
                        states,
                        asked.status() == null ? "" : asked.status().name()),
                ListFilter.apart(
                        "courrier",
                        List.of(new Choice(UNREACHED, texts.of("besoins.courrier"))),
                        asked.unreached() ? UNREACHED : ""),
                new ListFilter(
                        "qui",
                        texts.of("liste.filtre.qui"),
                        List.of(new Choice(MINE, texts.of("liste.filtre.miens"))),
                        here.chosen().getOrDefault("qui", ""),
                        all),
                ListFilter.ofTerritory(person, texts, here.chosen().getOrDefault("dpt", "")),
                new ListFilter(
                        "public",
                        texts.of("liste.colonne.public"),
                        audiences,
                        asked.audience() == null ? "" : asked.audience().name(),
                        all));
    }

    private ModelAndView file(List<NeedView> needs, ListColumns columns) {
        List<Column> always = Stream.of("dossier", "etablissement", "commune")
                .map(code -> new Column(code, texts.of("liste.colonne." + code), true))
                .toList();
        return ListFile.of("besoins-" + acts.today(), always, columns, needs, this::cell);
    }

    private String cell(NeedView need, String column) {
        return switch (column) {
            case "dossier" -> need.reference();
            case "etablissement" -> need.structureName();
            case "commune" -> need.commune();
            case "etat" -> words.item(need, acts.today()).progress();
            case "age" -> Long.toString(ChronoUnit.DAYS.between(need.declaredOn(), acts.today()));
            case "places" -> Integer.toString(need.places());
            case "mentors" -> need.confirmed() + "/" + need.places();
            case "departement" -> need.departement();
            case "public" -> texts.word("public.court", need.priorityAudience());
            default -> "";
        };
    }

    private static int sum(Map<NeedStatus, Integer> counts, Set<NeedStatus> statuses) {
        return statuses.stream()
                .mapToInt(status -> counts.getOrDefault(status, 0))
                .sum();
    }
}
