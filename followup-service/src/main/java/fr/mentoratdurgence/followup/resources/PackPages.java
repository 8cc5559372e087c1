package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.resources.PackActs.Proposed;
import fr.mentoratdurgence.followup.resources.PackActs.Shared;
import fr.mentoratdurgence.followup.resources.PackBoard.LineRow;
import fr.mentoratdurgence.followup.resources.PackBoard.NeedRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Resources of a pair and of the lines of a need: shared by the team in one act, told as used in one tap. */
@Controller
class PackPages {
    private static final String OF_PAIR = "/suivi/binomes/{pair}/ressources";
    private static final String OF_NEED = "/suivi/besoins/{need}/ressources";

    /** A line with what was shared for it and what could be. */
    record LineView(LineRow line, List<Shared> shared, List<Proposed> proposed) {}

    private final PackActs packs;
    private final PackBoard board;
    private final OperationDay day;
    private final FormAct forms;

    PackPages(PackActs packs, PackBoard board, OperationDay day, FormAct forms) {
        this.packs = packs;
        this.board = board;
        this.day = day;
        this.forms = forms;
    }

    @GetMapping(OF_PAIR)
    ModelAndView ofPair(Person person, @PathVariable String pair) {
        return ofPair(person, packs.pair(person, pair));
    }

    /** After a session: what of it served, in one tap. */
    @GetMapping(OF_PAIR + "/servies")
    ModelAndView served(Person person, @PathVariable String pair) {
        PairRow row = packs.pair(person, pair);
        return new ModelAndView("ressources/servies")
                .addObject("binome", row)
                .addObject("partagees", packs.shared(row, PackActs.readFor(person, row)))
                .addObject("aujourdhui", day.today());
    }

    @PostMapping(OF_PAIR)
    ModelAndView share(Person person, CommandContext context, @PathVariable String pair) {
        PairRow row = packs.pair(person, pair);
        return forms.answer(
                () -> {
                    packs.share(person, row, context);
                    return FormAct.done(new JustDone("partage", pair), null, "/suivi/binomes/" + pair + "/ressources");
                },
                () -> ofPair(person, row));
    }

    @PostMapping(OF_PAIR + "/{resource}/usage")
    ModelAndView used(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable String resource,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(required = false) @Nullable String retour) {
        PairRow row = packs.pair(person, pair);
        return forms.answer(
                () -> {
                    Violations wrong = new Violations();
                    LocalDate on = wrong.day("jour", jour);
                    wrong.throwIfAny();
                    packs.used(person, row, resource, on == null ? day.today() : on, context);
                    return FormAct.done(
                            new JustDone("ressource", pair), retour, "/suivi/binomes/" + pair + "/ressources");
                },
                () -> ofPair(person, row));
    }

    @GetMapping(OF_NEED)
    ModelAndView ofNeed(Person person, @PathVariable String need) {
        return ofNeed(person, packs.need(person, need));
    }

    @PostMapping("/suivi/besoins/{need}/lignes/{line}/ressources")
    ModelAndView shareLine(Person person, CommandContext context, @PathVariable String need, @PathVariable int line) {
        NeedRow row = packs.need(person, need);
        LineRow of = packs.line(row, line);
        return forms.answer(
                () -> {
                    packs.share(person, row, of, context);
                    return FormAct.done(new JustDone("partage", need), null, "/suivi/besoins/" + need + "/ressources");
                },
                () -> ofNeed(person, row));
    }

    private ModelAndView ofPair(Person person, PairRow row) {
        boolean manages = PairBoard.manages(person, row);
        List<ResourceSide> sides = PackActs.readFor(person, row);
        return new ModelAndView("ressources/binome")
                .addObject("binome", row)
                .addObject("suiviDe", row.pair())
                .addObject("partagees", packs.shared(row, sides))
                .addObject("proposees", manages && row.live() ? packs.proposed(row) : List.of())
                .addObject("gere", manages)
                .addObject("mentor", sides.equals(List.of(ResourceSide.MENTOR)))
                .addObject("guides", GuidePages.GUIDES)
                .addObject("aujourdhui", day.today());
    }

    private ModelAndView ofNeed(Person person, NeedRow row) {
        boolean manages = PackBoard.manages(person, row);
        List<ResourceSide> sides =
                manages ? List.of(ResourceSide.values()) : List.of(ResourceSide.STRUCTURE, ResourceSide.FAMILY);
        return new ModelAndView("ressources/besoin")
                .addObject("besoin", row)
                .addObject("suiviDe", row.need())
                .addObject(
                        "lignes",
                        board.lines(row.need()).stream()
                                .map(line -> new LineView(
                                        line,
                                        packs.shared(row.need(), line.line(), sides),
                                        manages ? packs.proposed(row, line) : List.of()))
                                .toList())
                .addObject("gere", manages)
                .addObject("aujourdhui", day.today());
    }
}
