package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.typed.Telephone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A staff member's name as a fragment, for the pages of all services. */
@Controller
class StaffPages {
    private final StaffNames names;
    private final StaffBoard board;
    private final StaffBook book;

    StaffPages(StaffNames names, StaffBoard board, StaffBook book) {
        this.names = names;
        this.board = board;
        this.book = book;
    }

    /** For the staff, for a structure that this person deals with, and for who follows a need of theirs by a link. */
    @GetMapping("/suivi/personnes/{account}")
    String name(Person person, @PathVariable String account, Model model) {
        if (!person.inTeam() && !dealsWith(person, account)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("nom", names.name(account).orElse(null));
        return "suivi/personne";
    }

    private boolean dealsWith(Person person, String account) {
        String structure = person.structure();
        String need = person.link();
        return (structure != null && names.follows(account, structure))
                || (need != null && names.followsNeed(account, need));
    }

    /** Name and direct line, for the team and for the two sides of a need or a pair that this person follows. */
    @GetMapping("/suivi/personnes/{account}/ligne")
    String line(Person person, @PathVariable String account, Model model) {
        String structure = person.structure();
        String mentor = person.mentor();
        if (!person.inTeam()
                && (structure == null || !names.follows(account, structure))
                && (mentor == null || !names.followsMentor(account, mentor))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("nom", names.name(account).orElse(null));
        model.addAttribute(
                "ligne",
                board.under(account)
                        .flatMap(book::find)
                        .map(Colleague::phone)
                        .map(Telephone::shown)
                        .orElse(""));
        return "suivi/ligne-directe";
    }
}
