package fr.mentoratdurgence.needs.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public home: what this is, and the doors that open to the person; and how far anybody can use it. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "accueil";
    }

    @GetMapping("/ui/accessibilite.html")
    String accessibility() {
        return "ui/accessibilite";
    }
}
