package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.Person;
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

    StaffPages(StaffNames names) {
        this.names = names;
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
}
