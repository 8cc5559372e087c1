package fr.mentoratdurgence.needs.pages;

import fr.mentoratdurgence.platform.web.Documents;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a public site owes: who is behind it, what it keeps of people, help, and whom to reach. */
@Controller
class OwedPages {
    private final Documents documents;

    OwedPages(Documents documents) {
        this.documents = documents;
    }

    @GetMapping({"/confidentialite", "/mentions-legales", "/qui-sommes-nous", "/contact", "/aide", "/parents"})
    String document(HttpServletRequest request, Model model) {
        model.addAttribute("document", documents.of(request.getRequestURI().substring(1)));
        return "ui/document";
    }

    /** What a parent signs so that somebody under 18 may be a mentor: blanks for a pen, and nobody's data. */
    @GetMapping("/parents/autorisation")
    String authorisation(Model model) {
        model.addAttribute("document", documents.of("autorisation"));
        return "autorisation";
    }
}
