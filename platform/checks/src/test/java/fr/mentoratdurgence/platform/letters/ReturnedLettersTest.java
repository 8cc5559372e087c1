package fr.mentoratdurgence.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.LocalParts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What mail servers tell afterwards, as real ones write it, in a real mailbox. */
class ReturnedLettersTest {
    private enum Kind implements LetterKind {
        NEWS
    }

    private final LocalParts.Database database = LocalParts.database();
    private final HikariDataSource source = new HikariDataSource();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Map<String, String> addresses = new HashMap<>();
    private GreenMailUser mailbox;
    private JdbcClient db;
    private Letters letters;

    @BeforeEach
    void a_mailbox_and_a_letter_that_was_taken() throws UserException {
        server.start();
        mailbox = server.getUserManager().createUser("retours@m.example", "retours", "secret");
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        db = JdbcClient.create(source);
        letters = new Letters(db, Clock.systemUTC());
        sent("event-1:NEWS", "awa");
    }

    private void sent(String letter, String person) {
        addresses.put(person, person + "@example.org");
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(_ -> letters.write(Letter.of(letter, Kind.NEWS, person, Map.of())));
        db.sql("update letter set state = 'SENT', channel = 'EMAIL' where letter_id = ?")
                .param(letter)
                .update();
    }

    @AfterEach
    void no_mailbox() {
        server.stop();
        source.close();
    }

    @Test
    void an_address_that_does_not_exist_is_closed_and_somebody_calls() throws MessagingException {
        arrives(failure("failed", "5.1.1", "event-1.NEWS", "awa@example.org"));

        assertThat(look(Instant.now())).isEqualTo(new ReturnedLetters.Look(1, 0, 0));

        assertThat(letters.closed("awa")).isEqualTo("REFUSED");
        assertThat(letters.toCall(List.of("awa")))
                .singleElement()
                .satisfies(call -> assertThat(call.letter()).isEqualTo("event-1:NEWS"));
        LettersApi.State counted = new LettersApi(db, Clock.systemUTC()).state();
        assertThat(counted.closedAddresses()).isEqualTo(Map.of("REFUSED", 1L));
        assertThat(counted.toCall()).isEqualTo(Map.of("REFUSED", 1L));
        assertThat(counted.late()).isZero();
        assertThat(look(Instant.now())).as("deleted: it holds an address").isEqualTo(new ReturnedLetters.Look(0, 0, 0));
    }

    @Test
    void what_is_only_late_and_what_arrived_changes_nothing() throws MessagingException {
        arrives(failure("delayed", "4.4.1", "event-1.NEWS", "awa@example.org"));
        arrives(failure("failed", "4.2.2", "event-1.NEWS", "awa@example.org"));
        arrives(failure("delivered", "2.0.0", "event-1.NEWS", "awa@example.org"));

        assertThat(look(Instant.now())).isEqualTo(new ReturnedLetters.Look(3, 0, 0));
        nothingHappened();
    }

    @Test
    void who_calls_our_letters_unwanted_is_written_to_no_more() throws MessagingException {
        arrives("""
                From: <abuse@provider.example>
                To: <retours@m.example>
                Subject: FW: Objet
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

                --b1
                Content-Type: text/plain; charset="US-ASCII"

                This is an email abuse report.
                --b1
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: SomeGenerator/1.0
                Version: 1

                --b1
                Content-Type: message/rfc822
                Content-Disposition: inline

                From: Mentorat <mentorat@m.example>
                To: Awa <Awa@Example.org>
                Message-ID: <event-1.NEWS@m.example>
                Subject: Objet

                Bonjour
                --b1--
                """);
        look(Instant.now());
        assertThat(letters.closed("awa")).isEqualTo("COMPLAINT");
    }

    @Test
    void the_former_address_of_somebody_closes_nothing() throws MessagingException {
        addresses.put("awa", "awa.nouvelle@example.org");
        arrives(failure("failed", "5.1.1", "event-1.NEWS", "awa@example.org"));

        assertThat(look(Instant.now()).dealtWith()).isOne();
        nothingHappened();
    }

    @Test
    void what_nobody_can_read_is_set_aside_once_and_the_rest_is_still_read() throws MessagingException {
        arrives("Subject: =?broken\nContent-Type: multipart/report; boundary=\n\n--");
        arrives("From: a@b.example\nSubject: Absent du bureau\n\nJe suis absente.");
        arrives("Content-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\n\n--x\n"
                + "Content-Type: message/delivery-status\n\n\u0000\u0001\n--x\nContent-Type: message/rfc822\n\n--x--");
        arrives("Content-Type: multipart/report; boundary=\"x\"\n\n"
                + "--x\nContent-Type: text/plain\n\na\n".repeat(500));
        arrives(failure("failed", "5.1.1", "event-1.NEWS", "awa@example.org"));

        assertThat(look(Instant.now())).isEqualTo(new ReturnedLetters.Look(1, 4, 0));
        assertThat(look(Instant.now())).as("never again").isEqualTo(new ReturnedLetters.Look(0, 0, 0));
        assertThat(letters.closed("awa")).isEqualTo("REFUSED");
        assertThat(aside()).isEqualTo(4);
    }

    @Test
    void what_is_another_service_s_stays_for_an_hour() throws MessagingException {
        arrives(failure("failed", "5.1.1", "event-of-another.NEWS", "jo@example.org"));

        assertThat(look(Instant.now())).isEqualTo(new ReturnedLetters.Look(0, 0, 1));
        assertThat(look(Instant.now().plus(Duration.ofHours(2)))).isEqualTo(new ReturnedLetters.Look(0, 1, 0));
        assertThat(aside()).isOne();
    }

    @Test
    void a_letter_that_never_left_cannot_come_back() throws MessagingException {
        db.sql("update letter set state = 'WAITING', channel = ''").update();
        arrives(failure("failed", "5.1.1", "event-1.NEWS", "awa@example.org"));
        assertThat(look(Instant.now()).left()).isOne();
        assertThat(letters.closed("awa")).isEmpty();
    }

    private void nothingHappened() {
        assertThat(letters.closed("awa")).isEmpty();
        assertThat(letters.toCall(List.of("awa"))).isEmpty();
    }

    /** As a common mail server writes it. */
    private static String failure(String action, String status, String messageId, String to) {
        return """
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: retours@m.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                 boundary="9B095B5ADSN=_01D"

                This is a MIME-encapsulated message.

                --9B095B5ADSN=_01D
                Content-Description: Notification
                Content-Type: text/plain; charset=utf-8

                I'm sorry to have to inform you.

                --9B095B5ADSN=_01D
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                Arrival-Date: Tue,  7 Apr 2020 10:00:00 +0200 (CEST)

                Final-Recipient: rfc822; %4$s
                Action: %1$s
                Status: %2$s
                Diagnostic-Code: smtp; said something

                --9B095B5ADSN=_01D
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                From: Mentorat d'urgence <mentorat@m.example>
                To: %4$s
                Message-ID: <%3$s@m.example>
                Subject: Objet

                --9B095B5ADSN=_01D--
                """.formatted(action, status, messageId, to);
    }

    private void arrives(String raw) throws MessagingException {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private int aside() throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "retours", "secret");
            return store.getFolder("Mises-de-cote").getMessageCount();
        }
    }

    private ReturnedLetters.Look look(Instant now) throws MessagingException {
        int port = server.getImap().getPort();
        return new ReturnedLetters(
                        letters,
                        new Addressed(),
                        new LettersSettings.Returns(
                                "127.0.0.1", port, false, "retours", "secret", "Mises-de-cote", Duration.ofMinutes(1)),
                        Clock.fixed(now, ZoneOffset.UTC))
                .look();
    }

    private final class Addressed implements Correspondents {
        @Override
        public List<? extends LetterKind> kinds() {
            return List.of(Kind.values());
        }

        @Override
        public Optional<Correspondent> find(String person) {
            return Optional.ofNullable(addresses.get(person))
                    .map(email -> new Correspondent(person, email, "", ZoneId.of("Europe/Paris")));
        }

        @Override
        public List<String> of(Person caller) {
            return List.of();
        }

        @Override
        public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
            return Optional.empty();
        }
    }
}
