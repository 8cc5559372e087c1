package fr.mentoratdurgence.followup.staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A staff member's name as a fragment, for the pages of all services. */
@Controller
class StaffPages {
    private final StaffNames names;

    StaffPages(StaffNames names) {
        this.names = names;
    }

    @GetMapping("/suivi/personnes/{account}")
    String name(@PathVariable String account, Model model) {
        model.addAttribute("nom", names.name(account).orElse(null));
        return "suivi/personne";
    }
}
