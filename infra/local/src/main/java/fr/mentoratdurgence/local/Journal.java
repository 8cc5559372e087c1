package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Keeps what is said, with the time, for whoever was not at the terminal. */
record Journal(Progress heard, Path file, Clock clock) implements Progress {
    @Override
    public synchronized void say(String sentence) {
        heard.say(sentence);
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.getParent()));
            Files.writeString(
                    PrivateFiles.file(file),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + sentence + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void starts(PartInstance part) {
        heard.starts(part);
    }

    @Override
    public void ready(PartInstance part, Duration took) {
        heard.ready(part, took);
    }
}
