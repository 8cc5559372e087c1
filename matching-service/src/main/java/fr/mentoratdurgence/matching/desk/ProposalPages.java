package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.ProposalRow.Status;
import fr.mentoratdurgence.matching.desk.ProposalCards.Card;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Fit;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private static final List<String> DONE = List.of("oui", "oui.essai", "non");
    private static final String MINE = "/appariement/mes-propositions";
    private static final int DECIDED = 30;
    private static final int PER_PAGE = 25;

    private final Desk desk;
    private final Board board;
    private final ProposalCards cards;
    private final Wording wording;
    private final Texts texts;

    ProposalPages(Desk desk, Board board, ProposalCards cards, Wording wording, Texts texts) {
        this.desk = desk;
        this.board = board;
        this.cards = cards;
        this.wording = wording;
        this.texts = texts;
    }

    @GetMapping("/propositions")
    String all(
            @RequestParam(required = false) @Nullable String etat,
            @RequestParam(defaultValue = "1") int feuille,
            Person person,
            Model model) {
        Status status = Wording.code(Status.class, etat);
        int total = board.countProposals(person, status);
        String address = "/appariement/propositions?" + (status == null ? "" : "etat=" + status + "&") + "feuille=";
        Sheet sheet = Sheet.of(feuille, total, PER_PAGE, address);
        model.addAttribute("states", wording.options("etat", Status.values()));
        model.addAttribute("state", status == null ? null : status.name());
        model.addAttribute("total", total);
        model.addAttribute("proposals", cards.of(board.proposals(person, status, sheet.rows())));
        sheet.show(model);
        return "appariement/propositions";
    }

    @GetMapping("/propositions/{proposal}")
    String one(@PathVariable String proposal, Person person, Model model) {
        ProposalRow row = desk.proposal(proposal, person);
        model.addAttribute("card", cards.of(row));
        model.addAttribute("team", Desk.inTeam(person));
        model.addAttribute("mentor", person.has("mentor"));
        model.addAttribute("coordinator", person.has("coordinator"));
        model.addAttribute("meeting", cards.meeting(row));
        model.addAttribute("explanation", board.explanation(proposal));
        model.addAttribute("sides", wording.options("cote", Side.values()));
        model.addAttribute("trialSides", wording.options("cote", new Side[] {Side.MENTOR, Side.STRUCTURE}));
        model.addAttribute("fits", wording.options("avis", Fit.values()));
        model.addAttribute("reasons", declineReasons());
        model.addAttribute("overrides", wording.options("derogation", OverrideReason.values()));
        model.addAttribute("exclusionReasons", wording.options("exclusion", ExclusionReason.values()));
        return "appariement/proposition";
    }

    /** What a mentor, or a structure, is asked. */
    @GetMapping("/mes-propositions")
    String mine(@RequestParam(defaultValue = "") String fait, Person person, Model model) {
        List<Card> all = cards.of(desk.mine(person));
        boolean mentor = person.has("mentor");
        List<Card> open = all.stream().filter(c -> waitsFor(c.row(), mentor)).toList();
        model.addAttribute("mentor", mentor);
        model.addAttribute("done", DONE.contains(fait) ? fait : null);
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
        return switch (row.status()) {
            case PROPOSED -> mentor;
            case TRIAL -> (mentor ? row.mentorFit() : row.structureFit()) == null;
            default -> false;
        };
    }

    @PostMapping("/propositions/{proposal}/acceptation")
    ModelAndView accept(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        desk.accept(proposal, person, context);
        return SeeOther.back(retour, MINE + "?fait=oui");
    }

    @PostMapping("/propositions/{proposal}/refus")
    ModelAndView decline(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        desk.decline(
                proposal, Wording.code(Side.class, side), Wording.code(DeclineReason.class, reason), person, context);
        return SeeOther.back(retour, Desk.inTeam(person) ? item(proposal) : MINE + "?fait=non");
    }

    @PostMapping("/propositions/{proposal}/validation")
    ModelAndView validate(
            @PathVariable String proposal,
            @RequestParam(required = false) @Nullable String derogation,
            @RequestParam(required = false) @Nullable String retour,
            Person person,
            CommandContext context) {
        var _ = desk.validate(proposal, Wording.code(OverrideReason.class, derogation), person, context);
        return SeeOther.back(retour, item(proposal));
    }

    @PostMapping("/propositions/{proposal}/essai")
    Object trial(
            @PathVariable String proposal,
            @RequestParam(name = "trialSide", required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String fit,
            Person person,
            CommandContext context,
            Model model,
            HttpServletResponse response) {
        try {
            desk.answerTrial(proposal, Wording.code(Side.class, side), Wording.code(Fit.class, fit), person, context);
            return SeeOther.at(item(proposal));
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "violations",
                    texts.of(invalid).stream()
                            .map(f -> f.field().equals("side") ? new Texts.Fault("trialSide", f.message()) : f)
                            .toList());
            model.addAttribute("saidSide", side);
            model.addAttribute("saidFit", fit);
            return one(proposal, person, model);
        }
    }

    private List<Wording.Option> declineReasons() {
        return wording.options("refus.motif", new DeclineReason[] {
            DeclineReason.NO_TIME, DeclineReason.SCHEDULE, DeclineReason.SUBJECT, DeclineReason.OTHER
        });
    }

    private static String item(String proposal) {
        return "/appariement/propositions/" + proposal;
    }
}
