package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may show: the person ({@code person}), and as of when it was read ({@code depuis}), for what keeps up. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {
    private final ChangeStream changes;

    EveryPage(ChangeStream changes) {
        this.changes = changes;
    }

    @ModelAttribute("person")
    Person person() {
        return People.current();
    }

    @ModelAttribute("depuis")
    String since() {
        return changes.mark();
    }
}
