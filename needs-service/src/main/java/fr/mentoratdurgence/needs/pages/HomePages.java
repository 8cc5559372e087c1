package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public home: what this is, and the doors that open to the person; and how far anybody can use it. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "accueil";
    }

    /** Whoever knows a person's address writes to that person, and has the page. */
    @GetMapping("/courriers")
    ModelAndView letters(Person person) {
        if (person.has("mentor")) {
            return SeeOther.at("/mentors/courriers");
        }
        return SeeOther.at(person.has("structure") ? "/besoins/courriers" : "/suivi/courriers");
    }

    @GetMapping("/ui/accessibilite.html")
    String accessibility() {
        return "ui/accessibilite";
    }
}
