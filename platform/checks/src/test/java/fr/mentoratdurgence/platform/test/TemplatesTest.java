package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("reliability")
class TemplatesTest {
    @TempDir
    Path folder;

    @Test
    void the_kit_of_pages_says_nothing_itself() {
        Path kit = Path.of("../ui-kit/src/main/resources/templates");

        assertThat(Templates.sentences(kit))
                .as("but for the examples of the gallery")
                .allMatch(sentence -> sentence.startsWith("ui/galerie.html:"));
        assertThat(Templates.keysWithoutText(kit)).isEmpty();
    }

    @Test
    void no_shared_text_claims_that_somebody_is_told() {
        for (String module : List.of("../ui-kit", "../starter", "../../gateway", "../../contracts")) {
            assertThat(Templates.claims(Path.of(module + "/src/main/resources/messages")))
                    .as(module)
                    .isEmpty();
        }
    }

    @Test
    void a_claim_is_found_and_what_somebody_does_is_none() throws IOException {
        Files.writeString(folder.resolve("some.properties"), """
                a=L’autre côté est prévenu.
                b=La structure sera aussitôt informée.
                c=Un courrier part à la structure.
                d=Prévenez d’abord votre référent·e : c’est noté.
                """);
        assertThat(Templates.claims(folder))
                .extracting(found -> found.charAt(0))
                .containsExactly('a', 'b');
    }

    @Test
    void a_sentence_is_found_wherever_it_is_shown() throws IOException {
        template("""
                <!doctype html>
                <html lang="fr" th:replace="~{ui/layout :: page('Vos besoins', false, ~{::#corps})}">
                <body>
                <p class="lead">Une école se reconnaît.</p>
                <nav aria-label="Quels besoins"></nav>
                <div th:replace="~{ui/forms :: number(id='n', label=#{ui.menu}, suffix='jeunes')}"></div>
                <h1 th:text="${mine ? 'Mes besoins' : 'Tous'}">Titre</h1>
                <p><span th:text="${n}">1</span> dossier</p>
                <p th:text="|le ${day} : |">le 8</p>
                </body>
                </html>
                """);

        assertThat(Templates.sentences(folder))
                .containsExactly(
                        "page.html:2: Vos besoins",
                        "page.html:4: Une école se reconnaît.",
                        "page.html:5: aria-label=Quels besoins",
                        "page.html:6: jeunes",
                        "page.html:7: Mes besoins",
                        "page.html:7: Tous",
                        "page.html:8: dossier",
                        "page.html:9: le  : ");
    }

    @Test
    void what_is_replaced_and_what_is_no_word_may_stand() throws IOException {
        template("""
                <!doctype html>
                <html lang="fr" th:replace="~{ui/layout :: page(#{ui.menu}, ${n > 0}, ~{::#corps})}">
                <head><title>Une page</title></head>
                <body>
                <!--/* pour qui lit ceci */-->
                <p th:text="#{ui.menu}">Menu principal <b>des pages</b></p>
                <div class="field" th:classappend="${wrong} ? 'field field--error'" th:attr="aria-describedby=${id + '-aide ' + id}"></div>
                <p th:text="${@frenchTime.weekday(day)}">lundi</p>
                <p th:if="${view.status.name() == 'QUALIFIED'}"><span th:text="${n}">3</span> · <kbd>?</kbd></p>
                </body>
                </html>
                """);

        assertThat(Templates.sentences(folder)).isEmpty();
    }

    @Test
    void a_day_that_is_not_written_as_on_all_pages_is_named() throws IOException {
        template("<p th:text=\"${#temporals.format(day, 'd MMMM')}\">1 décembre</p>");

        assertThat(Templates.sentences(folder)).singleElement().asString().contains("page.html:1", "@frenchTime");
    }

    @Test
    void a_key_without_text_is_named() throws IOException {
        template("<p th:text=\"#{ui.menu}\">a</p><p th:text=\"#{ui.nowhere(${n})}\">b</p>"
                + "<p th:text=\"${#messages.msg('ui.neither')}\">c</p><p th:text=\"#{${'ui.day.' + day}}\">d</p>");

        assertThat(Templates.keysWithoutText(folder)).containsExactly("page.html: ui.neither", "page.html: ui.nowhere");
    }

    private void template(String source) throws IOException {
        Files.writeString(folder.resolve("page.html"), source);
    }
}
