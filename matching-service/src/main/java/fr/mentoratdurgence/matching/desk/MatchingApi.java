package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.board.HeldRow;
import fr.mentoratdurgence.matching.board.LineChoice;
import fr.mentoratdurgence.matching.board.LineRow;
import fr.mentoratdurgence.matching.board.Page;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.board.RunRow;
import fr.mentoratdurgence.matching.engine.Explanation;
import fr.mentoratdurgence.matching.engine.Outcome;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.proposing.LoadEvent.ReleaseReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Fit;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ManualReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ReferentEvent.OverrideReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.running.DryRun;
import fr.mentoratdurgence.matching.running.RunReplay;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private static final int PER_PAGE = 500;

    private final Desk desk;
    private final Board board;
    private final Runs runs;
    private final RunReplay replays;

    MatchingApi(Desk desk, Board board, Runs runs, RunReplay replays) {
        this.desk = desk;
        this.board = board;
        this.runs = runs;
        this.replays = replays;
    }

    record Answer(String proposal) {}

    record Confirmation(String proposal, String pair) {}

    record Exclusion(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable String mentor,
            @Nullable ExclusionReason reason) {}

    record Release(@Nullable ReleaseReason reason) {}

    record Validation(@Nullable OverrideReason override) {}

    record TrialAnswer(@Nullable Side side, @Nullable Fit fit) {}

    record PreMatching(
            @Nullable String need,
            @Nullable Integer line,
            @Nullable List<String> mentors) {}

    /** @param policy a published version; null = the active one */
    record Dry(@Nullable Integer policy) {}

    record Asked(String prematching) {}

    record Decline(@Nullable Side side, @Nullable DeclineReason reason) {}

    record Match(
            @Nullable String need,
            int line,
            @Nullable String mentor,
            @Nullable ManualReason reason) {}

    /** @param explanation without rivals where a mentor asks */
    record ProposalDetail(ProposalRow proposal, Explanation explanation) {}

    record LineDetail(
            String need,
            int line,
            String structure,
            String departement,
            LevelBand levelBand,
            LocalDate declaredOn,
            int waitingDays,
            int seats,
            int free,
            int kept,
            int replacements,
            WhyWaiting why) {}

    @PostMapping("/runs")
    Runs.Result run(CommandContext context) {
        return runs.run(context);
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
    RunReplay.Replay replay(@PathVariable String run) {
        return replays.replay(run);
    }

    @PostMapping("/runs/dry")
    DryRun dry(@RequestBody(required = false) @Nullable Dry body, Person person) {
        return desk.dryRun(body == null ? null : body.policy(), person);
    }

    @GetMapping("/hints")
    List<Outcome.Hint> hints() {
        return runs.hints();
    }

    /** One page of a long list; how many there are in all stands in {@code X-Total-Count}. */
    @GetMapping("/proposals")
    ResponseEntity<List<ProposalRow>> proposals(
            @RequestParam(required = false) ProposalRow.@Nullable Status status,
            @RequestParam(defaultValue = "1") int page,
            Person person) {
        return counted(board.countProposals(person, status), board.proposals(person, status, Page.of(page, PER_PAGE)));
    }

    @GetMapping("/proposals/mine")
    List<ProposalRow> mine(Person person) {
        return desk.mine(person);
    }

    @GetMapping("/proposals/{proposal}")
    ProposalDetail proposal(@PathVariable String proposal, Person person) {
        ProposalRow row = desk.proposal(proposal, person);
        Explanation e = board.explanation(proposal);
        return new ProposalDetail(
                row, Desk.inTeam(person) ? e : new Explanation(e.terms(), e.checked(), e.broken(), null));
    }

    @PostMapping("/proposals/{proposal}/acceptance")
    Answer accept(@PathVariable String proposal, Person person, CommandContext context) {
        desk.accept(proposal, person, context);
        return new Answer(proposal);
    }

    @PostMapping("/proposals/{proposal}/decline")
    Answer decline(
            @PathVariable String proposal,
            @RequestBody(required = false) @Nullable Decline body,
            Person person,
            CommandContext context) {
        Decline said = body == null ? new Decline(null, null) : body;
        desk.decline(proposal, said.side(), said.reason(), person, context);
        return new Answer(proposal);
    }

    @PostMapping("/proposals/{proposal}/validation")
    Confirmation validate(
            @PathVariable String proposal,
            @RequestBody(required = false) @Nullable Validation body,
            Person person,
            CommandContext context) {
        OverrideReason override = body == null ? null : body.override();
        return new Confirmation(proposal, desk.validate(proposal, override, person, context));
    }

    @PostMapping("/proposals/{proposal}/trial")
    Answer answerTrial(
            @PathVariable String proposal, @RequestBody TrialAnswer body, Person person, CommandContext context) {
        desk.answerTrial(proposal, body.side(), body.fit(), person, context);
        return new Answer(proposal);
    }

    @PostMapping("/exclusions")
    ResponseEntity<Void> exclude(@RequestBody Exclusion body, Person person, CommandContext context) {
        desk.exclude(body.need(), body.line(), body.mentor(), body.reason(), person, context);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/prematchings")
    ResponseEntity<Asked> prematch(@RequestBody PreMatching body, Person person, CommandContext context) {
        String prematching = desk.prematch(body.need(), body.line(), body.mentors(), person, context);
        return ResponseEntity.created(URI.create("/api/matching/v1/prematchings/" + prematching))
                .body(new Asked(prematching));
    }

    @GetMapping("/prematchings")
    ResponseEntity<List<PreMatchingRow>> prematchings(@RequestParam(defaultValue = "1") int page, Person person) {
        return counted(board.countPrematchings(person), board.prematchings(person, Page.of(page, PER_PAGE)));
    }

    @GetMapping("/prematchings/{prematching}")
    PreMatchingRow prematching(@PathVariable String prematching, Person person) {
        return desk.prematching(prematching, person);
    }

    @PostMapping("/prematchings/{prematching}/withdrawal")
    Asked withdrawPrematching(@PathVariable String prematching, Person person, CommandContext context) {
        desk.withdrawPrematching(prematching, person, context);
        return new Asked(prematching);
    }

    /** Mentors to whom nothing is proposed until a coordinator decides. */
    @GetMapping("/held-mentors")
    List<HeldRow> held(Person person) {
        return desk.held(person);
    }

    @PostMapping("/held-mentors/{mentor}/release")
    ResponseEntity<Void> release(
            @PathVariable String mentor, @RequestBody Release body, Person person, CommandContext context) {
        desk.release(mentor, body.reason(), person, context);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/referents")
    List<Desk.Load> loads(Person person) {
        return desk.loads(person);
    }

    @PostMapping("/matches")
    ResponseEntity<Answer> match(@RequestBody Match body, Person person, CommandContext context) {
        String proposal = desk.match(body.need(), body.line(), body.mentor(), body.reason(), person, context);
        return ResponseEntity.created(URI.create("/api/matching/v1/proposals/" + proposal))
                .body(new Answer(proposal));
    }

    @GetMapping("/lines")
    ResponseEntity<List<LineDetail>> lines(@RequestParam(defaultValue = "1") int page, Person person) {
        List<LineRow> lines = board.waitingLines(person, LineChoice.ALL, Page.of(page, PER_PAGE));
        Map<String, WhyWaiting> reasons = new HashMap<>();
        for (Outcome.Waiting waiting : runs.whyWaiting(lines)) {
            reasons.put(waiting.need() + "#" + waiting.line(), waiting.why());
        }
        LocalDate today = desk.today();
        List<LineDetail> details = lines.stream()
                .map(l -> new LineDetail(
                        l.need(),
                        l.line(),
                        l.structure(),
                        l.departement(),
                        l.profile().levelBand(),
                        l.declaredOn(),
                        l.waitingDays(today),
                        l.seats(),
                        l.free(),
                        l.kept(),
                        l.replacements(),
                        reasons.getOrDefault(l.need() + "#" + l.line(), new WhyWaiting(0, List.of(), 0, 0))))
                .toList();
        return counted(board.totals(person, LineChoice.ALL).lines(), details);
    }

    private static <T> ResponseEntity<List<T>> counted(int total, List<T> page) {
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(total))
                .body(page);
    }
}
