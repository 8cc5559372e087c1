package fr.mentoratdurgence.reporting.segments;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** S3Proxy on a folder of this machine, as a process of its own that can be killed, frozen and slowed. */
public final class ObjectStore implements AutoCloseable {
    private static final Path LIBRARIES = Path.of("..", "infra", "s3proxy", "target", "lib");
    private static final String NAME = "jours-scelles";
    private static final String KEY = "key-of-tests";
    private static final String SECRET = "secret-of-tests";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private ObjectStore(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One that runs, with one bucket. */
    public static ObjectStore on(Path folder) {
        try {
            Files.createDirectories(folder.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectStore store = new ObjectStore(folder, freePort());
        store.start();
        return store;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it where it is not running. */
    void start() {
        try {
            Path settings = folder.resolve("s3proxy.properties");
            Files.writeString(settings, """
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem
                    jclouds.filesystem.basedir=%s
                    """.formatted(port, KEY, SECRET, folder));
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx96m",
                            "-cp",
                            LIBRARIES + File.separator + "*",
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            settings.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(this::listens);
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            if (process != null && !process.isAlive()) {
                throw new IllegalStateException("it ended: see " + folder.resolve("s3proxy.log"));
            }
            return false;
        }
    }

    /** Signal 9. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            ended(process);
        }
    }

    /** It holds its connections and answers nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = ended(new ProcessBuilder("kill", "-" + name, String.valueOf(process == null ? 0 : process.pid()))
                    .start());
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " says " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a service is told of it. */
    BucketSettings bucket(String prefix) {
        return bucket(prefix, SECRET, Duration.ofSeconds(5));
    }

    BucketSettings bucket(String prefix, String secret, Duration answerWithin) {
        return new BucketSettings(NAME, "http://127.0.0.1:" + port, "eu-west-3", prefix, KEY, secret, answerWithin);
    }

    @Override
    public void close() {
        kill();
    }
}
