package fr.mentoratdurgence.platform.jobs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** An instance that does jobs, in a process of its own, until it is killed. */
final class JobProcess {
    static final Duration LEASE = Duration.ofSeconds(2);

    private JobProcess() {}

    static Process start(LocalParts.Database database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JobProcess.class.getName()));
        builder.environment()
                .putAll(Map.of("URL", database.url(), "USER", database.user(), "PASSWORD", database.password()));
        return builder.inheritIO().start();
    }

    /** The database is told by the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        try (Instances instances = new Instances(
                System.getenv("URL"), System.getenv("USER"), System.getenv("PASSWORD"), Clock.systemUTC(), LEASE)) {
            JobWorker worker = instances
                    .instance(instances.counting("killed", Duration.ofMillis(50)))
                    .worker();
            while (!Thread.currentThread().isInterrupted()) {
                worker.takeAll();
                worker.beat();
                Thread.sleep(100);
            }
        }
    }
}
