package fr.mentoratdurgence.reporting.tools;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells the person in front of the machine how the work goes. */
interface Told {
    /** The sentence under a key. */
    void tell(String key, Object... arguments);

    /** The sentence of a key. */
    static String say(String key, Object... arguments) {
        return new MessageFormat(
                        ResourceBundle.getBundle("messages.tools", Locale.FRENCH)
                                .getString(key),
                        Locale.FRENCH)
                .format(arguments);
    }
}
