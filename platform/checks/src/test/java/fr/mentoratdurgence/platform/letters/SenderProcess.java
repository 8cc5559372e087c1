package fr.mentoratdurgence.platform.letters;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that sends, in a process of its own, until it is killed. */
final class SenderProcess {
    /** As many as a service has. */
    static final int LANES = 4;

    private SenderProcess() {}

    /** Starts one that hands letters to the server at this port. */
    static Process start(LocalParts.Database database, int mailPort) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SenderProcess.class.getName(),
                Integer.toString(mailPort)));
        builder.environment()
                .putAll(Map.of("URL", database.url(), "USER", database.user(), "PASSWORD", database.password()));
        return builder.inheritIO().start();
    }

    /** @param arguments port of the mail server; the database is told by the environment */
    public static void main(String[] arguments) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(System.getenv("URL"));
            source.setUsername(System.getenv("USER"));
            source.setPassword(System.getenv("PASSWORD"));
            LetterSender sender = LettersBench.sender(
                    JdbcClient.create(source), LettersBench.noon(), Integer.parseInt(arguments[0]), LANES);
            while (!Thread.currentThread().isInterrupted()) {
                sender.send();
            }
        }
    }
}
