package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Texts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal how it goes. */
final class Console implements Progress {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
    }

    @Override
    public void starts(PartInstance part) {
        String waited = Texts.say("attente." + part.part().id());
        out.println(Texts.say(waited.isEmpty() ? "ligne.demarre" : "ligne.demarre.apres", padded(part), waited));
    }

    @Override
    public void ready(PartInstance part, Duration took) {
        String seconds = String.format(Locale.FRENCH, "%5.1f", took.toMillis() / 1000.0);
        out.println(Texts.say("ligne.prete", padded(part), seconds));
    }

    private static String padded(PartInstance part) {
        return String.format("%-36s", part.title());
    }
}
