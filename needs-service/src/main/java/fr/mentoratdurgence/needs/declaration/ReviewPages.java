package fr.mentoratdurgence.needs.declaration;

import fr.mentoratdurgence.needs.board.NeedReference;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Declare;
import fr.mentoratdurgence.needs.intake.NeedEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import java.util.Optional;
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
    private final DraftBook drafts;
    private final Declarations declarations;
    private final DeclarationWords words;

    ReviewPages(DraftBook drafts, Declarations declarations, DeclarationWords words) {
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
            @PathVariable String reference, @RequestParam(defaultValue = "") String envoi, Person person) {
        if (!NeedReference.isPossible(reference)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean declared = drafts.find(envoi)
                .map(Draft::need)
                .filter(need -> NeedReference.of(need).equals(reference))
                .isPresent();
        return new ModelAndView("besoins/confirmation")
                .addObject("reference", reference)
                .addObject("enregistre", declared)
                .addObject("suivable", person.has("structure"));
    }
}
