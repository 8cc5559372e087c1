package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The French words that stand for codes in files ({@code words.properties}): a list that can grow without a line of Java.
 * The code itself is a word, too.
 */
public final class Words {
    /** What a list of codes is about, as the resource names it. */
    public enum Kind {
        /** Level band. */
        NIVEAU,
        /** Kind of support. */
        ACCOMPAGNEMENT,
        /** Subject. */
        MATIERE,
        /** Channel. */
        CANAL,
        /** Priority audience. */
        PUBLIC
    }

    private static final Properties CODES = load();

    private Words() {}

    /** The code of a word, whatever its case, accents, blanks and signs; what was written where it is no such word. */
    public static String code(Kind kind, String written) {
        String text = Typed.text(written);
        String known = CODES.getProperty(kind.name().toLowerCase(Locale.ROOT) + "." + Typed.plain(text));
        if (known != null) {
            return known;
        }
        String code = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return CODES.containsValue(code) ? code : text;
    }

    private static Properties load() {
        try (InputStream words = Words.class.getResourceAsStream("words.properties")) {
            if (words == null) {
                throw new IllegalStateException("missing resource words.properties");
            }
            var codes = new Properties();
            codes.load(new InputStreamReader(words, StandardCharsets.UTF_8));
            return codes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
