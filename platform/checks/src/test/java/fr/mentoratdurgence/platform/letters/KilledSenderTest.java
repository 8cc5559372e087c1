package fr.mentoratdurgence.platform.letters;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes that send and are killed (SIGKILL) when the mail server has taken a letter and nobody wrote that down. */
@Tag("reliability")
class KilledSenderTest {
    private static final int LETTERS = 240;
    private static final int KILLS = 2;
    /** SIGKILL, as the shell counts it. */
    private static final int KILLED = 128 + 9;

    private final LocalParts.Database database = LocalParts.database();
    private final HikariDataSource source = new HikariDataSource();
    private final MailPart mail = MailPart.start(0);

    @AfterEach
    void no_server() {
        source.close();
        mail.close();
    }

    @Test
    void who_is_killed_between_sending_and_writing_it_down_doubles_one_letter_of_a_batch_and_loses_none()
            throws Exception {
        JdbcClient db = migrated();
        LettersBench.write(db, LettersBench.noon(), LETTERS);

        // given processes that are killed while the mail server says that it has taken a letter, one after the other
        for (int kill = 1; kill <= KILLS; kill++) {
            int unrecorded = mail.count() - sent(db);
            killAtLetter(40);
            assertThat(mail.count() - sent(db) - unrecorded).isBetween(1, SenderProcess.LANES);
            db.sql("update letter set claimed_until = now() - interval '1 second' where claimed_until is not null")
                    .update();
        }

        // when another instance sends what they had in their hands, and the rest
        LetterSender survivor = LettersBench.sender(db, LettersBench.noon(), mail.port(), SenderProcess.LANES);
        while (sent(db) < LETTERS) {
            survivor.send();
        }

        // then each letter came, few of them twice, and a mail program can tell
        Map<String, List<String>> attempts = mail.letters().stream()
                .collect(Collectors.groupingBy(
                        MailPart.Caught::messageId, Collectors.mapping(MailPart.Caught::attempt, Collectors.toList())));
        assertThat(attempts).hasSize(LETTERS);
        Collection<List<String>> doubled =
                attempts.values().stream().filter(times -> times.size() > 1).toList();
        assertThat(doubled)
                .hasSizeBetween(KILLS, KILLS * SenderProcess.LANES)
                .allSatisfy(times ->
                        assertThat(times).hasSizeLessThanOrEqualTo(1 + KILLS).doesNotHaveDuplicates());
        assertThat(mail.count() - LETTERS).isBetween(KILLS, KILLS * SenderProcess.LANES);
    }

    private void killAtLetter(int letter) throws IOException, InterruptedException {
        try (KillingServer server = new KillingServer(mail.port(), letter)) {
            Process sender = SenderProcess.start(database, server.port());
            try {
                server.kills(sender);
                assertThat(sender.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(sender.exitValue()).isEqualTo(KILLED);
            } finally {
                sender.destroyForcibly().waitFor();
            }
        }
    }

    private JdbcClient migrated() {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        return JdbcClient.create(source);
    }

    private static int sent(JdbcClient db) {
        return db.sql("select count(*) from letter where state = 'SENT'")
                .query(Integer.class)
                .single();
    }

    /** Stands before the server that catches, and kills who hands letters in instead of saying that one was taken. */
    private static final class KillingServer implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        private final AtomicInteger left;
        private final CompletableFuture<Process> victim = new CompletableFuture<>();

        KillingServer(int catching, int letter) throws IOException {
            this.left = new AtomicInteger(letter);
            Thread _ = Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try {
                        Socket client = door.accept();
                        Thread _ = Thread.ofVirtual().start(() -> talk(client, catching));
                    } catch (IOException _) {
                        // the test is over
                    }
                }
            });
        }

        int port() {
            return door.getLocalPort();
        }

        void kills(Process sender) {
            victim.complete(sender);
        }

        private void talk(Socket client, int catching) {
            try (client;
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), catching);
                    BufferedReader asked = reader(client);
                    BufferedReader answers = reader(server)) {
                OutputStream in = server.getOutputStream();
                OutputStream back = client.getOutputStream();
                answer(answers, back);
                boolean text = false;
                for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                    say(in, line);
                    boolean ends = text && line.equals(".");
                    if (text && !ends) {
                        continue;
                    }
                    if (ends && left.decrementAndGet() == 0) {
                        answers.readLine(); // it is taken
                        victim.join().destroyForcibly().onExit().join();
                        return;
                    }
                    answer(answers, back);
                    text = line.equals("DATA");
                }
            } catch (IOException _) {
                // one of the two has gone
            }
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        }

        /** What the server says to one line; all but its last line have a hyphen. */
        private static void answer(BufferedReader from, OutputStream to) throws IOException {
            String line;
            do {
                line = from.readLine();
                if (line == null) {
                    return;
                }
                say(to, line);
            } while (line.startsWith("-", 3));
        }

        private static void say(OutputStream to, String line) throws IOException {
            to.write((line + "\r\n").getBytes(ISO_8859_1));
            to.flush();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
