package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.Texts.Fault;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One waiting line, and what a person may do for it. */
@Controller
@RequestMapping("/appariement/lignes/{need}/{line}")
class LinePages {
    private static final int CHOICES = 12;
    private static final int NAMED = 3;
    private static final int NAMED_FROM = 60;

    private final Desk desk;
    private final Waits waits;
    private final Wording wording;
    private final Texts texts;

    LinePages(Desk desk, Waits waits, Wording wording, Texts texts) {
        this.desk = desk;
        this.waits = waits;
        this.wording = wording;
        this.texts = texts;
    }

    /** A mentor somebody may choose by hand. */
    record Choice(String mentor, int score, boolean fits, List<String> broken) {}

    @GetMapping
    String line(@PathVariable String need, @PathVariable int line, Person person, Model model) {
        return page(desk.line(need, line, person), person, model);
    }

    /** A mentor chosen by hand. */
    @PostMapping
    Object match(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(required = false) @Nullable String mentor,
            @RequestParam(required = false) @Nullable String reason,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        try {
            String proposal = desk.match(need, line, mentor, Wording.code(ManualReason.class, reason), person, context);
            return SeeOther.at("/appariement/propositions/" + proposal);
        } catch (InvalidInput invalid) {
            model.addAttribute("chosenMentor", mentor);
            model.addAttribute("chosenReason", reason);
            return again(texts.of(invalid), need, line, person, model, response);
        } catch (Rejection refused) {
            model.addAttribute("chosenMentor", mentor);
            model.addAttribute("chosenReason", reason);
            return refused(refused, need, line, person, model, response);
        }
    }

    /** Named mentors first, one after the other. */
    @PostMapping("/prematching")
    Object prematch(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(name = "mentors[0]", defaultValue = "") String first,
            @RequestParam(name = "mentors[1]", defaultValue = "") String second,
            @RequestParam(name = "mentors[2]", defaultValue = "") String third,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        List<String> given = List.of(first, second, third);
        List<String> named = new ArrayList<>();
        List<Integer> fields = new ArrayList<>();
        for (int i = 0; i < NAMED; i++) {
            if (!given.get(i).isBlank()) {
                named.add(given.get(i));
                fields.add(i);
            }
        }
        try {
            return SeeOther.at("/appariement/prematchings/" + desk.prematch(need, line, named, person, context));
        } catch (InvalidInput invalid) {
            model.addAttribute("named", given);
            List<Fault> faults = texts.of(invalid).stream()
                    .map(fault -> new Fault(field(fault.field(), fields), fault.message()))
                    .toList();
            return again(faults, need, line, person, model, response);
        } catch (Rejection refused) {
            model.addAttribute("named", given);
            return refused(refused, need, line, person, model, response);
        }
    }

    /** The two are not proposed to each other (again). */
    @PostMapping("/exclusions")
    Object exclude(
            @PathVariable String need,
            @PathVariable int line,
            @RequestParam(name = "excluded", required = false) @Nullable String mentor,
            @RequestParam(name = "exclusionReason", required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        try {
            desk.exclude(need, line, mentor, Wording.code(ExclusionReason.class, reason), person, context);
            return SeeOther.back(retour, "/appariement/exclusions");
        } catch (InvalidInput invalid) {
            model.addAttribute("excluded", mentor);
            model.addAttribute("exclusionReason", reason);
            List<Fault> faults = texts.of(invalid).stream()
                    .map(fault ->
                            new Fault(fault.field().equals("mentor") ? "excluded" : "exclusionReason", fault.message()))
                    .toList();
            return again(faults, need, line, person, model, response);
        }
    }

    /** The field of the form for one of the list that was sent. */
    private static String field(String sent, List<Integer> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (sent.equals("mentors[" + i + "]")) {
                return "mentors[" + fields.get(i) + "]";
            }
        }
        return "mentors[0]";
    }

    private String again(
            List<Fault> faults, String need, int line, Person person, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("violations", faults);
        return page(desk.line(need, line, person), person, model);
    }

    /** Somebody was faster: said on the page, with what was chosen and with who can be chosen now. */
    private String refused(
            Rejection refused, String need, int line, Person person, Model model, HttpServletResponse response) {
        if (refused.code().kind() != RejectionCode.Kind.CONFLICT) {
            throw refused;
        }
        LineRow row = desk.line(need, line, person);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", texts.of(refused));
        return page(row, person, model);
    }

    private String page(LineRow line, Person person, Model model) {
        Desk.Choices choices = desk.choices(line, NAMED_FROM);
        List<Choice> all = choices.free().stream()
                .map(s -> new Choice(
                        s.mentor(),
                        s.score(),
                        s.explanation().broken().isEmpty(),
                        s.explanation().broken().stream()
                                .map(rule -> wording.of("regle.manque." + rule))
                                .toList()))
                .toList();
        ShortNames names = new ShortNames();
        model.addAttribute("card", waits.cards(List.of(line), person).getFirst());
        model.addAttribute("choices", all.subList(0, Math.min(CHOICES, all.size())));
        model.addAttribute(
                "barredMentors",
                choices.barred().stream()
                        .map(s -> wording.of("ligne.ecarte." + Desk.bar(s), names.of(s.mentor())))
                        .toList());
        model.addAttribute("heldMentors", choices.held());
        model.addAttribute("expiredMentors", choices.expired());
        model.addAttribute(
                "nameable",
                all.stream()
                        .map(choice -> new Wording.Option(
                                choice.mentor(),
                                wording.of(
                                        choice.fits() ? "ligne.mentor" : "ligne.mentor.ecart",
                                        names.of(choice.mentor()),
                                        choice.score())))
                        .toList());
        model.addAttribute("manualReasons", wording.options("choix", ManualReason.values()));
        model.addAttribute("exclusionReasons", wording.options("exclusion", ExclusionReason.values()));
        return "appariement/ligne";
    }
}
