package fr.mentoratdurgence.needs.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public home: what this is, and three doors. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "accueil";
    }
}
