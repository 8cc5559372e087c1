package fr.mentoratdurgence.files;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The French sentences about files, for who has no Spring: {@code messages/files.properties}. */
public final class Sentences {
    private static final ResourceBundle SENTENCES = ResourceBundle.getBundle("messages.files", Locale.ROOT);

    private Sentences() {}

    /** Why the whole file was refused. */
    public static String of(FileRefused refused) {
        return of(refused.key(), refused.args());
    }

    /** What is to be corrected. */
    public static String of(CellProblem problem) {
        return of(problem.key(), problem.args());
    }

    private static String of(String key, List<Object> args) {
        return new MessageFormat(SENTENCES.getString(key), Locale.FRENCH).format(args.toArray());
    }
}
