package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pairs over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/pairs")
class PairsApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final PairBoard board;
    private final PairActs acts;
    private final UndoActs undo;

    PairsApi(PairBoard board, PairActs acts, UndoActs undo) {
        this.board = board;
        this.acts = acts;
        this.undo = undo;
    }

    record FirstContact(@Nullable LocalDate contactedOn) {}

    record Continuation(
            @Nullable String association, @Nullable LocalDate proposedOn) {}

    record ContinuationAnswer(
            @Nullable Boolean agreed,
            @Nullable ContinuationSide side,
            @Nullable LocalDate answeredOn) {}

    /** A portion of a long list, the pair that was opened first at its head. */
    @GetMapping
    ResponseEntity<List<PairRow>> list(
            Person person,
            @RequestParam(required = false) @Nullable PairStatus status,
            @RequestParam(defaultValue = "") String after) {
        return ReadOn.answer(board.read(person, status, after));
    }

    @GetMapping("/{pair}")
    PairRow one(Person person, @PathVariable String pair) {
        return acts.find(person, pair);
    }

    @GetMapping("/{pair}/facts")
    List<PairFact> facts(Person person, @PathVariable String pair) {
        return board.facts(person, acts.find(person, pair));
    }

    @PostMapping("/{pair}/first-contact")
    PairRow firstContact(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody FirstContact body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        LocalDate contactedOn = wrong.need("contactedOn", body.contactedOn(), MISSING);
        wrong.throwIfAny();
        acts.confirmFirstContact(act, contactedOn);
        return acts.find(person, pair);
    }

    /** @param fact id of what is taken back, as {@code /facts} tells it */
    record Undoing(@Nullable String fact) {}

    /** What was taken back: SESSION, END, HAND_OVER or OPENING. */
    record Undone(UndoActs.What what) {}

    /**
     * Takes back what was done last, for ten minutes and as long as nobody has built on it. It is named, so that asked twice
     * nothing more is taken back, and the answer is the same.
     */
    @PostMapping("/{pair}/undoing")
    Undone undo(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Undoing body,
            Violations wrong) {
        String fact = wrong.need("fact", body.fact(), MISSING);
        wrong.throwIfAny();
        return new Undone(undo.undo(person, pair, fact, context));
    }

    @PostMapping("/{pair}/continuation")
    PairRow propose(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody Continuation body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        String association = wrong.need("association", body.association(), MISSING);
        LocalDate proposedOn = wrong.need("proposedOn", body.proposedOn(), MISSING);
        wrong.throwIfAny();
        acts.proposeContinuation(act, association, proposedOn);
        return acts.find(person, pair);
    }

    @PostMapping("/{pair}/continuation/answer")
    PairRow answer(
            Person person,
            CommandContext context,
            @PathVariable String pair,
            @RequestBody ContinuationAnswer body,
            Violations wrong) {
        Act act = acts.on(person, pair, context);
        Boolean agreed = wrong.need("agreed", body.agreed(), MISSING);
        ContinuationSide side = wrong.need("side", body.side(), MISSING);
        LocalDate answeredOn = wrong.need("answeredOn", body.answeredOn(), MISSING);
        wrong.throwIfAny();
        acts.answerContinuation(act, agreed, side, answeredOn);
        return acts.find(person, pair);
    }
}
