package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard.Followed;
import fr.mentoratdurgence.matching.board.ProposalBoard.Wanted;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
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

/** All proposals of a territory. */
@Controller
class ProposalListPages {
    private static final String PATH = "/appariement/propositions";
    private static final int PER_PAGE = 25;
    private static final List<String> USUAL = List.of("etat", "origine", "departement");
    private static final List<String> MORE = List.of("public", "score", "proposee", "expire");

    private final ProposalBoard board;
    private final ProposalCards cards;
    private final Lists lists;
    private final Texts texts;
    private final Wording wording;
    private final OperationDay day;

    ProposalListPages(
            ProposalBoard board, ProposalCards cards, Lists lists, Texts texts, Wording wording, OperationDay day) {
        this.board = board;
        this.cards = cards;
        this.lists = lists;
        this.texts = texts;
        this.wording = wording;
        this.day = day;
    }

    @GetMapping(PATH)
    ModelAndView all(
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(defaultValue = "") String dpt,
            @RequestParam(name = "public", required = false) @Nullable String audience,
            @RequestParam(required = false) @Nullable String suivi,
            @RequestParam(name = ListColumns.PARAMETER, required = false) @Nullable List<String> colonnes,
            @RequestParam(name = ListHead.FILE, required = false) @Nullable String fichier,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        Status status = Wording.code(Status.class, etat);
        Followed given = Wording.code(Followed.class, suivi);
        Followed followed = given == null ? Followed.ALL : given;
        Wanted wanted = new Wanted(status, Wording.code(PriorityAudience.class, audience), followed);
        Person there = person.in(dpt);
        ListColumns columns = ListColumns.of(texts, "propositions.colonne.", USUAL, MORE, colonnes);
        if (ListFile.asked(fichier)) {
            return file(board.proposals(there, wanted, new Page(0, FirstRows.MOST)), columns);
        }
        ListAddress here = ListAddress.of(PATH)
                .with("etat", status)
                .with("dpt", there.equals(person) ? null : dpt)
                .with("public", wanted.audience())
                .with("suivi", followed == Followed.ALL ? null : followed);
        ListHead head = lists.head(person, here, filters(person, wanted, here), columns);
        int total = board.countProposals(there, wanted);
        ListPage list = ListPage.of(page, Math.min(total, FirstRows.MOST), PER_PAGE, head.address());
        return new ModelAndView("appariement/propositions")
                .addObject("tete", head)
                .addObject("colonnes", columns)
                .addObject("states", states(head.address()))
                .addObject("state", status == null ? null : status.name())
                .addObject("total", total)
                .addObject("proposals", cards.of(board.proposals(there, wanted, new Page(list.offset(), PER_PAGE))))
                .addObject("lot", List.of(BulkButton.of(texts, "/appariement", "validation")))
                .addObject("pages", list);
    }

    /** Each state as a link that keeps what else was chosen. */
    private List<Choice> states(ListAddress here) {
        Choice any = new Choice(here.with("etat", null).toString(), texts.of("propositions.toutes"));
        return Stream.concat(
                        Stream.of(any),
                        Stream.of(Status.values())
                                .map(one -> new Choice(
                                        here.with("etat", one).toString(), Texts.capital(texts.of("etat." + one)))))
                .toList();
    }

    private List<ListFilter> filters(Person person, Wanted wanted, ListAddress here) {
        String all = texts.of("ui.list.all");
        return List.of(
                ListFilter.apart(
                        "etat",
                        wording.options("etat", Status.values()),
                        wanted.status() == null ? "" : wanted.status().name()),
                new ListFilter(
                        "suivi",
                        texts.of("propositions.suivi"),
                        wording.options("propositions.suivi", Followed.MINE, Followed.NOBODY),
                        wanted.followed() == Followed.ALL
                                ? ""
                                : wanted.followed().name(),
                        texts.of("propositions.suivi.ALL")),
                ListFilter.ofTerritory(person, texts, here.chosen().getOrDefault("dpt", "")),
                new ListFilter(
                        "public",
                        texts.of("propositions.colonne.public"),
                        wording.options("public.court", PriorityAudience.values()),
                        wanted.audience() == null ? "" : wanted.audience().name(),
                        all));
    }

    private ModelAndView file(List<ProposalRow> rows, ListColumns columns) {
        List<Column> always = Stream.of("etablissement", "mentor", "niveau")
                .map(code -> new Column(code, texts.of("propositions.colonne." + code), true))
                .toList();
        return ListFile.of("propositions-" + day.today(), always, columns, rows, this::cell);
    }

    private String cell(ProposalRow row, String column) {
        ShortNames shortly = new ShortNames();
        return switch (column) {
            case "etablissement" -> shortly.structure(row.terms().structure());
            case "mentor" -> shortly.of(row.terms().mentor());
            case "niveau" -> texts.word("niveau.court", row.terms().levelBand());
            case "etat" -> texts.word("etat", row.status());
            case "origine" -> texts.word("origine", row.origin());
            case "departement" -> row.terms().departement();
            case "public" -> texts.word("public.court", row.terms().priorityAudience());
            case "score" -> Integer.toString(row.score());
            case "proposee" -> OperationDay.of(row.proposedAt()).toString();
            case "expire" -> OperationDay.of(row.expiresAt()).toString();
            default -> "";
        };
    }
}
