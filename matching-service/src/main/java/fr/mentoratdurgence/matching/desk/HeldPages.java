package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListColumns;
import fr.mentoratdurgence.platform.lists.ListColumns.Column;
import fr.mentoratdurgence.platform.lists.ListFile;
import fr.mentoratdurgence.platform.lists.ListFilter;
import fr.mentoratdurgence.platform.lists.ListHead;
import fr.mentoratdurgence.platform.lists.Lists;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mentors to whom nothing is proposed until a coordinator decides. */
@Controller
@RequestMapping(HeldPages.PATH)
class HeldPages {
    static final String PATH = "/appariement/retenus";
    private static final int PER_PAGE = 25;
    private static final String OF_PAIR = "binome";
    private static final String OF_CONCERN = "inquietude";

    private final OversightActs acts;
    private final Lists lists;
    private final Wording wording;
    private final Texts texts;
    private final FormAct forms;
    private final OperationDay day;

    HeldPages(OversightActs acts, Lists lists, Wording wording, Texts texts, FormAct forms, OperationDay day) {
        this.acts = acts;
        this.lists = lists;
        this.wording = wording;
        this.texts = texts;
        this.forms = forms;
        this.day = day;
    }

    /** What the address asks for; empty = any. */
    private record Asked(String departement, String origin, int page) {}

    /** An interrupted pair that holds a mentor back. */
    record Hold(HeldRow row, String since) {}

    /** A mentor with all pairs that hold him or her back. */
    record HeldCard(String mentor, List<Hold> holds) {}

    @GetMapping
    ModelAndView all(
            Person person,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(defaultValue = "") String origine,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page) {
        Asked asked = new Asked(dpt, origine, page);
        return ListFile.asked(fichier) ? file(rows(person, asked)) : page(person, asked);
    }

    @PostMapping("/{mentor}/levee")
    ModelAndView release(
            @PathVariable String mentor,
            @RequestParam(required = false) @Nullable String reason,
            Person person,
            CommandContext context) {
        // each mentor has a form of the same kind on the page
        return forms.answer(
                Fields.NONE.named("reason", "reason-" + mentor),
                () -> {
                    acts.release(mentor, Wording.code(ReleaseReason.class, reason), person, context);
                    return FormAct.done(new JustDone("levee", mentor), null, PATH);
                },
                () -> page(person));
    }

    @PostMapping("/{mentor}/exclusion")
    ModelAndView exclude(
            @PathVariable String mentor,
            @RequestParam Map<String, String> typed,
            Person person,
            CommandContext context) {
        String field = "exclusion-" + mentor;
        return forms.answer(
                Fields.NONE.named("exclusion", field),
                () -> {
                    acts.exclude(mentor, Wording.code(BanReason.class, typed.get(field)), person, context);
                    return FormAct.done(new JustDone("exclu", mentor), null, PATH);
                },
                () -> page(person));
    }

    private ModelAndView page(Person person) {
        return page(person, new Asked("", "", 1));
    }

    private ModelAndView page(Person person, Asked asked) {
        List<HeldRow> rows = rows(person, asked);
        List<String> all = rows.stream().map(HeldRow::mentor).distinct().toList();
        ListAddress here = ListAddress.of(PATH).with("dpt", asked.departement()).with("origine", asked.origin());
        ListHead head = lists.head(person, here, filters(person, asked), ListColumns.none());
        ListPage pages = ListPage.of(asked.page(), all.size(), PER_PAGE, head.address());
        Stream<String> mentors = all.stream().skip(pages.offset()).limit(PER_PAGE);
        return new ModelAndView("appariement/retenus")
                .addObject("tete", head)
                .addObject("pages", pages)
                .addObject(
                        "held",
                        mentors.map(mentor -> new HeldCard(
                                        mentor,
                                        rows.stream()
                                                .filter(row -> row.mentor().equals(mentor))
                                                .map(row -> new Hold(row, wording.moment(row.heldAt())))
                                                .toList()))
                                .toList())
                .addObject("exclusionReasons", wording.options("retenus.exclusion", BanReason.values()))
                .addObject("releaseReasons", wording.options("retenus.motif", ReleaseReason.values()));
    }

    private List<HeldRow> rows(Person person, Asked asked) {
        return acts.held(person.in(asked.departement())).stream()
                .filter(row -> asked.origin().isEmpty() || asked.origin().equals(origin(row)))
                .toList();
    }

    private List<ListFilter> filters(Person person, Asked asked) {
        List<Choice> origins = Stream.of(OF_PAIR, OF_CONCERN)
                .map(code -> new Choice(code, texts.of("retenus.origine." + code)))
                .toList();
        return List.of(
                new ListFilter(
                        "origine", texts.of("retenus.origine"), origins, asked.origin(), texts.of("ui.list.all")),
                ListFilter.ofTerritory(person, texts, asked.departement()));
    }

    private static String origin(HeldRow row) {
        return row.ofConcern() ? OF_CONCERN : OF_PAIR;
    }

    private ModelAndView file(List<HeldRow> rows) {
        List<Column> columns = Stream.of("mentor", "origine", "etablissement", "departement", "depuis")
                .map(code -> new Column(code, texts.of("retenus.colonne." + code), true))
                .toList();
        return ListFile.of("mentors-retenus-" + day.today(), columns, ListColumns.none(), rows, this::cell);
    }

    private String cell(HeldRow row, String column) {
        ShortNames shortly = new ShortNames();
        return switch (column) {
            case "mentor" -> shortly.of(row.mentor());
            case "origine" -> texts.of("retenus.origine." + origin(row));
            case "etablissement" -> row.structure() == null ? "" : shortly.structure(row.structure());
            case "departement" -> row.departement() == null ? "" : row.departement();
            case "depuis" -> OperationDay.of(row.heldAt()).toString();
            default -> "";
        };
    }
}
