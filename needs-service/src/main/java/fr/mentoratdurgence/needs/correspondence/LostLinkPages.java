package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.typed.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who lost the link to a need types the address; the answer is the same for every address, known or not. */
@Controller
@RequestMapping("/besoins/lien-perdu")
class LostLinkPages {
    private final ContactChanges changes;
    private final FormAct forms;

    LostLinkPages(ContactChanges changes, FormAct forms) {
        this.changes = changes;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView ask() {
        return page("");
    }

    @PostMapping
    ModelAndView send(@RequestParam(defaultValue = "") String email) {
        return forms.answer(
                () -> {
                    Optional<EmailAddress> address = EmailAddress.read(email);
                    if (address.isEmpty()) {
                        new Violations().add("email", "saisie.contact.courriel").throwIfAny();
                    }
                    changes.lostLink(address.orElseThrow().value());
                    return SeeOther.at("/besoins/lien-perdu/envoi");
                },
                () -> page(email));
    }

    @GetMapping("/envoi")
    String sent() {
        return "besoins/lien-envoye";
    }

    private static ModelAndView page(String email) {
        return new ModelAndView("besoins/lien-perdu").addObject("email", email);
    }
}
