package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.RunBoard;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.LoadEvent.BanReason;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.running.MatchingJob;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.jobs.Jobs;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matching for programs. */
@RestController
@RequestMapping("${mentorat.api}")
class MatchingApi {
    private static final int LATEST = 50;

    private final ProposalActs acts;
    private final LineActs line;
    private final ExclusionActs exclusions;
    private final OversightActs team;
    private final ProposalBoard proposals;
    private final PairingBoard pairings;
    private final LineBoard lines;
    private final RunBoard board;
    private final Runs runs;
    private final Jobs jobs;

    MatchingApi(
            ProposalActs acts,
            LineActs line,
            ExclusionActs exclusions,
            OversightActs team,
            ProposalBoard proposals,
            PairingBoard pairings,
            LineBoard lines,
            RunBoard board,
            Runs runs,
            Jobs jobs) {
        this.acts = acts;
        this.line = line;
        this.exclusions = exclusions;
        this.team = team;
        this.proposals = proposals;
        this.pairings = pairings;
        this.lines = lines;
        this.board = board;
        this.runs = runs;
        this.jobs = jobs;
    }

    record Answer(String proposal) {}

    record Confirmation(String proposal, String pair) {}

    record Exclusion(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ExclusionReason reason,
            ExclusionActs.@Nullable Scope scope) {}

    /** @param structure where the exclusion is of no one line */
    record Lifting(
            @Nullable String mentor,
            @Nullable String structure,
            @Nullable String need,
            @Nullable Integer line,
            @Nullable LiftReason reason) {}

    record Release(@Nullable ReleaseReason reason) {}

    record Ban(@Nullable BanReason exclusion) {}

    record Validation(@Nullable OverrideReason override) {}

    record TrialAnswer(@Nullable Side side, @Nullable TrialOpinion fit) {}

    record PreMatching(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable List<String> mentors) {}

    record Asked(String prematching) {}

    record Decline(@Nullable Side side, @Nullable DeclineReason reason) {}

    record Match(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ManualReason reason) {}

    /** @param explanation without rivals where a mentor asks */
    record ProposalDetail(ProposalRow proposal, Explanation explanation) {}

    /** @param why as of this moment, looked for among all mentors */
    record LineDetail(FreeLine line, WhyWaiting why) {}

    @PostMapping("/runs")
    ResponseEntity<Object> run(Person person, CommandContext context) {
        return jobs.answer(
                jobs.ask(MatchingJob.MATCHING_RUN, new MatchingJob.Run(false), person, context), person, HttpStatus.OK);
    }

    @GetMapping("/runs")
    List<RunRow> latestRuns() {
        return board.runs(LATEST);
    }

    @GetMapping("/runs/{run}")
    RunRow run(@PathVariable String run) {
        return runs.row(run);
    }

    /** The same run again, from the events that it knew. */
    @GetMapping("/runs/{run}/replay")
    ResponseEntity<Object> replay(@PathVariable String run, Person person, CommandContext context) {
        var asked = new OversightActs.ReplayAsked(runs.row(run).run());
        return jobs.answer(jobs.ask(MatchingJob.RUN_REPLAY, asked, person, context), person, HttpStatus.OK);
    }

    @PostMapping("/runs/dry")
    ResponseEntity<Object> dry(
            @RequestBody(required = false) OversightActs.@Nullable DryAsked body,
            Person person,
            CommandContext context) {
        var asked = body == null ? new OversightActs.DryAsked(null) : body;
        return jobs.answer(jobs.ask(MatchingJob.DRY_RUN, asked, person, context), person, HttpStatus.OK);
    }

    @GetMapping("/hints")
    List<ExplainedPlan.Hint> hints() {
        return runs.hints();
    }

    /** A portion of a long list, the oldest first. */
    @GetMapping("/proposals")
    ResponseEntity<List<ProposalRow>> proposals(
            @RequestParam(required = false) ProposalRow.@Nullable Status status,
            @RequestParam(defaultValue = "ALL") ProposalBoard.Followed followed,
            @RequestParam(defaultValue = "") String after,
            Person person) {
        return ReadOn.answer(proposals.read(person, new ProposalBoard.Wanted(status, null, followed), after));
    }

    @GetMapping("/proposals/mine")
    List<ProposalRow> mine(Person person) {
        return acts.mine(person);
    }

    @GetMapping("/proposals/{proposal}")
    ProposalDetail proposal(@PathVariable String proposal, Person person) {
        ProposalRow row = acts.proposal(proposal, person);
        Explanation e = proposals.explanation(proposal);
        return new ProposalDetail(row, person.inTeam() ? e : new Explanation(e.terms(), e.checked(), e.broken(), null));
    }

    @PostMapping("/proposals/{proposal}/acceptance")
    Answer accept(@PathVariable String proposal, Person person, CommandContext context) {
        acts.accept(acts.proposal(proposal, person), person, context);
        return new Answer(proposal);
    }

    @PostMapping("/proposals/{proposal}/decline")
    Answer decline(
            @PathVariable String proposal,
            @RequestBody(required = false) @Nullable Decline body,
            Violations wrong,
            Person person,
            CommandContext context) {
        Decline said = body == null ? new Decline(null, null) : body;
        acts.decline(acts.proposal(proposal, person), said.side(), said.reason(), wrong, person, context);
        return new Answer(proposal);
    }

    /** The no was a mistake: taken back for ten minutes, as long as nobody has built on it. */
    @PostMapping("/proposals/{proposal}/decline/undoing")
    Answer undoDecline(@PathVariable String proposal, Person person, CommandContext context) {
        acts.undoDecline(acts.proposal(proposal, person), person, context);
        return new Answer(proposal);
    }

    @PostMapping("/proposals/{proposal}/validation")
    Confirmation validate(
            @PathVariable String proposal,
            @RequestBody(required = false) @Nullable Validation body,
            Person person,
            CommandContext context) {
        OverrideReason override = body == null ? null : body.override();
        return new Confirmation(proposal, acts.validate(acts.proposal(proposal, person), override, person, context));
    }

    @PostMapping("/proposals/{proposal}/trial")
    Answer answerTrial(
            @PathVariable String proposal,
            @RequestBody TrialAnswer body,
            Violations wrong,
            Person person,
            CommandContext context) {
        acts.answerTrial(acts.proposal(proposal, person), body.side(), body.fit(), wrong, person, context);
        return new Answer(proposal);
    }

    @PostMapping("/exclusions")
    ResponseEntity<Void> exclude(@RequestBody Exclusion body, Violations wrong, Person person, CommandContext context) {
        var _ = exclusions.exclude(
                body.need(), body.line(), body.mentor(), body.reason(), body.scope(), wrong, person, context);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/exclusions/lifting")
    ResponseEntity<Void> lift(@RequestBody Lifting body, Violations wrong, Person person, CommandContext context) {
        exclusions.lift(
                new ExclusionActs.Which(body.mentor(), body.structure(), body.need(), body.line()),
                body.reason(),
                wrong,
                person,
                context);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/prematchings")
    ResponseEntity<Asked> prematch(
            @RequestBody PreMatching body, Violations wrong, Person person, CommandContext context) {
        String prematching = line.prematch(body.need(), body.line(), body.mentors(), wrong, person, context);
        return ResponseEntity.created(URI.create("/api/matching/v1/prematchings/" + prematching))
                .body(new Asked(prematching));
    }

    @GetMapping("/prematchings")
    ResponseEntity<List<PreMatchingRow>> prematchings(@RequestParam(defaultValue = "") String after, Person person) {
        return ReadOn.answer(pairings.read(person, after));
    }

    @GetMapping("/prematchings/{prematching}")
    PreMatchingRow prematching(@PathVariable String prematching, Person person) {
        return line.prematching(prematching, person);
    }

    @PostMapping("/prematchings/{prematching}/withdrawal")
    Asked withdrawPrematching(@PathVariable String prematching, Person person, CommandContext context) {
        line.withdraw(line.prematching(prematching, person), context);
        return new Asked(prematching);
    }

    /** Mentors to whom nothing is proposed until a coordinator decides. */
    @GetMapping("/held-mentors")
    List<HeldRow> held(Person person) {
        return team.held(person);
    }

    @PostMapping("/held-mentors/{mentor}/release")
    ResponseEntity<Void> release(
            @PathVariable String mentor, @RequestBody Release body, Person person, CommandContext context) {
        team.release(mentor, body.reason(), person, context);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/held-mentors/{mentor}/exclusion")
    ResponseEntity<Void> exclude(
            @PathVariable String mentor, @RequestBody Ban body, Person person, CommandContext context) {
        team.exclude(mentor, body.exclusion(), person, context);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/referents")
    ResponseEntity<List<OversightActs.Load>> loads(@RequestParam(defaultValue = "") String after, Person person) {
        return ReadOn.answer(team.read(person, after));
    }

    @PostMapping("/matches")
    ResponseEntity<Answer> match(@RequestBody Match body, Violations wrong, Person person, CommandContext context) {
        String proposal = line.match(body.need(), body.line(), body.mentor(), body.reason(), wrong, person, context);
        return ResponseEntity.created(URI.create("/api/matching/v1/proposals/" + proposal))
                .body(new Answer(proposal));
    }

    @GetMapping("/lines")
    ResponseEntity<List<FreeLine>> lines(@RequestParam(defaultValue = "") String after, Person person) {
        return ReadOn.answer(lines.read(person, after));
    }

    @GetMapping("/lines/{need}/{line}")
    LineDetail line(@PathVariable String need, @PathVariable("line") int number, Person person) {
        FreeLine row = line.line(need, number, person);
        WhyWaiting why = runs.whyWaiting(List.of(row)).stream()
                .map(ExplainedPlan.Waiting::why)
                .findFirst()
                .orElse(new WhyWaiting(0, List.of(), 0, 0));
        return new LineDetail(row, why);
    }
}
