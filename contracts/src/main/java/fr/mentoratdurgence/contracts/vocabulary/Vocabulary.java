package fr.mentoratdurgence.contracts.vocabulary;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/**
 * The codes that travel between services, and their French words. A page finds the words as messages
 * ({@code niveau.COLLEGE_6_5}, {@code niveau.court.COLLEGE_6_5}); the enums of the codes stand beside this, or with the one
 * service that owns them, and a rule of the architecture holds them against these lists.
 */
public final class Vocabulary {
    /** The bundle, for a message source. */
    public static final String BUNDLE = "messages/vocabulary";

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "messages.vocabulary",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Vocabulary() {}

    /** The codes of a list such as {@code niveau}; empty where there is no such list. */
    public static Set<String> codes(String list) {
        Set<String> codes = new TreeSet<>();
        for (String key : WORDS.keySet()) {
            if (key.startsWith(list + ".") && key.indexOf('.', list.length() + 1) < 0) {
                codes.add(key.substring(list.length() + 1));
            }
        }
        return codes;
    }
}
