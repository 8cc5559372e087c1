package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.desk.ExclusionActs.Scope;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.running.HandChoice;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One waiting line, and what a person may do for it. */
@Controller
@RequestMapping("/appariement/lignes/{need}/{line}")
class LinePages {
    private static final int CHOICES = 12;
    private static final int NAMED_FROM = 60;

    private final LineActs acts;
    private final ExclusionActs exclusions;
    private final HandChoice choice;
    private final Waits waits;
    private final Wording wording;
    private final FormAct forms;

    LinePages(LineActs acts, ExclusionActs exclusions, HandChoice choice, Waits waits, Wording wording, FormAct forms) {
        this.acts = acts;
        this.exclusions = exclusions;
        this.choice = choice;
        this.waits = waits;
        this.wording = wording;
        this.forms = forms;
    }

    /** A mentor somebody may choose by hand. */
    record Named(String mentor, int score, boolean fits, List<String> broken) {}

    @GetMapping
    ModelAndView line(@PathVariable String need, @PathVariable int line, Person person) {
        return page(need, line, person);
    }

    /** A mentor chosen by hand. */
    @PostMapping
    ModelAndView match(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(required = false) @Nullable String mentor,
            @RequestParam(required = false) @Nullable String reason,
            Person person,
            CommandContext context) {
        return forms.answer(
                () -> {
                    ManualReason why = Wording.code(ManualReason.class, reason);
                    return SeeOther.at("/appariement/propositions/"
                            + acts.match(need, line, mentor, why, new Violations(), person, context));
                },
                () -> page(need, line, person).addObject("chosenMentor", mentor).addObject("chosenReason", reason));
    }

    /** Named mentors first, one after the other. */
    @PostMapping("/prematching")
    ModelAndView prematch(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(name = "mentors[0]", defaultValue = "") String first,
            @RequestParam(name = "mentors[1]", defaultValue = "") String second,
            @RequestParam(name = "mentors[2]", defaultValue = "") String third,
            Person person,
            CommandContext context) {
        List<String> given = List.of(first, second, third);
        List<String> named = new ArrayList<>();
        Fields fields = Fields.NONE.named("mentors", "mentors[0]");
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).isBlank()) {
                fields = fields.named("mentors[" + named.size() + "]", "mentors[" + i + "]");
                named.add(given.get(i));
            }
        }
        return forms.answer(
                fields,
                () -> SeeOther.at("/appariement/prematchings/"
                        + acts.prematch(need, line, named, new Violations(), person, context)),
                () -> page(need, line, person).addObject("named", given));
    }

    /** The two are not proposed to each other (again). */
    @PostMapping("/exclusions")
    ModelAndView exclude(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(name = "excluded", required = false) @Nullable String mentor,
            @RequestParam(name = "exclusionReason", required = false) @Nullable String reason,
            @RequestParam(name = "exclusionScope", required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return forms.answer(
                Fields.NONE.named("mentor", "excluded").named("reason", "exclusionReason"),
                () -> {
                    ExclusionReason why = Wording.code(ExclusionReason.class, reason);
                    boolean apart = exclusions.exclude(
                            need,
                            line,
                            mentor,
                            why,
                            Wording.code(Scope.class, scope),
                            new Violations(),
                            person,
                            context);
                    return FormAct.done(
                            new JustDone(apart ? "exclusion.structure" : "exclusion", need),
                            retour,
                            "/appariement/exclusions");
                },
                () -> page(need, line, person)
                        .addObject("excluded", mentor)
                        .addObject("exclusionReason", reason)
                        .addObject("exclusionScope", scope));
    }

    private ModelAndView page(String need, int number, Person person) {
        FreeLine line = acts.line(need, number, person);
        HandChoice.Choices choices = choice.choices(line, NAMED_FROM);
        List<Named> all = choices.free().stream()
                .map(s -> new Named(
                        s.mentor(),
                        s.score(),
                        s.explanation().broken().isEmpty(),
                        s.explanation().broken().stream()
                                .map(rule -> wording.of("regle.manque." + rule))
                                .toList()))
                .toList();
        ShortNames names = new ShortNames();
        return new ModelAndView("appariement/ligne")
                .addObject("card", waits.cards(List.of(line), person).getFirst())
                .addObject("choices", all.subList(0, Math.min(CHOICES, all.size())))
                .addObject(
                        "barredMentors",
                        choices.barred().stream()
                                .map(s -> wording.of("ligne.ecarte." + HandChoice.bar(s), names.of(s.mentor())))
                                .toList())
                .addObject("heldMentors", choices.held())
                .addObject("expiredMentors", choices.expired())
                .addObject(
                        "nameable",
                        all.stream()
                                .map(choice -> new Choice(
                                        choice.mentor(),
                                        wording.of(
                                                choice.fits() ? "ligne.mentor" : "ligne.mentor.ecart",
                                                names.of(choice.mentor()),
                                                choice.score())))
                                .toList())
                .addObject("manualReasons", wording.options("choix", ManualReason.values()))
                .addObject("exclusionScopes", wording.options("exclure.portee", Scope.values()))
                .addObject("exclusionReasons", wording.options("exclusion", ExclusionReason.values()));
    }
}
