package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.ListPage;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pairs over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/pairs")
class PairsApi {
    private static final int PAGE = 500;
    private static final String MISSING = "suivi.erreur.manque";

    private final PairBoard board;
    private final PairActs acts;

    PairsApi(PairBoard board, PairActs acts) {
        this.board = board;
        this.acts = acts;
    }

    record FirstContact(@Nullable LocalDate contactedOn) {}

    record Held(
            @Nullable LocalDate heldOn,
            @Nullable Integer minutes,
            @Nullable Channel channel) {}

    record Missed(@Nullable LocalDate plannedOn, @Nullable Side missedBy, boolean excused) {}

    record Interruption(@Nullable Side side, @Nullable InterruptionReason reason) {}

    record Closure(@Nullable Boolean planned) {}

    record Continuation(
            @Nullable String association, @Nullable LocalDate proposedOn) {}

    record ContinuationAnswer(
            @Nullable Boolean agreed,
            @Nullable ContinuationSide side,
            @Nullable LocalDate answeredOn) {}

    /** The id of what was logged; the same for a request that was sent twice. */
    record Logged(String session) {}

    /** One page of a long list; how many there are in all stands in {@code X-Total-Count}. */
    @GetMapping
    ResponseEntity<List<PairRow>> list(
            Person person,
            @RequestParam(required = false) @Nullable PairStatus status,
            @RequestParam(defaultValue = "1") int page) {
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(board.count(person, status)))
                .body(board.list(person, status, ListPage.offset(page, PAGE), PAGE));
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
            Person person, CommandContext context, @PathVariable String pair, @RequestBody FirstContact body) {
        acts.confirmFirstContact(acts.on(person, pair, context), need("contactedOn", body.contactedOn()));
        return acts.find(person, pair);
    }

    @PostMapping("/{pair}/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Logged held(Person person, CommandContext context, @PathVariable String pair, @RequestBody Held body) {
        return new Logged(acts.logSession(
                acts.on(person, pair, context),
                need("heldOn", body.heldOn()),
                need("minutes", body.minutes()),
                need("channel", body.channel())));
    }

    @PostMapping("/{pair}/missed-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Logged missed(Person person, CommandContext context, @PathVariable String pair, @RequestBody Missed body) {
        return new Logged(acts.logMissedSession(
                acts.on(person, pair, context),
                need("plannedOn", body.plannedOn()),
                need("missedBy", body.missedBy()),
                body.excused()));
    }

    @PostMapping("/{pair}/interruption")
    PairRow interrupt(
            Person person, CommandContext context, @PathVariable String pair, @RequestBody Interruption body) {
        acts.interrupt(acts.on(person, pair, context), need("side", body.side()), need("reason", body.reason()));
        return acts.find(person, pair);
    }

    @PostMapping("/{pair}/closure")
    PairRow close(Person person, CommandContext context, @PathVariable String pair, @RequestBody Closure body) {
        acts.close(acts.on(person, pair, context), need("planned", body.planned()));
        return acts.find(person, pair);
    }

    @PostMapping("/{pair}/continuation")
    PairRow propose(Person person, CommandContext context, @PathVariable String pair, @RequestBody Continuation body) {
        acts.proposeContinuation(
                acts.on(person, pair, context),
                need("association", body.association()),
                need("proposedOn", body.proposedOn()));
        return acts.find(person, pair);
    }

    @PostMapping("/{pair}/continuation/answer")
    PairRow answer(
            Person person, CommandContext context, @PathVariable String pair, @RequestBody ContinuationAnswer body) {
        acts.answerContinuation(
                acts.on(person, pair, context),
                need("agreed", body.agreed()),
                need("side", body.side()),
                need("answeredOn", body.answeredOn()));
        return acts.find(person, pair);
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(new Violations().add(field, MISSING).all());
        }
        return value;
    }
}
