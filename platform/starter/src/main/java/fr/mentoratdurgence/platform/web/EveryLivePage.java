package fr.mentoratdurgence.platform.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of a service whose pages keep up may show: as of when it was read ({@code depuis}). */
@ControllerAdvice(annotations = Controller.class)
class EveryLivePage {
    private final ChangeStream changes;

    EveryLivePage(ChangeStream changes) {
        this.changes = changes;
    }

    /** Asked before the page reads its tables. */
    @ModelAttribute("depuis")
    String since() {
        return changes.mark();
    }
}
