package fr.mentoratdurgence.needs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.MemberAssociations.MemberAssociation;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.web.Documents.Document;
import fr.mentoratdurgence.platform.web.Documents.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class DocumentsTest {
    private static final PublisherSettings UNSET = new PublisherSettings("", "", "", "", "", "");
    private static final PublisherSettings SET = new PublisherSettings(
            "Association d’essai",
            "Dominique Exemple",
            "1 rue de l’Essai, 94000 Créteil",
            "01 23 45 67 89",
            "aide@exemple.fr",
            "Hébergeur d’essai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confidentialite",
                "mentions-legales",
                "qui-sommes-nous",
                "contact",
                "aide",
                "parents",
                "autorisation"
            })
    void each_page_that_is_owed_says_something_in_every_section(String page) {
        Document document = of(page, SET);

        assertThat(document.title()).isNotEqualTo(page + ".titre");
        assertThat(document.lead()).isNotEqualTo(page + ".chapeau");
        assertThat(document.sections()).hasSizeGreaterThan(3);
        assertThat(words(document))
                .isNotEmpty()
                .allSatisfy(some -> assertThat(some.text())
                        .doesNotContain("{", "}", "'", "](", page + ".", "à compléter")
                        .isNotBlank());
        assertThat(links(document)).allMatch(href -> href.matches("(/|https://|mailto:|tel:)\\S+"));
    }

    @Test
    void what_nobody_has_set_reads_as_still_to_be_said_and_leads_nowhere() {
        Document unset = of("mentions-legales", UNSET);
        assertThat(text(unset)).contains("Nom : à compléter", "Téléphone : à compléter");
        assertThat(links(unset)).noneMatch(href -> href.startsWith("mailto:") || href.startsWith("tel:"));
        assertThat(unset.sections().get(1).blocks().getFirst().lines().getFirst())
                .containsExactly(new Words("à compléter", null));

        Document set = of("mentions-legales", SET);
        assertThat(text(set)).contains("Association d’essai", "Dominique Exemple", "Hébergeur d’essai");
        assertThat(links(set)).contains("mailto:aide@exemple.fr", "tel:0123456789");
    }

    @Test
    void only_associations_that_facts_may_name_stand_as_members() {
        assertThat(of("qui-sommes-nous", UNSET)
                        .sections()
                        .get(1)
                        .blocks()
                        .getLast()
                        .lines())
                .extracting(line -> line.getFirst().text())
                .containsExactlyElementsOf(MemberAssociations.all().stream()
                        .map(MemberAssociation::label)
                        .toList());
    }

    private static Document of(String page, PublisherSettings settings) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/documents");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PagesConfiguration().documents(new Texts(messages), settings).of(page);
    }

    private static List<Words> words(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .flatMap(List::stream)
                .toList();
    }

    private static String text(Document document) {
        return String.join("", words(document).stream().map(Words::text).toList());
    }

    private static List<String> links(Document document) {
        return words(document).stream()
                .map(Words::href)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
