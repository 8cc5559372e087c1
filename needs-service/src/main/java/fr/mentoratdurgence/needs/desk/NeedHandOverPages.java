package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.ReleaseReason;
import fr.mentoratdurgence.needs.intake.NeedRejection;
import fr.mentoratdurgence.needs.pages.Choices;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A claim is given back, or handed over: one need, or all of a desk, for good or until a day. */
@Controller
@RequestMapping("/besoins")
class NeedHandOverPages {
    private static final Fields HAND_OVER = Fields.NONE.at(NeedRejection.RETURN_NOT_LATER, "jusque");

    private final NeedActs acts;
    private final HandOverActs handOvers;
    private final ColleagueBook colleagues;
    private final NeedWords words;
    private final Choices choices;
    private final FormAct forms;

    NeedHandOverPages(
            NeedActs acts,
            HandOverActs handOvers,
            ColleagueBook colleagues,
            NeedWords words,
            Choices choices,
            FormAct forms) {
        this.acts = acts;
        this.handOvers = handOvers;
        this.colleagues = colleagues;
        this.words = words;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/passation")
    ModelAndView handOver(
            @RequestParam(required = false) @Nullable String de,
            @RequestParam(required = false) @Nullable String besoin,
            @RequestParam(name = "choix", defaultValue = "") List<String> ticked,
            Person person) {
        colleagues.remember(person);
        return page(from(de, person), besoin == null ? ticked : List.of(besoin), person);
    }

    @PostMapping("/passation")
    ModelAndView handOver(
            @RequestParam(required = false) @Nullable String de,
            @RequestParam(defaultValue = "") List<String> besoins,
            @RequestParam(required = false) @Nullable String vers,
            @RequestParam(required = false) @Nullable String motif,
            @RequestParam(required = false) @Nullable String jusque,
            Person person,
            CommandContext context) {
        String from = from(de, person);
        return forms.answer(
                HAND_OVER,
                () -> {
                    Violations wrong = new Violations();
                    LocalDate until = wrong.day("jusque", jusque);
                    wrong.throwIfAny();
                    int _ = handOvers.handOver(
                            new HandOverActs.Asked(
                                    from,
                                    besoins,
                                    vers,
                                    Code.known(HandOverReason.class, motif).orElse(null),
                                    until),
                            person,
                            context);
                    return FormAct.done(new JustDone("passation", "passation"), null, "/besoins/passation?de=" + from);
                },
                () -> page(from, besoins, person)
                        .addObject("vers", vers)
                        .addObject("motif", motif)
                        .addObject("jusque", jusque));
    }

    /** That was a mistake: what went in the last minutes comes back. */
    @PostMapping("/passation/annulation")
    ModelAndView undo(@RequestParam(required = false) @Nullable String de, Person person, CommandContext context) {
        String from = from(de, person);
        return forms.answer(
                () -> {
                    int _ = handOvers.undo(from, person, context);
                    return FormAct.done(new JustDone("annulation", "passation"), null, "/besoins/passation?de=" + from);
                },
                () -> page(from, List.of(), person));
    }

    @GetMapping("/{need}/rendre")
    ModelAndView release(@PathVariable String need, Person person) {
        return releasePage(need, person);
    }

    @PostMapping("/{need}/rendre")
    ModelAndView release(
            @PathVariable String need,
            @RequestParam(required = false) @Nullable String motif,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        NeedView row = acts.find(need, person);
        return forms.answer(
                () -> {
                    handOvers.release(
                            row, Code.known(ReleaseReason.class, motif).orElse(null), person, context);
                    return FormAct.done(new JustDone("rendu", need), retour, "/besoins/" + need);
                },
                () -> releasePage(need, person));
    }

    private ModelAndView page(String from, List<String> chosen, Person person) {
        List<NeedView> desk = handOvers.desk(from, person);
        List<NeedView> going = chosen.isEmpty()
                ? desk
                : desk.stream().filter(need -> chosen.contains(need.need())).toList();
        return new ModelAndView("besoins/passation")
                .addObject("de", from)
                .addObject("soi", from.equals(person.account()))
                .addObject(
                        "besoins",
                        desk.stream()
                                .map(need -> words.item(need, acts.today()))
                                .toList())
                .addObject("choisis", going.stream().map(NeedView::need).toList())
                .addObject("collegues", handOvers.receivers(going, from))
                .addObject(
                        "motifs",
                        Arrays.stream(HandOverReason.values())
                                .filter(HandOverReason::said)
                                .map(reason ->
                                        new Choice(reason.name(), choices.word("passation.motif", reason.name())))
                                .toList());
    }

    private ModelAndView releasePage(String need, Person person) {
        return new ModelAndView("besoins/rendre")
                .addObject("item", words.item(acts.find(need, person), acts.today()))
                .addObject(
                        "motifs",
                        Arrays.stream(ReleaseReason.values())
                                .map(reason -> new Choice(reason.name(), choices.word("rendre.motif", reason.name())))
                                .toList());
    }

    /** A référent hands over the own needs, a coordinator those of anybody. */
    private static String from(@Nullable String account, Person person) {
        return account == null || account.isBlank() ? person.account() : account;
    }
}
