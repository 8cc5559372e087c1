package fr.mentoratdurgence.platform.ui;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component and archetype on one page, for who builds pages: only where {@code mentorat.gallery} is true. */
@Controller
@ConditionalOnProperty("mentorat.gallery")
class GalleryPages {
    /** A choice, or a key of the keyboard. */
    public record Option(String value, String label) {}

    /** A row of a summary. */
    public record Answer(String label, String value, String href) {}

    /** What is to be mended in a field. */
    public record Violation(String field, String message, String takeOut) {}

    /** A page of a list. */
    public record Listed(int number, int pages, String previous, String next) {}

    /** What was just done to a row. */
    public record Done(String act, String row) {}

    @GetMapping("/ui/galerie")
    String gallery(@RequestParam(defaultValue = "") String erreurs, Model model) {
        model.addAllAttributes(shown(!erreurs.isEmpty()));
        return "ui/galerie";
    }

    static Map<String, Object> shown(boolean withErrors) {
        List<Violation> violations = List.of(
                new Violation("uai", "Saisissez un code UAI : 7 chiffres puis une lettre", ""),
                new Violation("soutien", "Choisissez au moins une forme de soutien", ""),
                new Violation("creneaux[0]", "L’heure de fin doit être après l’heure de début", ""));
        return Map.of(
                "violations",
                withErrors ? violations : List.of(),
                "niveaux",
                List.of(new Option("COLLEGE_6_5", "6e et 5e"), new Option("COLLEGE_4_3", "4e et 3e")),
                "soutiens",
                List.of(
                        new Option("HOMEWORK", "Aide aux devoirs"),
                        new Option("METHOD", "Méthode et organisation"),
                        new Option("LISTENING", "Écoute et confiance")),
                "reponses",
                List.of(
                        new Answer("Établissement", "Collège Jean-Moulin\n94000 Créteil", "#uai"),
                        new Answer("Élèves", "12 en 6e et 5e", "#nombre"),
                        new Answer("Précisions", "", "#precisions")),
                "liste",
                new Listed(2, 3, "?page=1", "?page=3"),
                "fait",
                new Done("MONDAY", "need-1"),
                "raccourcis",
                List.of(new Option("q", "qualifier le besoin"), new Option("p", "prendre en charge")));
    }
}
