package fr.mentoratdurgence.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The French sentences of the command line. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.local", Locale.FRENCH);

    private Texts() {}

    /** The sentence under this key, with its arguments in place. */
    public static String say(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.FRENCH).format(arguments);
    }
}
