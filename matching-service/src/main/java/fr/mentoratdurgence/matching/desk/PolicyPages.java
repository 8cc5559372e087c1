package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.board.PolicyRow;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.PolicyContent;
import fr.mentoratdurgence.matching.proposing.PolicyRejection;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.FormAct;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The policy in words, its versions, and a new one. */
@Controller
@RequestMapping("/appariement/regles")
class PolicyPages {
    private final RunBoard board;
    private final PolicyVersions policies;
    private final Commands commands;
    private final Clock clock;
    private final PolicyWords words;
    private final Wording wording;
    private final FormAct forms;

    PolicyPages(
            RunBoard board,
            PolicyVersions policies,
            Commands commands,
            Clock clock,
            PolicyWords words,
            Wording wording,
            FormAct forms) {
        this.board = board;
        this.policies = policies;
        this.commands = commands;
        this.clock = clock;
        this.words = words;
        this.wording = wording;
        this.forms = forms;
    }

    /** A version; moments in words. */
    record VersionCard(
            PolicyRow row, String publishedAt, @Nullable String activatedAt) {}

    @GetMapping
    String all(Person person, Model model) {
        model.addAttribute("versions", board.policies().stream().map(this::card).toList());
        model.addAttribute("coordinator", person.has("coordinator"));
        return "appariement/regles";
    }

    @GetMapping("/{version}")
    String one(@PathVariable int version, Person person, Model model) {
        PolicyRow row = row(version);
        model.addAttribute("version", card(row));
        model.addAttribute("chapters", words.of(row.policy()));
        model.addAttribute("activeVersion", policies.active().version());
        model.addAttribute("coordinator", person.has("coordinator"));
        model.addAttribute("team", person.inTeam());
        return "appariement/regle";
    }

    @GetMapping("/comparer")
    String compare(@RequestParam int de, @RequestParam int a, Model model) {
        model.addAttribute("from", de);
        model.addAttribute("to", a);
        model.addAttribute("changes", words.changes(row(de).policy(), row(a).policy()));
        model.addAttribute("versions", versions());
        return "appariement/regles-comparer";
    }

    @GetMapping("/nouvelle")
    ModelAndView blank() {
        return form(PolicyForm.of(policies.active()));
    }

    @PostMapping
    ModelAndView publish(
            @RequestParam MultiValueMap<String, String> parameters, Person person, CommandContext context) {
        PolicyForm sent = PolicyForm.sent(parameters);
        return forms.answer(
                () -> {
                    PolicyContent content = PolicyContent.of(sent.policy());
                    return SeeOther.at("/appariement/regles/"
                            + commands.send(new PublishPolicy(content, person.account(), clock.instant()), context));
                },
                () -> form(sent));
    }

    /** What activating would change, before it is done. */
    @GetMapping("/{version}/activation")
    ModelAndView confirm(@PathVariable int version) {
        Policy active = policies.active();
        PolicyRow row = row(version);
        return new ModelAndView("appariement/regle-activer")
                .addObject("version", card(row))
                .addObject("activeVersion", active.version())
                .addObject("changes", words.changes(active, row.policy()));
    }

    @PostMapping("/{version}/activation")
    ModelAndView activate(
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer instead,
            Person person,
            CommandContext context) {
        return forms.answer(
                () -> {
                    var act = new ActivatePolicy(version, instead, person.account(), clock.instant());
                    var _ = commands.send(act, context);
                    return SeeOther.at("/appariement/regles/" + version);
                },
                () -> confirm(version));
    }

    private ModelAndView form(PolicyForm form) {
        return new ModelAndView("appariement/regle-nouvelle")
                .addObject("numbers", form.numbers())
                .addObject("rules", wording.options("regle.nom", PolicyForm.choosable()))
                .addObject("chosenRules", form.ticked("rules"))
                .addObject("bands", wording.options("niveau.court", LevelBand.values()))
                .addObject("chosenBands", form.ticked("minorMentorBands"))
                .addObject("publics", wording.options("public.court", PriorityAudience.values()))
                .addObject("terms", PolicyWords.FIT.stream().map(Enum::name).toList())
                .addObject("activeVersion", policies.active().version());
    }

    private List<Choice> versions() {
        return board.policies().stream()
                .map(row -> String.valueOf(row.policy().version()))
                .map(number -> new Choice(number, wording.of("regle.version", number)))
                .toList();
    }

    private PolicyRow row(int version) {
        return board.policy(version).orElseThrow(() -> new Rejection(PolicyRejection.NO_SUCH_POLICY));
    }

    private VersionCard card(PolicyRow row) {
        return new VersionCard(
                row,
                wording.moment(row.publishedAt()),
                row.activatedAt() == null ? null : wording.moment(row.activatedAt()));
    }
}
