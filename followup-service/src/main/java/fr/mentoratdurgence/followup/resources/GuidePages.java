package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Documents;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Guides of our own: the first call, a usual session, a silence, the last session. Their texts stand in the messages. */
@Controller
class GuidePages {
    /** As their addresses name them, in the order in which a pair meets them. */
    static final List<String> GUIDES = List.of("premier-appel", "une-seance", "silence", "derniere-seance");

    private static final String PREFIX = "guide.";
    private final Documents documents;

    GuidePages(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/suivi/guides/{guide}")
    ModelAndView guide(@PathVariable String guide) {
        if (!GUIDES.contains(guide)) {
            throw new Rejection(ResourceRejection.RESOURCE_UNKNOWN);
        }
        return new ModelAndView("ressources/guide")
                .addObject("document", documents.of(PREFIX + guide))
                .addObject("interdits", documents.of(PREFIX + "interdits"));
    }
}
