package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalBoard.MentorFlags;
import fr.mentoratdurgence.matching.desk.ExclusionActs.Scope;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.running.HandChoice;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Of those who cannot be chosen. */
    private static final int LISTED = 60;
    /** Named at once, one after the other to be asked. */
    private static final int SOUGHT = 3;

    private final LineActs acts;
    private final ExclusionActs exclusions;
    private final HandChoice choice;
    private final ProposalBoard board;
    private final Waits waits;
    private final Wording wording;
    private final FormAct forms;

    LinePages(
            LineActs acts,
            ExclusionActs exclusions,
            HandChoice choice,
            ProposalBoard board,
            Waits waits,
            Wording wording,
            FormAct forms) {
        this.acts = acts;
        this.exclusions = exclusions;
        this.choice = choice;
        this.board = board;
        this.waits = waits;
        this.wording = wording;
        this.forms = forms;
    }

    /** A mentor somebody may choose by hand. */
    record Named(String mentor, int score, boolean minor, List<String> broken) {}

    /** A mentor who cannot be chosen. */
    record Barred(String mentor, String why) {}

    /**
     * A mentor whom somebody looked for.
     *
     * @param without the page without this one
     */
    record Sought(String mentor, String without) {}

    /** @param avec mentors whom somebody looked for, in the order in which they would be asked */
    @GetMapping
    ModelAndView line(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(defaultValue = "") List<String> avec,
            Person person) {
        return page(need, line, avec, person);
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
                () -> page(need, line, sought(mentor), person)
                        .addObject("chosenMentor", mentor)
                        .addObject("chosenReason", reason));
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
        List<String> named = Stream.of(first, second, third)
                .filter(mentor -> !mentor.isBlank())
                .toList();
        return forms.answer(
                Fields.NONE.named("mentors", "mentors[0]"),
                () -> SeeOther.at("/appariement/prematchings/"
                        + acts.prematch(need, line, named, new Violations(), person, context)),
                () -> page(need, line, named, person));
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
                () -> page(need, line, sought(mentor), person)
                        .addObject("excluded", mentor)
                        .addObject("exclusionReason", reason)
                        .addObject("exclusionScope", scope));
    }

    private static List<String> sought(@Nullable String mentor) {
        return mentor == null ? List.of() : List.of(mentor);
    }

    private ModelAndView page(String need, int number, List<String> asked, Person person) {
        FreeLine line = acts.line(need, number, person);
        List<String> sought = asked.stream()
                .filter(mentor -> !mentor.isBlank())
                .distinct()
                .limit(SOUGHT)
                .toList();
        HandChoice.Choices choices = choice.choices(line, LISTED, sought);
        List<Suggestion> first = Stream.concat(
                        choices.free().stream().filter(s -> sought.contains(s.mentor())),
                        choices.free().stream()
                                .filter(s -> !sought.contains(s.mentor()))
                                .limit(CHOICES))
                .toList();
        String here = "/appariement/lignes/" + need + "/" + number;
        return new ModelAndView("appariement/ligne")
                .addObject("card", waits.cards(List.of(line), person).getFirst())
                .addObject("choices", named(first))
                .addObject("chosenMentor", sought.size() == 1 ? sought.getFirst() : null)
                .addObject("barred", barred(choices, sought))
                .addObject(
                        "sought",
                        sought.stream()
                                .map(mentor -> new Sought(
                                        mentor,
                                        with(
                                                        here,
                                                        sought.stream()
                                                                .filter(other -> !other.equals(mentor))
                                                                .toList())
                                                + "#nommer"))
                                .toList())
                .addObject("retourAvec", with(here, sought))
                .addObject("manualReasons", wording.options("choix", ManualReason.values()))
                .addObject("exclusionScopes", wording.options("exclure.portee", Scope.values()))
                .addObject("exclusionReasons", wording.options("exclusion", ExclusionReason.values()));
    }

    private List<Named> named(List<Suggestion> suggestions) {
        Map<String, MentorFlags> flags =
                board.flags(suggestions.stream().map(Suggestion::mentor).collect(Collectors.toSet()));
        return suggestions.stream()
                .map(s -> new Named(
                        s.mentor(),
                        s.score(),
                        flags.getOrDefault(s.mentor(), MentorFlags.NONE).minor(),
                        s.explanation().broken().stream()
                                .map(rule -> wording.of("regle.manque." + rule))
                                .toList()))
                .toList();
    }

    /** Who cannot be chosen and why; of those whom somebody looked for nobody is left out. */
    private List<Barred> barred(HandChoice.Choices choices, List<String> sought) {
        Map<String, String> all = new LinkedHashMap<>();
        choices.held().forEach(s -> all.put(s.mentor(), wording.of("ligne.retenu")));
        choices.expired().forEach(s -> all.put(s.mentor(), wording.of("ligne.expire")));
        choices.barred().forEach(s -> all.put(s.mentor(), wording.of("ligne.ecarte." + HandChoice.bar(s))));
        Set<String> free = choices.free().stream().map(Suggestion::mentor).collect(Collectors.toSet());
        sought.stream()
                .filter(mentor -> !free.contains(mentor))
                .forEach(mentor -> all.putIfAbsent(mentor, wording.of("ligne.occupe")));
        return all.entrySet().stream()
                .map(one -> new Barred(one.getKey(), one.getValue()))
                .toList();
    }

    private static String with(String here, List<String> sought) {
        return sought.isEmpty()
                ? here
                : here + sought.stream().map(mentor -> "avec=" + mentor).collect(Collectors.joining("&", "?", ""));
    }
}
