package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.LocalClock;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.parts.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an earlier run left in its folder: processes, where its launcher was killed, and data. */
final class Leftovers {
    /** Stands beside the data from the first act of the journey to its last. */
    static final String BEGUN = "parcours.commence";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> FOLDERS = List.of("postgres", "kafka", "keycloak", "segments", "logs");
    private static final List<String> FILES = List.of("secrets.properties", LocalClock.FILE, "parcours.json", BEGUN);

    private Leftovers() {}

    /** Ends what a launcher left behind that was killed; says how many processes that were. */
    static int end(Path directory, Progress progress) {
        List<ProcessHandle> orphans = new ArrayList<>(RunRecord.children(directory));
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(orphan -> Child.end(orphan, PATIENCE));
        PostgresPart.runningOn(new RunFolder(directory).postgres()).ifPresent(server -> {
            // after its clients, or it would wait for them
            Child.end(server, PATIENCE);
            orphans.add(server);
        });
        if (!orphans.isEmpty()) {
            progress.say(Texts.say("orphelins.arretes", orphans.size()));
        }
        return orphans.size();
    }

    /** A folder of this run alone. */
    static void makeRoom(Path directory) {
        try {
            PrivateFiles.folder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests that nobody waits for any more. */
    static void forgetRequests(Path directory) {
        Folders.delete(directory.resolve("restart"));
    }

    /** All data; not the lock, which is ours, nor the settings, which are somebody's. */
    static void empty(Path directory) {
        FOLDERS.forEach(data -> Folders.delete(directory.resolve(data)));
        try {
            for (String file : FILES) {
                Files.deleteIfExists(directory.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
