package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.OperationDay;
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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All pairs of a territory in one list, those that are over too: of one need or one mentor, or of one state. */
@Controller
class PairListPages {
    private static final String PATH = "/suivi/binomes";
    private static final int PER_PAGE = 50;
    private static final List<String> USUAL = List.of("etat", "fin");
    private static final List<String> MORE = List.of("places", "departement", "public", "seances");
    private static final String MINE = "miens";

    private final PairList pairs;
    private final PairFilters filters;
    private final Lists lists;
    private final OperationDay day;
    private final Texts texts;

    PairListPages(PairList pairs, PairFilters filters, Lists lists, OperationDay day, Texts texts) {
        this.pairs = pairs;
        this.filters = filters;
        this.lists = lists;
        this.day = day;
        this.texts = texts;
    }

    @GetMapping(PATH)
    ModelAndView all(
            Person person,
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String besoin,
            @RequestParam(defaultValue = "") String mentor,
            @RequestParam(defaultValue = "") String poursuite,
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = "public", defaultValue = "") String audience,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page) {
        Sought sought = new Sought(dpt, audience, qui.equals(MINE) ? person.account() : qui);
        PairList.Wanted wanted = new PairList.Wanted(
                Code.known(PairStatus.class, etat).orElse(null), besoin, mentor, poursuite.equals("oui"), sought);
        ListColumns columns = ListColumns.of(texts, "suivi.colonne.", USUAL, MORE, colonnes);
        if (ListFile.asked(fichier)) {
            return file(pairs.page(person, wanted, 0, FirstRows.MOST), columns);
        }
        ListAddress here = ListAddress.of(PATH)
                .with("etat", wanted.status())
                .with("besoin", besoin)
                .with("mentor", mentor)
                .with("poursuite", poursuite)
                .with("qui", qui)
                .with("dpt", dpt)
                .with("public", audience);
        ListHead head = lists.head(person, here, filters(person, here), columns);
        ListPage list =
                ListPage.of(page, Math.min(pairs.count(person, wanted), FirstRows.MOST), PER_PAGE, head.address());
        return new ModelAndView("suivi/binomes")
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject("binomes", pairs.page(person, wanted, list.offset(), PER_PAGE))
                .addObject("aujourdhui", day.today())
                .addObject(
                        "lot",
                        List.of(BulkButton.of(texts, "/suivi", "report"), BulkButton.of(texts, "/suivi", "confier")))
                .addObject("pages", list);
    }

    private List<ListFilter> filters(Person person, ListAddress here) {
        String all = texts.of("ui.list.all");
        return List.of(
                new ListFilter(
                        "etat",
                        texts.of("suivi.filtre.etat"),
                        Choice.of(texts, "suivi.binome.statut.", PairStatus.values()),
                        chosen(here, "etat"),
                        all),
                filters.whose(
                        person,
                        Stream.of(new Choice(MINE, texts.of("suivi.binomes.filtre.miens"))),
                        chosen(here, "qui"),
                        all),
                ListFilter.ofTerritory(person, texts, chosen(here, "dpt")),
                filters.audience(chosen(here, "public")),
                new ListFilter(
                        "poursuite",
                        texts.of("souhait.filtre"),
                        List.of(new Choice("oui", texts.of("souhait.filtre.oui"))),
                        chosen(here, "poursuite"),
                        all));
    }

    private static String chosen(ListAddress here, String parameter) {
        return here.chosen().getOrDefault(parameter, "");
    }

    private ModelAndView file(List<PairRow> pairs, ListColumns columns) {
        List<Column> always = Stream.of("etablissement", "mentor", "statut")
                .map(code -> new Column(code, texts.of("suivi.colonne." + code), true))
                .toList();
        return ListFile.of("binomes-" + day.today(), always, columns, pairs, this::cell);
    }

    private String cell(PairRow pair, String column) {
        return switch (column) {
            case "etablissement" -> pair.structureReference();
            case "mentor" -> pair.mentorReference();
            case "statut" -> texts.word("suivi.binome.statut", pair.status());
            case "etat" ->
                pair.lastContactOn() == null ? "" : pair.lastContactOn().toString();
            case "fin" -> pair.endedOn() == null ? "" : pair.endedOn().toString();
            case "places" -> texts.word("niveau.court", pair.terms().levelBand());
            case "departement" -> pair.terms().departement();
            case "public" -> texts.word("public.court", pair.terms().priorityAudience());
            case "seances" -> texts.of("suivi.binomes.seances", pair.sessions(), pair.minutes() / 60);
            default -> "";
        };
    }
}
