package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareBoard.AlertRow;
import fr.mentoratdurgence.followup.care.CareBoard.CheckInRow;
import fr.mentoratdurgence.followup.care.CareBoard.EffortRow;
import fr.mentoratdurgence.followup.care.CareBoard.State;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The care for pairs over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/pairs/{pair}")
class CareApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final CareActs acts;
    private final CareBoard board;

    CareApi(CareActs acts, CareBoard board) {
        this.acts = acts;
        this.board = board;
    }

    /** All of it, for who watches over the pair. */
    record CareView(State state, List<CheckInRow> checkIns, List<AlertRow> alerts, List<EffortRow> efforts) {}

    record Introduction(@Nullable LocalDate introducedOn) {}

    /** {@code side}: whose answer somebody of the team notes; nothing = one's own. */
    record CheckInAnswer(
            @Nullable CheckInSide side,
            @Nullable Integer health,
            @Nullable List<CheckInTheme> themes) {}

    record Snooze(@Nullable LocalDate until) {}

    record Resolution(@Nullable AlertOutcome outcome) {}

    record PairCall(
            @Nullable CallPartner partner,
            @Nullable CallReason reason,
            @Nullable Boolean reached,
            @Nullable LocalDate calledOn) {}

    record Intervention(@Nullable InterventionStep step) {}

    @GetMapping("/care")
    CareView care(Person person, @PathVariable String pair) {
        return view(acts.inCharge(person, pair));
    }

    @PostMapping("/introduction")
    State introduced(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Introduction body,
            Violations wrong) {
        PairRow row = acts.find(person, pair);
        LocalDate introducedOn = wrong.need("introducedOn", body.introducedOn(), MISSING);
        wrong.throwIfAny();
        acts.confirmIntroduction(person, row, introducedOn, context);
        return board.state(pair);
    }

    /** Answers the check-in that is open for this person's side. */
    @PostMapping("/check-ins")
    CheckInRow answered(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody CheckInAnswer body,
            Violations wrong) {
        PairRow row = acts.find(person, pair);
        Integer health = wrong.need("health", body.health(), MISSING);
        wrong.throwIfAny();
        List<CheckInTheme> themes = body.themes() == null ? List.of() : body.themes();
        acts.completeCheckIn(person, row, body.side(), health, themes, context);
        return board.last(pair, CareActs.speaker(person, row, body.side())).orElseThrow();
    }

    @PostMapping("/alerts/{kind}/snooze")
    CareView snoozed(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable AlertKind kind,
            @RequestBody Snooze body,
            Violations wrong) {
        PairRow row = acts.inCharge(person, pair);
        LocalDate until = wrong.need("until", body.until(), MISSING);
        wrong.throwIfAny();
        acts.snooze(row, kind, until, context);
        return view(row);
    }

    @PostMapping("/alerts/{kind}/resolution")
    CareView resolved(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @PathVariable AlertKind kind,
            @RequestBody Resolution body,
            Violations wrong) {
        PairRow row = acts.inCharge(person, pair);
        AlertOutcome outcome = wrong.need("outcome", body.outcome(), MISSING);
        wrong.throwIfAny();
        acts.resolve(row, kind, outcome, context);
        return view(row);
    }

    /** What was settled or put off by mistake stands again. */
    @PostMapping("/alerts/{kind}/undoing")
    CareView reopened(Person person, CommandContext context, @PathVariable String pair, @PathVariable AlertKind kind) {
        PairRow row = acts.inCharge(person, pair);
        acts.reopen(row, kind, context);
        return view(row);
    }

    /** Whose answer somebody of the team takes back; nothing = one's own. */
    record Answered(@Nullable CheckInSide side) {}

    @PostMapping("/check-ins/undoing")
    CheckInRow unanswered(
            Person person, CommandContext context, @PathVariable String pair, @RequestBody Answered body) {
        PairRow row = acts.find(person, pair);
        acts.undoCheckIn(person, row, body.side(), context);
        return board.last(pair, CareActs.speaker(person, row, body.side())).orElseThrow();
    }

    /** {@code side}: whose answer somebody of the team mends; nothing = one's own. */
    record CheckInCorrection(
            @Nullable CheckInSide side,
            @Nullable Integer health,
            @Nullable List<CheckInTheme> themes,
            @Nullable AmendmentReason reason) {}

    @PostMapping("/check-ins/correction")
    CheckInRow corrected(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody CheckInCorrection body,
            Violations wrong) {
        PairRow row = acts.find(person, pair);
        Integer health = wrong.need("health", body.health(), MISSING);
        AmendmentReason reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        List<CheckInTheme> themes = body.themes() == null ? List.of() : body.themes();
        acts.correctCheckIn(person, row, body.side(), health, themes, reason, context);
        return board.last(pair, CareActs.speaker(person, row, body.side())).orElseThrow();
    }

    /** What a side asks for by itself; {@code side} as in {@link CheckInAnswer}. */
    record Help(@Nullable CheckInSide side, @Nullable HelpWish wish) {}

    /** What is asked for, until somebody of the team has seen to it. */
    record HelpAsked(CheckInSide side, int measure, LocalDate askedOn) {}

    @PostMapping("/help")
    HelpAsked help(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Help body,
            Violations wrong) {
        PairRow row = acts.find(person, pair);
        HelpWish wish = wrong.need("wish", body.wish(), MISSING);
        wrong.throwIfAny();
        acts.askHelp(person, row, body.side(), wish, context);
        CheckInSide side = CareActs.speaker(person, row, body.side());
        return acts.help(row, side)
                .map(alert -> new HelpAsked(side, alert.measure(), alert.since()))
                .orElseThrow();
    }

    @PostMapping("/help/undoing")
    ResponseEntity<Void> helpTakenBack(
            Person person, CommandContext context, @PathVariable String pair, @RequestBody Answered body) {
        acts.takeBackHelp(person, acts.find(person, pair), body.side(), context);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/calls")
    CareView called(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody PairCall body,
            Violations wrong) {
        PairRow row = acts.inCharge(person, pair);
        CallPartner partner = wrong.need("partner", body.partner(), MISSING);
        CallReason reason = wrong.need("reason", body.reason(), MISSING);
        Boolean reached = wrong.need("reached", body.reached(), MISSING);
        LocalDate calledOn = wrong.need("calledOn", body.calledOn(), MISSING);
        wrong.throwIfAny();
        acts.logCall(row, partner, reason, reached, calledOn, context);
        return view(row);
    }

    @PostMapping("/steps")
    CareView stepped(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Intervention body,
            Violations wrong) {
        PairRow row = acts.inCharge(person, pair);
        InterventionStep step = wrong.need("step", body.step(), MISSING);
        wrong.throwIfAny();
        acts.takeStep(row, step, context);
        return view(row);
    }

    private CareView view(PairRow row) {
        String pair = row.pair();
        return new CareView(board.state(pair), board.checkIns(pair), board.alerts(pair), board.efforts(pair));
    }
}
