package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.followup.safeguarding.ConcernActs.Told;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.util.List;
import java.util.Objects;
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

/** Worries over HTTP. */
@RestController
@RequestMapping("/api/followup/v1/concerns")
class ConcernsApi {
    private static final String MISSING = "suivi.erreur.manque";

    private final ConcernActs acts;
    private final ConcernBoard board;

    ConcernsApi(ConcernActs acts, ConcernBoard board) {
        this.acts = acts;
        this.board = board;
    }

    record Raising(
            @Nullable String about,
            @Nullable Worry worry,
            @Nullable String text,
            @Nullable Side onBehalf) {}

    record Raised(String concern) {}

    record Taking(@Nullable String instead) {}

    record Step(@Nullable ConcernStep step) {}

    record Closing(@Nullable ConcernClosure reason) {}

    record Reopening(@Nullable ConcernReopening reason) {}

    record Text(String text) {}

    /** A portion of a long list, what was raised first at its head. */
    @GetMapping
    ResponseEntity<List<ConcernRow>> list(
            Person person,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(defaultValue = "") String after) {
        return ReadOn.answer(board.read(person, open, after));
    }

    @GetMapping("/{concern}")
    ConcernRow one(Person person, @PathVariable String concern) {
        return acts.find(person, concern);
    }

    @GetMapping("/{concern}/facts")
    List<ConcernFact> facts(Person person, @PathVariable String concern) {
        return board.facts(acts.find(person, concern).concern());
    }

    /** What was typed; that it was read is noted. */
    @GetMapping("/{concern}/text")
    Text text(Person person, @PathVariable String concern) {
        return new Text(acts.read(person, acts.find(person, concern)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Raised raise(Person person, CommandContext context, @RequestBody Raising body, Violations wrong) {
        return new Raised(acts.raise(
                person,
                new Told(
                        Objects.requireNonNullElse(body.about(), ""),
                        body.worry(),
                        Objects.requireNonNullElse(body.text(), ""),
                        body.onBehalf()),
                context,
                wrong));
    }

    @PostMapping("/{concern}/acknowledgement")
    ConcernRow take(Person person, CommandContext context, @PathVariable String concern, @RequestBody Taking body) {
        acts.take(person, concern, body.instead(), context);
        return acts.find(person, concern);
    }

    @PostMapping("/{concern}/steps")
    ConcernRow step(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestBody Step body,
            Violations wrong) {
        ConcernStep step = wrong.need("step", body.step(), MISSING);
        wrong.throwIfAny();
        acts.step(person, concern, step, context);
        return acts.find(person, concern);
    }

    @PostMapping("/{concern}/protection")
    ConcernRow protect(Person person, CommandContext context, @PathVariable String concern) {
        acts.protect(person, concern, context);
        return acts.find(person, concern);
    }

    @PostMapping("/{concern}/closure")
    ConcernRow close(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestBody Closing body,
            Violations wrong) {
        ConcernClosure reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        acts.close(person, concern, reason, context);
        return acts.find(person, concern);
    }

    @PostMapping("/{concern}/reopening")
    ConcernRow reopen(
            Person person,
            CommandContext context,
            @PathVariable String concern,
            @RequestBody Reopening body,
            Violations wrong) {
        ConcernReopening reason = wrong.need("reason", body.reason(), MISSING);
        wrong.throwIfAny();
        acts.reopen(person, concern, reason, context);
        return acts.find(person, concern);
    }
}
