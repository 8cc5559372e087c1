package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ExclusionBoard;
import fr.mentoratdurgence.matching.board.ExclusionRow;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import fr.mentoratdurgence.platform.web.ListAddress;
import fr.mentoratdurgence.platform.web.ListPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is not proposed to whom: who said so, when and why, and what a coordinator lifted. */
@Controller
@RequestMapping("/appariement/exclusions")
class ExclusionPages {
    private static final int PER_PAGE = 25;
    private static final int LIFTED = 50;

    private final ExclusionActs acts;
    private final ExclusionBoard board;
    private final Wording wording;
    private final FormAct forms;

    ExclusionPages(ExclusionActs acts, ExclusionBoard board, Wording wording, FormAct forms) {
        this.acts = acts;
        this.board = board;
        this.wording = wording;
        this.forms = forms;
    }

    /** A row with its moments in words. */
    record ExclusionCard(
            ExclusionRow row, String since, @Nullable String liftedSince) {}

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "1") int page, Person person) {
        return page(page, person);
    }

    /** The two may be proposed to each other again. */
    @PostMapping("/levee")
    ModelAndView lift(
            @RequestParam(required = false) @Nullable String mentor,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable String need,
            @RequestParam(required = false) @Nullable Integer line,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String champ,
            Person person,
            CommandContext context) {
        // each exclusion has a form of the same kind on the page
        return forms.answer(
                Fields.NONE.named("reason", champ.isBlank() ? "reason" : champ),
                () -> {
                    acts.lift(
                            new ExclusionActs.Which(mentor, structure, need, line),
                            Wording.code(LiftReason.class, reason),
                            new Violations(),
                            person,
                            context);
                    return FormAct.done(new JustDone("levee", "exclusions"), null, "/appariement/exclusions");
                },
                () -> page(1, person));
    }

    private ModelAndView page(int page, Person person) {
        int total = board.countLines(person);
        ListPage list = ListPage.of(page, total, PER_PAGE, ListAddress.of("/appariement/exclusions"));
        return new ModelAndView("appariement/exclusions")
                .addObject("total", total)
                .addObject("structures", cards(board.structures(person)))
                .addObject("exclusions", cards(board.lines(person, new Page(list.offset(), PER_PAGE))))
                .addObject("lifted", cards(board.lifted(person, LIFTED)))
                .addObject("liftReasons", wording.options("exclusions.levee", LiftReason.values()))
                .addObject("liste", list);
    }

    private List<ExclusionCard> cards(List<ExclusionRow> rows) {
        return rows.stream()
                .map(row -> new ExclusionCard(
                        row,
                        wording.moment(row.at()),
                        row.lifted() == null
                                ? null
                                : wording.moment(row.lifted().at())))
                .toList();
    }
}
