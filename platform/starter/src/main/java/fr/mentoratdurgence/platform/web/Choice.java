package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Texts;
import java.util.Arrays;
import java.util.List;

/**
 * One choice of a form: what is sent, and the words that are read.
 *
 * @param value the code
 * @param label its French words
 */
public record Choice(String value, String label) {

    /** Codes to choose from; their words stand under {@code <prefix><code>}. */
    public static List<Choice> of(Texts texts, String prefix, Enum<?>... codes) {
        return Arrays.stream(codes)
                .map(code -> new Choice(code.name(), Texts.capital(texts.of(prefix + code.name()))))
                .toList();
    }

    /** {@code oui} and {@code non}; their words stand under {@code <prefix>oui} and {@code <prefix>non}. */
    public static List<Choice> yesOrNo(Texts texts, String prefix) {
        return List.of(new Choice("oui", texts.of(prefix + "oui")), new Choice("non", texts.of(prefix + "non")));
    }
}
