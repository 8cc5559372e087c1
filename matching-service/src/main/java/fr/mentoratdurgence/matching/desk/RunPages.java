package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.matching.running.DryRun;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.RunReplay;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Runs: what one would bring, what each one brought, and the proof. */
@Controller
@RequestMapping("/appariement")
class RunPages {
    private static final int LATEST = 50;
    private static final int SHOWN = 50;

    private final OversightActs acts;
    private final RunBoard board;
    private final ProposalBoard proposals;
    private final Runs runs;
    private final RunReplay replays;
    private final PolicyVersions policies;
    private final Waits waits;
    private final ProposalCards cards;
    private final Wording wording;

    RunPages(
            OversightActs acts,
            RunBoard board,
            ProposalBoard proposals,
            Runs runs,
            RunReplay replays,
            PolicyVersions policies,
            Waits waits,
            ProposalCards cards,
            Wording wording) {
        this.acts = acts;
        this.board = board;
        this.proposals = proposals;
        this.runs = runs;
        this.replays = replays;
        this.policies = policies;
        this.waits = waits;
        this.cards = cards;
        this.wording = wording;
    }

    /** A run with its moment in words. */
    record RunCard(RunRow row, String at) {}

    /** A line that a dry run leaves waiting, with the reason in sentences. */
    record LeftCard(DryRun.Wait left, List<String> reasons) {}

    @PostMapping("/calcul")
    ModelAndView run(@RequestParam(required = false) @Nullable String retour, CommandContext context) {
        return SeeOther.back(retour, "/appariement/calculs/" + runs.run(context).run());
    }

    @GetMapping("/calculs")
    String all(Model model) {
        model.addAttribute("runs", board.runs(LATEST).stream().map(this::card).toList());
        return "appariement/calculs";
    }

    @GetMapping("/calculs/{run}")
    String one(@PathVariable String run, Person person, Model model) {
        return page(runs.row(run), person, model);
    }

    /** The same run again, from the events that it knew. */
    @GetMapping("/calculs/{run}/rejeu")
    String replay(@PathVariable String run, Person person, Model model) {
        RunRow row = runs.row(run);
        model.addAttribute("replay", replays.replay(run));
        return page(row, person, model);
    }

    /** If a run began now. */
    @GetMapping("/calculs/a-blanc")
    String dry(@RequestParam(required = false) @Nullable Integer regle, Person person, Model model) {
        DryRun dry = acts.dryRun(regle, person);
        model.addAttribute("dry", dry);
        model.addAttribute("activeVersion", policies.active().version());
        model.addAttribute("bars", AudienceBar.ofDryRun(dry.audiences()));
        model.addAttribute(
                "gainSeats", dry.gains().stream().mapToInt(DryRun.Gain::seats).sum());
        model.addAttribute(
                "waitSeats", dry.waits().stream().mapToInt(DryRun.Wait::seats).sum());
        model.addAttribute("gains", dry.gains().stream().limit(SHOWN).toList());
        model.addAttribute(
                "lefts",
                dry.waits().stream()
                        .limit(SHOWN)
                        .map(wait -> new LeftCard(wait, waits.sentences(wait.line(), wait.why(), person)))
                        .toList());
        model.addAttribute("moreGains", Math.max(0, dry.gains().size() - SHOWN));
        model.addAttribute("moreLefts", Math.max(0, dry.waits().size() - SHOWN));
        return "appariement/a-blanc";
    }

    private String page(RunRow row, Person person, Model model) {
        RunOutcome outcome = row.outcome();
        model.addAttribute("run", card(row));
        model.addAttribute("outcome", outcome);
        model.addAttribute("bars", outcome == null ? List.of() : AudienceBar.ofRun(outcome.fairness()));
        model.addAttribute("proposals", cards.of(proposals.proposalsOf(row.run(), person, Page.of(1, SHOWN))));
        int opened = proposals.countProposalsOf(row.run(), person);
        model.addAttribute("moreProposals", Math.max(0, opened - SHOWN));
        model.addAttribute("manyMore", opened > FirstRows.MOST);
        return "appariement/calcul";
    }

    private RunCard card(RunRow row) {
        return new RunCard(row, wording.moment(row.startedAt()));
    }
}
