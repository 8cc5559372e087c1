package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.desk.ProposalCards.Card;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.Choice;
import fr.mentoratdurgence.platform.web.Fields;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.platform.web.JustDone;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proposals: why this mentor, and everybody's answer. */
@Controller
@RequestMapping("/appariement")
class ProposalPages {
    private static final Fields TRIAL = Fields.NONE.named("side", "trialSide");
    private static final String MINE = "/appariement/mes-propositions";
    private static final int DECIDED = 30;

    private final ProposalActs acts;
    private final ProposalBoard board;
    private final ProposalCards cards;
    private final FullLoads loads;
    private final Wording wording;
    private final FormAct forms;

    ProposalPages(
            ProposalActs acts,
            ProposalBoard board,
            ProposalCards cards,
            FullLoads loads,
            Wording wording,
            FormAct forms) {
        this.acts = acts;
        this.board = board;
        this.cards = cards;
        this.loads = loads;
        this.wording = wording;
        this.forms = forms;
    }

    @GetMapping("/propositions/{proposal}")
    ModelAndView one(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String non,
            Person person) {
        return page(proposal, person).addObject("openCard", contact != null).addObject("asksNo", non != null);
    }

    private ModelAndView page(String proposal, Person person) {
        ProposalRow row = acts.proposal(proposal, person);
        boolean full = person.inTeam() && row.status().is(Status.ACCEPTED) && loads.full(row, person);
        return new ModelAndView("appariement/proposition")
                .addObject("card", cards.of(row))
                .addObject("suiviDe", proposal)
                .addObject("annulable", acts.undoable(row, person))
                .addObject("team", person.inTeam())
                .addObject("mentor", person.speaksAsMentor())
                .addObject("linked", person.link() != null)
                .addObject("full", full)
                .addObject("limit", loads.limit())
                .addObject("colleagues", full ? loads.withRoom(row, person) : List.of())
                .addObject("coordinator", person.has("coordinator"))
                .addObject("meeting", cards.meeting(row))
                .addObject("explanation", board.explanation(proposal))
                .addObject("sides", wording.options("cote", Side.values()))
                .addObject("trialSides", wording.options("cote", new Side[] {Side.MENTOR, Side.STRUCTURE}))
                .addObject("fits", wording.options("avis", TrialOpinion.values()))
                .addObject("reasons", declineReasons())
                .addObject("overrides", wording.options("derogation", OverrideReason.values()))
                .addObject("exclusionScopes", wording.options("exclure.portee", ExclusionActs.Scope.values()))
                .addObject("exclusionReasons", wording.options("exclusion", ExclusionReason.values()));
    }

    /** What a mentor, or a structure, is asked. */
    @GetMapping("/mes-propositions")
    String mine(Person person, Model model) {
        List<Card> all = cards.of(acts.mine(person));
        boolean mentor = person.has("mentor");
        List<Card> open = all.stream().filter(c -> waitsFor(c.row(), mentor)).toList();
        model.addAttribute("mentor", mentor);
        model.addAttribute("open", open);
        model.addAttribute(
                "meetings",
                open.stream().collect(Collectors.toMap(c -> c.row().proposal(), c -> cards.meeting(c.row()))));
        model.addAttribute(
                "decided",
                all.stream()
                        .filter(c -> !waitsFor(c.row(), mentor))
                        .limit(DECIDED)
                        .toList());
        return "appariement/mes-propositions";
    }

    private static boolean waitsFor(ProposalRow row, boolean mentor) {
        return row.status().is(Status.PROPOSED)
                ? mentor
                : row.status().is(Status.TRIAL) && (mentor ? row.mentorFit() : row.structureFit()) == null;
    }

    @PostMapping("/propositions/{proposal}/acceptation")
    ModelAndView accept(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(proposal, person, () -> {
            ProposalRow row = acts.proposal(proposal, person);
            acts.accept(row, person, context);
            String yes = row.prematching() == null ? "oui" : "oui.essai";
            boolean reported = !person.speaksAsMentor();
            return FormAct.done(
                    new JustDone(reported ? "oui.telephone" : yes, proposal), retour, after(proposal, person));
        });
    }

    @PostMapping("/propositions/{proposal}/refus")
    ModelAndView decline(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(proposal, person, () -> {
            Side said = Wording.code(Side.class, side);
            Violations wrong = new Violations();
            if (person.inTeam() && !person.speaksAsMentor() && said == null) {
                wrong.add("side", "refus.cote.manquant");
            }
            acts.decline(
                    acts.proposal(proposal, person),
                    said,
                    Wording.code(DeclineReason.class, reason),
                    wrong,
                    person,
                    context);
            return FormAct.done(
                    new JustDone(person.inTeam() ? "refus" : "non", proposal), retour, after(proposal, person));
        });
    }

    /** The no was a mistake. */
    @PostMapping("/propositions/{proposal}/refus/annulation")
    ModelAndView undoDecline(@PathVariable String proposal, Person person, CommandContext context) {
        return answer(proposal, person, () -> {
            acts.undoDecline(acts.proposal(proposal, person), person, context);
            return FormAct.done(new JustDone("annulation", proposal), null, item(proposal));
        });
    }

    @PostMapping("/propositions/{proposal}/validation")
    ModelAndView validate(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String derogation,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        return answer(proposal, person, () -> {
            var _ = acts.validate(
                    acts.proposal(proposal, person), Wording.code(OverrideReason.class, derogation), person, context);
            return FormAct.done(new JustDone("validation", proposal), retour, item(proposal));
        });
    }

    /** Whoever follows enough pairs asks a colleague, or the coordinators. */
    @PostMapping("/propositions/{proposal}/confier")
    ModelAndView askValidation(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String colleague,
            Person person,
            CommandContext context) {
        return answer(proposal, person, () -> {
            acts.askValidation(acts.proposal(proposal, person), colleague, person, context);
            boolean coordinators = colleague == null || colleague.isBlank();
            return FormAct.done(new JustDone(coordinators ? "demandee" : "confiee", proposal), null, item(proposal));
        });
    }

    @PostMapping("/propositions/{proposal}/essai")
    ModelAndView trial(
            @PathVariable String proposal,
            @RequestParam(name = "trialSide", required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String fit,
            Person person,
            CommandContext context) {
        return forms.answer(
                TRIAL,
                () -> {
                    Side said = Wording.code(Side.class, side);
                    acts.answerTrial(
                            acts.proposal(proposal, person),
                            said,
                            Wording.code(TrialOpinion.class, fit),
                            new Violations(),
                            person,
                            context);
                    return FormAct.done(new JustDone("essai", proposal), null, item(proposal));
                },
                () -> page(proposal, person).addObject("saidSide", side).addObject("saidFit", fit));
    }

    /** An answer that cannot be given is said on the page of the proposal, as it is now. */
    private ModelAndView answer(String proposal, Person person, Supplier<ModelAndView> act) {
        return forms.answer(act, () -> page(proposal, person));
    }

    private List<Choice> declineReasons() {
        return wording.options("refus.motif", new DeclineReason[] {
            DeclineReason.NO_TIME, DeclineReason.SCHEDULE, DeclineReason.SUBJECT, DeclineReason.OTHER
        });
    }

    /** Who came by a link sees this one proposal, a mentor who logged in all of the own. */
    private static String after(String proposal, Person person) {
        return person.inTeam() || person.link() != null ? item(proposal) : MINE;
    }

    private static String item(String proposal) {
        return "/appariement/propositions/" + proposal;
    }
}
