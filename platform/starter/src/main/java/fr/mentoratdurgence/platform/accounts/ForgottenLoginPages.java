package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.web.FormAct;
import fr.mentoratdurgence.typed.EmailAddress;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Je ne sais plus comment me connecter »: the answer is the same for every address. Each service asks its own people:
 * the page is the same everywhere, and its buttons lead to theirs.
 */
@Controller
class ForgottenLoginPages {
    private static final List<String> DOORS = List.of("mentors", "besoins", "suivi");

    private final ForgottenLogins forgotten;
    private final FormAct forms;

    ForgottenLoginPages(ForgottenLogins forgotten, FormAct forms) {
        this.forgotten = forgotten;
        this.forms = forms;
    }

    @GetMapping("${mentorat.links.path}/identifiant")
    ModelAndView ask() {
        return page("");
    }

    @PostMapping("${mentorat.links.path}/identifiant")
    ModelAndView tell(@RequestParam(defaultValue = "") String email) {
        return forms.answer(
                () -> {
                    EmailAddress address = EmailAddress.read(email)
                            .orElseThrow(() -> new InvalidInput(new Violations()
                                    .add("email", "identifiant.oublie.adresse.illisible")
                                    .all()));
                    forgotten.remind(address.value());
                    return page("").addObject("parti", true);
                },
                () -> page(email));
    }

    private ModelAndView page(String email) {
        return new ModelAndView("accounts/forgotten").addObject("portes", DOORS).addObject("email", email);
    }
}
