package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may show: the person ({@code person}). */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    @ModelAttribute("person")
    Person person() {
        return People.current();
    }
}
