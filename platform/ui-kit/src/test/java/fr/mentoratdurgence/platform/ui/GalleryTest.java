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

    private static final Path SHOWN = Path.of("target", "gallery");
    private static final Visitor REFERENT = new Visitor("Camille Référente", Set.of("referent"));

    private final Pages pages = new Pages();

    @Test
    void aFormOfAListLeadsBackToItsRowOnItsPage() throws IOException {
        assertThat(show("ui/galerie", "/suivi", REFERENT, GalleryPages.shown(false)))
                .contains("name=\"retour\" value=\"/suivi#need-1\"")
                .contains("data-told")
                .contains("<span>Lundi</span>");
    }

    @Test
    void everyFragmentRenders() throws IOException {
        var page = show("ui/galerie", "/suivi", REFERENT, GalleryPages.shown(false));
        assertThat(page).startsWith("<!doctype html>").doesNotContain("th:", "style=", "onclick=", "??");
        assertThat(Files.readString(Path.of("src/main/resources/templates/ui/galerie.html")))
                .as("the gallery shows every fragment")
                .contains(fragments());
    }

    @Test
    void errorsAreSaidOnTopAndByTheField() throws IOException {
        var page = show("ui/galerie", "/besoins/declarer", null, GalleryPages.shown(true));
        assertThat(page)
                .contains("<title>Erreur : Galerie – Mentorat d’Urgence</title>", "Il y a 3 points à corriger")
                .contains("href=\"#uai\"", "id=\"uai-erreur\"", "aria-describedby=\"uai-aide uai-erreur\"");
    }

    /** Thymeleaf would take such a tag for the fragment as well, and render both. */
    @ParameterizedTest
    @ValueSource(strings = {"forms", "parts", "layout", "icons"})
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
    void noRoleHasMoreThanSixEntriesInItsMenu() {
        for (String role : List.of("structure", "mentor", "referent", "coordinator", "analyst", "ops", "screener")) {
            assertThat(menu("/", new Visitor("E", Set.of(role)))).as(role).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void whoWorksHereGetsTheRhythmOfWorkAndWhoReadsDoesNot() {
        for (String path : List.of("/suivi", "/besoins/need-1", "/bilan")) {
            assertThat(body(path, REFERENT)).isEqualTo("work");
        }
        assertThat(body("/besoins/declarer", REFERENT)).isEmpty();
        assertThat(body("/aide", REFERENT)).isEmpty();
        assertThat(body("/suivi/mes-binomes", new Visitor("M", Set.of("mentor"))))
                .isEmpty();
        assertThat(body("/bilan/public", null)).isEmpty();
    }

    private String body(String path, @Nullable Visitor person) {
        var found = Pattern.compile("<body(?: class=\"(\\w+)\")?>")
                .matcher(pages.render("ui/error", path, person, Map.of("status", 404)));
        assertThat(found.find()).isTrue();
        return found.group(1) == null ? "" : found.group(1);
    }

    @Test
    void aPageThatSaysWhatItIsAboutShowsItWhereItsLinkIsShared() {
        assertThat(pages.render("ui/error", "/", null, Map.of("status", 404, "apercu", "Un mentor pour chacun")))
                .contains(
                        "<meta name=\"description\" content=\"Un mentor pour chacun\">",
                        "<meta property=\"og:description\" content=\"Un mentor pour chacun\">",
                        "og:title");
        assertThat(pages.render("ui/error", "/suivi", REFERENT, Map.of("status", 404)))
                .contains("<meta name=\"description\"")
                .doesNotContain("og:");
    }

    @Test
    void aListMayHoldManyFormsEachWithItsOwnCommand() {
        var page = pages.render("ui/galerie", "/suivi", REFERENT, GalleryPages.shown(false));
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
