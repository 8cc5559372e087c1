package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedBoard.Selection;
import fr.mentoratdurgence.needs.board.NeedStatus;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallAmendment;
import fr.mentoratdurgence.needs.intake.NeedEvent.RevisionReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.WithdrawalReason;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.ReadOn;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Needs over HTTP, once they are declared. */
@RestController
@RequestMapping("/api/needs/v1/needs")
class NeedApi {
    /** @param occurredOn today where it is not given */
    record Attempt(boolean reached, @Nullable LocalDate occurredOn) {}

    record CallCorrection(
            @Nullable Boolean reached, @Nullable CallAmendment reason) {}

    /** @param familyLinkAcknowledged the structure assured a family in close contact for its primary-school lines */
    record Qualification(boolean familyLinkAcknowledged) {}

    record Withdrawal(@Nullable WithdrawalReason reason) {}

    /** @param count 0 takes the line away */
    record Revision(@Nullable Integer count, @Nullable RevisionReason reason) {}

    private final NeedActs acts;
    private final NeedBoard board;

    NeedApi(NeedActs acts, NeedBoard board) {
        this.acts = acts;
        this.board = board;
    }

    /** A portion of a long list, those that have waited longest first. */
    @GetMapping
    ResponseEntity<List<NeedView>> list(
            @RequestParam(required = false) @Nullable NeedStatus status,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(defaultValue = "") String after,
            Person person) {
        Selection selection =
                new Selection(status == null ? EnumSet.allOf(NeedStatus.class) : EnumSet.of(status), structure);
        return ReadOn.answer(board.read(person, selection, after));
    }

    @GetMapping("/{need}")
    NeedView find(@PathVariable String need, Person person) {
        return acts.find(need, person);
    }

    @PostMapping("/{need}/assignment")
    NeedView assign(@PathVariable String need, Person person, CommandContext context) {
        return acts.assign(acts.find(need, person), person, context);
    }

    @PostMapping("/{need}/contact-attempts")
    NeedView attempt(@PathVariable String need, @RequestBody Attempt attempt, Person person, CommandContext context) {
        return acts.attempt(acts.find(need, person), attempt.reached(), attempt.occurredOn(), person, context);
    }

    /** The last call went otherwise than noted. */
    @PostMapping("/{need}/contact-attempts/correction")
    NeedView correct(
            @PathVariable String need,
            @RequestBody CallCorrection body,
            Violations wrong,
            Person person,
            CommandContext context) {
        NeedView found = acts.find(need, person);
        Boolean reached = wrong.need("reached", body.reached(), "besoin.appel.corriger.joint");
        CallAmendment reason = wrong.need("reason", body.reason(), "besoin.appel.corriger.manque");
        wrong.throwIfAny();
        return acts.correctCall(found, reached, reason, person, context);
    }

    @PostMapping("/{need}/qualification")
    NeedView qualify(
            @PathVariable String need,
            @RequestBody(required = false) @Nullable Qualification qualification,
            Person person,
            CommandContext context) {
        boolean acknowledged = qualification != null && qualification.familyLinkAcknowledged();
        return acts.qualify(acts.find(need, person), acknowledged, person, context);
    }

    @PostMapping("/{need}/lines/{line}/revision")
    NeedView revise(
            @PathVariable String need,
            @PathVariable int line,
            @RequestBody Revision revision,
            Violations wrong,
            Person person,
            CommandContext context) {
        NeedView found = acts.find(need, person);
        Integer count = wrong.need("count", revision.count(), "saisie.nombre.manque");
        if (revision.count() != null && !NeedLine.mayBecome(revision.count())) {
            wrong.add("count", "saisie.nombre.revise", NeedLine.MAX_COUNT);
        }
        wrong.throwIfAny();
        RevisionReason reason = revision.reason() == null ? RevisionReason.ERROR : revision.reason();
        return acts.revise(found, line, count, reason, person, context);
    }

    @PostMapping("/{need}/withdrawal")
    NeedView withdraw(
            @PathVariable String need,
            @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            Person person,
            CommandContext context) {
        WithdrawalReason reason =
                withdrawal == null || withdrawal.reason() == null ? WithdrawalReason.OTHER : withdrawal.reason();
        return acts.withdraw(acts.find(need, person), reason, person, context);
    }

    @GetMapping("/{need}/contact")
    ResponseEntity<Contact> contact(@PathVariable String need, Person person) {
        return ResponseEntity.of(acts.contact(need, person));
    }

    @DeleteMapping("/{need}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void eraseContact(@PathVariable String need, Person person, CommandContext context) {
        acts.eraseContact(need, person, context);
    }

    /** Takes back what was done last, for ten minutes and as long as nobody has built on it. */
    @PostMapping("/{need}/undoing")
    NeedView undo(@PathVariable String need, Person person, CommandContext context) {
        return acts.undo(acts.find(need, person), person, context);
    }
}
