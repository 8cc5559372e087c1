package fr.mentoratdurgence.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/**
 * Puts each kind of letter of a service into words on every channel, so that a missing word fails a test and not a person.
 * Nothing is written into the service's rows or sent.
 */
public final class EachLetter {
    /** As long as the origin of an installation may be without cutting a short message. */
    private static final String REAL_ORIGIN = "https://mentorat-urgence.example.org";

    private static final List<String> NEVER = List.of("{", "}", "??", "null");

    private final Composer composer;
    private final Correspondents people;
    private final LettersSettings settings;
    private final MessageSource messages;

    private EachLetter(ApplicationContext service) {
        this.composer = service.getBean(Composer.class);
        this.people = service.getBean(Correspondents.class);
        this.settings = service.getBean(LettersSettings.class);
        this.messages = service;
    }

    /** The letters of this service. */
    public static EachLetter of(ApplicationContext service) {
        return new EachLetter(service);
    }

    /** All kinds that the service knows: a test that goes through them forgets none. */
    public List<? extends LetterKind> kinds() {
        return people.kinds();
    }

    /**
     * Asserts that a letter of this kind has all its words as a mail, as a short message where it may be one, and on the
     * page where its reader chooses.
     */
    public void hasItsWords(LetterKind kind, String person, Map<String, String> parameters) {
        Correspondent to = people.find(person).orElseThrow();
        Content content = people.content(kind, person, parameters)
                .orElseThrow(() -> new AssertionError(kind.name() + " has no reason"));
        Composed letter = composer.compose(kind, person, to, content);
        assertThat(letter.subject()).as(kind.name()).isNotBlank();
        for (String never : NEVER) {
            assertThat(letter.subject() + letter.plain()).as(kind.name()).doesNotContain(never);
        }
        assertThat(letter.html()).as(kind.name()).contains("<html lang=\"fr\"").doesNotContain("??");
        toLookAt(kind, letter);
        assertThat(text(kind, "nom"))
                .as(kind + ": its name where its reader chooses")
                .isNotBlank();
        if (kind.bySms()) {
            fits(kind, letter.sms(), content.act());
        } else {
            assertThat(text(kind, "sms")).as(kind + " is no short message").isEmpty();
        }
    }

    /** As a mail program shows it, for who reads it as its reader will. */
    private static void toLookAt(LetterKind kind, Composed letter) {
        try {
            Path folder = Files.createDirectories(Path.of("target/letters"));
            Files.writeString(folder.resolve(kind.name() + ".html"), letter.html());
            Files.writeString(folder.resolve(kind.name() + ".txt"), letter.subject() + "\n\n" + letter.plain());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Not a word is cut, and no sign makes two messages of one. */
    private void fits(LetterKind kind, String sms, String act) {
        assertThat(sms).as(kind.name()).isEqualTo(Gsm.inAlphabet(sms)).hasSizeLessThanOrEqualTo(Gsm.LENGTH);
        String words = act.isEmpty() ? sms : sms.substring(0, sms.length() - (settings.origin() + act).length() - 1);
        String whole = act.isEmpty() ? words : words + " " + REAL_ORIGIN + act;
        assertThat(whole).as(kind.name()).hasSizeLessThanOrEqualTo(Gsm.LENGTH);
        assertThat(words).as(kind.name()).isNotBlank().doesNotEndWith("...");
    }

    private String text(LetterKind kind, String part) {
        return String.valueOf(messages.getMessage("lettre." + kind.name() + "." + part, null, "", Locale.FRENCH));
    }
}
