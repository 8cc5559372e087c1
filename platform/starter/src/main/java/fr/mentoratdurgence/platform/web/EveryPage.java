package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may show: the person ({@code person}), its path ({@code chemin}), a fresh command id. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    private final Ids ids;

    EveryPage(Ids ids) {
        this.ids = ids;
    }

    @ModelAttribute("person")
    Person person() {
        return People.current();
    }

    @ModelAttribute("chemin")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** Makes command ids for the forms of a page: {@code ${commandes.next('commande')}}. */
    @ModelAttribute("commandes")
    Ids commands() {
        return ids;
    }
}
