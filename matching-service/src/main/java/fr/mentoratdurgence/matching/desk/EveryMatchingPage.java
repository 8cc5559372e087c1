package fr.mentoratdurgence.matching.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of this service can say. */
@ControllerAdvice(annotations = Controller.class)
class EveryMatchingPage {
    private final Wording wording;

    EveryMatchingPage(Wording wording) {
        this.wording = wording;
    }

    /** Ends of ids, as people say them on the telephone. */
    @ModelAttribute("court")
    ShortNames shortNames() {
        return new ShortNames();
    }

    @ModelAttribute("mots")
    Wording wording() {
        return wording;
    }
}
