package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import fr.mentoratdurgence.matching.running.DryRun;
import fr.mentoratdurgence.matching.running.MatchingJob;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.RunReplay;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FirstRows;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.jobs.Jobs;
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

    private final Jobs jobs;
    private final RunBoard board;
    private final ProposalBoard proposals;
    private final Runs runs;
    private final PolicyVersions policies;
    private final Waits waits;
    private final ProposalCards cards;
    private final Wording wording;

    RunPages(
            Jobs jobs,
            RunBoard board,
            ProposalBoard proposals,
            Runs runs,
            PolicyVersions policies,
            Waits waits,
            ProposalCards cards,
            Wording wording) {
        this.jobs = jobs;
        this.board = board;
        this.proposals = proposals;
        this.runs = runs;
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
    ModelAndView run(@RequestParam(required = false) @Nullable String retour, Person person, CommandContext context) {
        return jobs.lead(
                jobs.ask(MatchingJob.MATCHING_RUN, new MatchingJob.Run(false), person, context), person, retour);
    }

    @GetMapping("/calculs")
    String all(Model model) {
        model.addAttribute("runs", board.runs(LATEST).stream().map(this::card).toList());
        return "appariement/calculs";
    }

    @GetMapping("/calculs/{run}")
    ModelAndView one(@PathVariable String run, Person person) {
        return page(runs.row(run), person);
    }

    /**
     * The same run again, from the events that it knew.
     *
     * @param travail the job that did it; left out, it is done now
     */
    @GetMapping("/calculs/{run}/rejeu")
    ModelAndView replay(
            @PathVariable String run,
            @RequestParam(required = false) @Nullable String travail,
            Person person,
            CommandContext context) {
        RunRow row = runs.row(run);
        String job = travail != null
                ? travail
                : jobs.ask(MatchingJob.RUN_REPLAY, new OversightActs.ReplayAsked(run), person, context);
        return jobs.show(
                MatchingJob.RUN_REPLAY,
                job,
                person,
                RunReplay.Replay.class,
                replay -> page(row, person).addObject("replay", replay));
    }

    /**
     * If a run began now.
     *
     * @param travail the job that worked it out; left out, it is worked out now
     */
    @GetMapping("/calculs/a-blanc")
    ModelAndView dry(
            @RequestParam(required = false) @Nullable Integer regle,
            @RequestParam(required = false) @Nullable String travail,
            Person person,
            CommandContext context) {
        String job = travail != null
                ? travail
                : jobs.ask(MatchingJob.DRY_RUN, new OversightActs.DryAsked(regle), person, context);
        return jobs.show(MatchingJob.DRY_RUN, job, person, DryRun.class, dry -> dryPage(dry, person));
    }

    private ModelAndView dryPage(DryRun dry, Person person) {
        return new ModelAndView("appariement/a-blanc")
                .addObject("dry", dry)
                .addObject("activeVersion", policies.active().version())
                .addObject("bars", AudienceBar.ofDryRun(dry.audiences()))
                .addObject(
                        "gainSeats",
                        dry.gains().stream().mapToInt(DryRun.Gain::seats).sum())
                .addObject(
                        "waitSeats",
                        dry.waits().stream().mapToInt(DryRun.Wait::seats).sum())
                .addObject("gains", dry.gains().stream().limit(SHOWN).toList())
                .addObject(
                        "lefts",
                        dry.waits().stream()
                                .limit(SHOWN)
                                .map(wait -> new LeftCard(wait, waits.sentences(wait.line(), wait.why(), person)))
                                .toList())
                .addObject("moreGains", Math.max(0, dry.gains().size() - SHOWN))
                .addObject("moreLefts", Math.max(0, dry.waits().size() - SHOWN));
    }

    private ModelAndView page(RunRow row, Person person) {
        RunOutcome outcome = row.outcome();
        int opened = proposals.countProposalsOf(row.run(), person);
        return new ModelAndView("appariement/calcul")
                .addObject("run", card(row))
                .addObject("outcome", outcome)
                .addObject("bars", outcome == null ? List.of() : AudienceBar.ofRun(outcome.fairness()))
                .addObject("proposals", cards.of(proposals.proposalsOf(row.run(), person, new Page(0, SHOWN))))
                .addObject("moreProposals", Math.max(0, opened - SHOWN))
                .addObject("manyMore", opened > FirstRows.MOST);
    }

    private RunCard card(RunRow row) {
        return new RunCard(row, wording.moment(row.startedAt()));
    }
}
