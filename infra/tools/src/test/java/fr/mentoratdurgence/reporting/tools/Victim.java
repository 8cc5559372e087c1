package fr.mentoratdurgence.reporting.tools;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that is killed by a signal that nothing can catch (9), where the test says. */
final class Victim {
    private final Process process;
    private final BufferedReader said;
    private final Path temporary;

    private Victim(Process process, Path temporary) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.temporary = temporary;
    }

    /** Gives children one after the other; the next one starts while this one works. */
    static final class Line implements AutoCloseable {
        private final Class<?> main;
        private final List<String> arguments;
        private CompletableFuture<Victim> next;

        Line(Class<?> main, Object... arguments) {
            this.main = main;
            this.arguments = Stream.of(arguments).map(String::valueOf).toList();
            this.next = CompletableFuture.supplyAsync(this::start);
        }

        Victim next() {
            Victim ready = next.join();
            next = CompletableFuture.supplyAsync(this::start);
            return ready;
        }

        private Victim start() {
            try {
                Path temporary = Files.createTempDirectory("victim-");
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Daxoniq.update-checker.disabled=true",
                        "-Ddisable-axoniq-console-message=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
                command.addAll(arguments);
                Victim victim = new Victim(
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start(),
                        temporary);
                victim.await("READY");
                return victim;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            next.join().kill();
        }
    }

    /** Goes until this point; whether it was reached before all was done. */
    boolean goes(int until, boolean waits) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(until + " " + waits + "\n")
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return await("HERE", "DONE").equals("HERE");
    }

    /** Does all of its work. */
    void goesOnToTheEnd() {
        if (goes(-1, false)) {
            throw new IllegalStateException("a point without a number was reached");
        }
        kill();
    }

    /** Signal 9. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(temporary)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String await(String... words) {
        List<String> heard = new ArrayList<>();
        try {
            for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
                heard.add(line);
                for (String word : words) {
                    if (line.equals("victim: " + word)) {
                        return word;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("a child ended by itself: " + String.join("\n", heard));
    }
}
