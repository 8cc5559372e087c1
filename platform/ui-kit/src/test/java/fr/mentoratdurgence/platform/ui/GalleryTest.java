package fr.mentoratdurgence.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.ui.Pages.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryTest {

    public record Option(String value, String label) {}

    public record Answer(String label, String value, String href) {}

    public record Violation(String field, String message, String takeOut) {
        Violation(String field, String message) {
            this(field, message, "");
        }
    }

    private static final Path SHOWN = Path.of("target", "gallery");
    private static final Visitor REFERENT = new Visitor("Camille Référente", Set.of("referent"));

    private final Pages pages = new Pages();

    private final List<Violation> violations = List.of(
            new Violation("uai", "Saisissez un code UAI : 7 chiffres puis une lettre"),
            new Violation("soutien", "Choisissez au moins une forme de soutien"),
            new Violation("creneaux[0]", "L’heure de fin doit être après l’heure de début"));

    private Map<String, ?> model(List<Violation> found) {
        return Map.of(
                "violations",
                found,
                "niveaux",
                List.of(new Option("COLLEGE_6_5", "6e et 5e"), new Option("COLLEGE_4_3", "4e et 3e")),
                "soutiens",
                List.of(
                        new Option("HOMEWORK", "Aide aux devoirs"),
                        new Option("METHOD", "Méthode et organisation"),
                        new Option("LISTENING", "Écoute et encouragement")),
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

    record Listed(int number, int pages, String previous, String next) {}

    record Done(String act, String row) {}

    @Test
    void aFormOfAListLeadsBackToItsRowOnItsPage() throws IOException {
        assertThat(show("galerie", "/suivi", REFERENT, model(List.of())))
                .contains("name=\"retour\" value=\"/suivi#need-1\"")
                .contains("data-told")
                .contains("<span>Lundi</span>");
    }

    @Test
    void everyFragmentRenders() throws IOException {
        var page = show("galerie", "/suivi", REFERENT, model(List.of()));
        assertThat(page).startsWith("<!doctype html>").doesNotContain("th:", "style=", "onclick=", "??");
        assertThat(Files.readString(Path.of("src/test/resources/templates/galerie.html")))
                .as("the gallery shows every fragment")
                .contains(fragments());
    }

    @Test
    void errorsAreSaidOnTopAndByTheField() throws IOException {
        var page = show("galerie", "/besoins/declarer", null, model(violations));
        assertThat(page)
                .contains("<title>Erreur : Galerie – Mentorat d’Urgence</title>", "Il y a 3 points à corriger")
                .contains("href=\"#uai\"", "id=\"uai-erreur\"", "aria-describedby=\"uai-aide uai-erreur\"");
    }

    /** Thymeleaf would take such a tag for the fragment as well, and render both. */
    @ParameterizedTest
    @ValueSource(strings = {"forms", "parts", "layout"})
    void noFragmentIsNamedLikeATagOfItsFile(String file) throws IOException {
        var template = Files.readString(Path.of("src/main/resources/templates/ui", file + ".html"));
        var names = Pattern.compile("th:fragment=\"(\\w+)").matcher(template).results();
        assertThat(names.map(found -> found.group(1)))
                .isNotEmpty()
                .noneMatch(name -> template.contains("<" + name + " ") || template.contains("<" + name + ">"));
    }

    @Test
    void theMenuFollowsTheRole() {
        assertThat(menu("/suivi", REFERENT))
                .containsExactly("/suivi page", "/appariement", "/mentors", "/besoins", "/bilan");
        assertThat(menu("/suivi/binomes/pair-1", new Visitor("C", Set.of("coordinator"))))
                .containsExactly("/suivi true", "/appariement", "/mentors", "/besoins", "/bilan");
        assertThat(menu("/besoins/declarer", new Visitor("E", Set.of("structure"))))
                .containsExactly(
                        "/besoins", "/besoins/declarer page", "/appariement/mes-propositions", "/suivi/mes-binomes");
        assertThat(menu("/", new Visitor("M", Set.of("mentor"))))
                .containsExactly("/mentors/mon-espace", "/appariement/mes-propositions", "/suivi/mes-binomes");
        assertThat(menu("/bilan", new Visitor("A", Set.of("analyst"))))
                .containsExactly("/bilan page", "/appariement/et-si");
        assertThat(menu("/besoins/declarer/niveaux", null))
                .containsExactly("/besoins/declarer true", "/mentors/candidature");
        assertThat(menu("/", new Visitor("", Set.of()))).containsExactly("/besoins/declarer", "/mentors/candidature");
    }

    @Test
    void aListMayHoldManyFormsEachWithItsOwnCommand() {
        var page = pages.render("galerie", "/suivi", REFERENT, model(List.of()));
        var commands = Pattern.compile("name=\"commande\" value=\"([0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }

    @Test
    void anErrorPageSaysWhatToDo() throws IOException {
        assertThat(show("error", "/rien", null, Map.of("status", 404)))
                .startsWith("<!doctype html>")
                .containsOnlyOnce("<html")
                .contains("Nous ne trouvons pas cette page", "Repartez de l’accueil")
                .doesNotContain("404", "mailto:");
        assertThat(new Pages("aide@exemple.fr").render("error", "/rien", null, Map.of("status", 404)))
                .contains("mailto:aide@exemple.fr", "404");
        assertThat(pages.render("ui/error", "/rien", null, Map.of()))
                .contains("Quelque chose n’a pas fonctionné")
                .doesNotContain("numéro d’erreur");
        assertThat(pages.render("ui/error", "/rien", null, Map.of("status", 418, "heading", "Autre chose")))
                .contains("<h1>Autre chose</h1>", "Réessayez dans un moment");
    }

    @Test
    void theAccessibilityPageNamesTheAddressOfTheOperationOnlyWhereItHasOne() {
        assertThat(pages.render("ui/accessibilite", "/ui/accessibilite.html", null, Map.of()))
                .contains("Défenseur des droits", "pendant le premier appel")
                .doesNotContain("mailto:");
        assertThat(new Pages("aide@exemple.fr").render("ui/accessibilite", "/ui/accessibilite.html", null, Map.of()))
                .contains("mailto:aide@exemple.fr");
    }

    @Test
    void anErrorPageLeadsOn() {
        assertThat(main(Map.of("status", 409, "way", "/suivi"))).contains("href=\"/suivi\"", "href=\"/\"");
        assertThat(main(Map.of("status", 409, "by", "account-1"))).contains("hx-get=\"/suivi/personnes/account-1\"");
        assertThat(pages.render("ui/error", "/", new Visitor("M", Set.of("mentor")), Map.of("by", "account-1")))
                .doesNotContain("account-1");
        assertThat(main(Map.of("status", 401))).contains("href=\"/oauth2/authorization/keycloak\"");
        assertThat(main(Map.of("status", 404))).contains("href=\"/\"").doesNotContain("oauth2", "/suivi");
    }

    private String main(Map<String, Object> model) {
        var page = pages.render("ui/error", "/suivi", REFERENT, model);
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static List<String> fragments() throws IOException {
        return Pattern.compile("th:fragment=\"(\\w+)")
                .matcher(Files.readString(Path.of("src/main/resources/templates/ui/forms.html")))
                .results()
                .map(found -> "ui/forms :: " + found.group(1))
                .filter(name -> !name.endsWith("choices"))
                .toList();
    }

    private List<String> menu(String path, @Nullable Visitor person) {
        var page = pages.render("ui/error", path, person, Map.of("status", 404));
        var nav = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        return Pattern.compile("href=\"([^\"]+)\"(?: aria-current=\"(\\w+)\")?")
                .matcher(nav)
                .results()
                .map(link -> link.group(2) == null ? link.group(1) : link.group(1) + " " + link.group(2))
                .toList();
    }

    /** Also leaves the page in target/gallery, to be looked at in a browser. */
    private String show(String template, String path, @Nullable Visitor person, Map<String, ?> model)
            throws IOException {
        var page = pages.render(template, path, person, model);
        Files.createDirectories(SHOWN);
        var name = template.replace('/', '-') + (page.contains("<title>Erreur") ? "-erreurs" : "") + ".html";
        Files.writeString(SHOWN.resolve(name), page);
        return page;
    }
}
