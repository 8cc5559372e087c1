package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.board.NeedView;
import fr.mentoratdurgence.needs.contacts.Contact;
import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.contacts.TypedContact;
import fr.mentoratdurgence.needs.correspondence.ContactChanges;
import fr.mentoratdurgence.needs.intake.CallPromise;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The end of the public form: a look over all answers, off, and the page with the number. Only who sent the draft, and
 * knows its id, is told that a need is declared; to anybody else all possible numbers look alike.
 */
@Controller
class ReviewPages {
    private static final FrenchTime FRENCH = new FrenchTime();

    private final DraftBook drafts;
    private final Declarations declarations;
    private final DeclarationWords words;
    private final NeedBoard board;
    private final ContactBook contacts;
    private final ContactChanges changes;
    private final TypedContact typed;
    private final CallPromise promise;
    private final FormAct forms;

    ReviewPages(
            DraftBook drafts,
            Declarations declarations,
            DeclarationWords words,
            NeedBoard board,
            ContactBook contacts,
            ContactChanges changes,
            TypedContact typed,
            CallPromise promise,
            FormAct forms) {
        this.board = board;
        this.contacts = contacts;
        this.changes = changes;
        this.typed = typed;
        this.promise = promise;
        this.forms = forms;
        this.drafts = drafts;
        this.declarations = declarations;
        this.words = words;
    }

    @GetMapping("/besoins/declarer/{id}/verification")
    ModelAndView review(@PathVariable String id) {
        Draft draft = drafts.open(id);
        DeclarationPath open = DeclarationPath.open(declarations.faults(draft.answers()));
        if (open != DeclarationPath.REVIEW) {
            return SeeOther.at(draft.path(open.page()));
        }
        return new ModelAndView("besoins/verification")
                .addObject("action", draft.path("verification"))
                .addObject("retourVers", draft.path("contact"))
                .addObject("reponses", words.rows(draft));
    }

    @PostMapping("/besoins/declarer/{id}/verification")
    ModelAndView send(@PathVariable String id, Person person, CommandContext context) {
        Draft draft = drafts.open(id);
        Violations violations = new Violations();
        Origin origin = person.anonymous() ? Origin.FORM : Origin.ACCOUNT;
        Optional<Declare> command = declarations.check(draft.answers(), origin, true, violations);
        if (command.isEmpty()) {
            return SeeOther.at(draft.path(DeclarationPath.open(violations.all()).page()));
        }
        // the draft is the command id: pressing twice declares once
        String need = declarations.send(
                command.get(),
                new CommandContext(
                        "declare-" + draft.id(), context.actor(), context.correlationId(), context.causationId()));
        drafts.sent(draft, need);
        return SeeOther.at(confirmation(draft.id(), need));
    }

    static String confirmation(String draft, String need) {
        return "/besoins/confirmation/" + NeedReference.of(need) + "?envoi=" + draft;
    }

    @GetMapping("/besoins/confirmation/{reference}")
    ModelAndView confirmed(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String envoi,
            Person person,
            HttpServletResponse response) {
        if (!NeedReference.isPossible(reference)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setHeader("Cache-Control", "no-store");
        return confirmation(reference, envoi, null, person);
    }

    /** The address was typed wrongly: whoever sent the form mends it here, while the draft is known. */
    @PostMapping("/besoins/confirmation/{reference}")
    ModelAndView mend(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String envoi,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String sure,
            Person person) {
        String need = sent(reference, envoi).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Contact known = contacts.find(need).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return forms.answer(
                () -> {
                    changes.correct(need, typed.contact(known.name(), email, known.phone(), sure), person.actor());
                    return SeeOther.at(confirmation(envoi, need));
                },
                () -> confirmation(reference, envoi, email, person));
    }

    private Optional<String> sent(String reference, String envoi) {
        return drafts.find(envoi)
                .flatMap(draft -> Optional.ofNullable(draft.need()))
                .filter(need -> NeedReference.of(need).equals(reference));
    }

    private ModelAndView confirmation(String reference, String envoi, @Nullable String email, Person person) {
        Optional<String> need = sent(reference, envoi);
        Optional<NeedView> view = need.flatMap(board::anybodys);
        Optional<Contact> contact = need.flatMap(contacts::find);
        return new ModelAndView("besoins/confirmation")
                .addObject("reference", reference)
                .addObject("envoi", envoi)
                .addObject("enregistre", need.isPresent())
                .addObject(
                        "rappel",
                        view.map(one -> FRENCH.weekday(promise.callBy(one.declaredOn(), one.departement())))
                                .orElse(null))
                .addObject("adresse", contact.map(Contact::email).orElse(""))
                .addObject("telephone", contact.map(Contact::phoneShown).orElse(""))
                .addObject("connu", contact.isPresent())
                .addObject("sure", email == null ? "" : email)
                .addObject(
                        "courriel", email == null ? contact.map(Contact::email).orElse("") : email)
                .addObject("suivable", person.has("structure"));
    }
}
