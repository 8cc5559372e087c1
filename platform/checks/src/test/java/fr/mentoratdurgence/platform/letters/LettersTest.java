package fr.mentoratdurgence.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.MovableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a letter, on a real PostgreSQL and a mail server that catches. */
class LettersTest {
    private static final Instant MORNING = Instant.parse("2020-04-07T08:00:00Z");
    private static final Instant NIGHT = Instant.parse("2020-04-07T21:30:00Z");

    private enum Kind implements LetterKind {
        PROPOSAL {
            @Override
            public boolean bySms() {
                return true;
            }

            @Override
            public boolean asks() {
                return true;
            }
        },
        NEWS {
            @Override
            public Weight weight() {
                return Weight.ORDINARY;
            }
        },
        CONCERN {
            @Override
            public Weight weight() {
                return Weight.URGENT;
            }
        },
        CALL_NOTED {
            @Override
            public Duration undoneWithin() {
                return Duration.ofMinutes(10);
            }
        }
    }

    private final LocalParts.Database database = LocalParts.database();
    private final HikariDataSource source = pool();
    private final JdbcClient db = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final Map<String, Correspondent> people = new HashMap<>();
    private final List<String> sms = new ArrayList<>();
    private final MovableClock clock = new MovableClock(MORNING);
    private final StaticMessageSource words = Senders.words();
    private final MailPart mail = MailPart.start(0);
    private final LetterPreferences preferences = new LetterPreferences(db);
    private Letters letters;
    private int mailPort = mail.port();
    private boolean reasonStands = true;
    private String answersTo = "";

    @BeforeEach
    void people_and_words() {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        letters = new Letters(db, clock);
        person("awa", "awa@example.org", "", "Europe/Paris");
        for (Kind kind : Kind.values()) {
            say(kind, "objet", "Objet " + kind + " {numero}");
            say(kind, "texte", "Un jeune attend, {nom}.\n\nDites-le-nous, dossier MU-7K3F-9Q2M.");
            say(kind, "acte", "Répondre");
            say(kind, "pourquoi", "Vous êtes mentor.");
            say(kind, "sms", "Un élève vous attend, où êtes-vous ? {numero}");
        }
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(5);
        return pool;
    }

    @AfterEach
    void no_server() {
        source.close();
        mail.close();
    }

    @Test
    void what_would_say_the_same_twice_at_once_is_one_letter_that_says_how_many() {
        // given two of a kind that can be told together, of one act, and one that tells something else
        say(Kind.PROPOSAL, "objet.plusieurs", "Des jeunes attendent");
        say(Kind.PROPOSAL, "texte.plusieurs", "{fois} jeunes attendent, {nom}.");
        write(Letter.of("pair-1:PROPOSAL", Kind.PROPOSAL, "awa", Map.of("number", "12")));
        write(Letter.of("pair-2:PROPOSAL", Kind.PROPOSAL, "awa", Map.of("number", "12")));
        write(Letter.of("pair-3:PROPOSAL", Kind.PROPOSAL, "awa", Map.of("number", "13")));

        // when they are sent
        for (int batch = 0; batch < 3; batch++) {
            sender().batch();
        }

        // then there are two letters, and none of the three waits
        assertThat(mail.letters())
                .extracting(MailPart.Caught::subject)
                .containsExactly("Des jeunes attendent", "Objet PROPOSAL 13");
        assertThat(mail.letters().getFirst().plain()).contains("2 jeunes attendent, awa.");
        assertThat(db.sql("select distinct state from letter")
                        .query(String.class)
                        .list())
                .containsExactly("SENT");
    }

    @Test
    void a_letter_is_sent_once_with_its_words_its_link_and_why_it_came() {
        // given a letter whose fact is told twice
        write(Letter.of("fact-1:PROPOSAL", Kind.PROPOSAL, "awa", Map.of("number", "12")));
        write(Letter.of("fact-1:PROPOSAL", Kind.PROPOSAL, "awa", Map.of("number", "12")));

        // when two instances send
        sender().batch();
        sender().batch();

        // then it came once
        assertThat(mail.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("awa@example.org");
            assertThat(letter.subject()).isEqualTo("Objet PROPOSAL 12");
            assertThat(letter.plain())
                    .contains(
                            "Bonjour awa,", "Un jeune attend, awa.", "Répondre :", "https://m.example/propositions/12")
                    .contains("Vous êtes mentor.", "Dites-le-nous, dossier MU-7K3F-9Q2M.");
            assertThat(letter.html()).contains("href=\"https://m.example/propositions/12\"", "<html lang=\"fr\"");
            assertThat(letter.html())
                    .as("a number stays on one line")
                    .contains("dossier <span style=\"white-space:nowrap\">MU-7K3F-9Q2M</span>.</p>");
            assertThat(letter.replyTo()).isEqualTo("contact@m.example");
            assertThat(letter.messageId()).isEqualTo("<fact-1.PROPOSAL@m.example>");
        });
    }

    @Test
    void a_letter_of_a_transaction_that_failed_was_never_written() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    letters.write(Letter.of("l1", Kind.PROPOSAL, "awa", Map.of()));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(sender().batch()).isZero();
        assertThatThrownBy(() -> letters.write(Letter.of("l2", Kind.PROPOSAL, "awa", Map.of())))
                .hasMessageContaining("transaction");
    }

    @Test
    void a_letter_holds_no_text() {
        assertThatThrownBy(() -> Letter.of("l", Kind.NEWS, "awa", Map.of("note", "appeler la mère de Lina")))
                .hasMessageContaining("note")
                .hasMessageNotContaining("Lina");
    }

    @Test
    void what_can_be_undone_waits_ten_minutes_and_does_not_leave_when_it_is_undone() {
        write(Letter.of("l1", Kind.CALL_NOTED, "awa", Map.of("number", "1")).until("call-1"));
        write(Letter.of("l2", Kind.CALL_NOTED, "awa", Map.of("number", "2")).until("call-2"));
        sender().batch();
        assertThat(mail.count()).isZero();

        letters.settle("call-1");
        clock.set(MORNING.plus(Duration.ofMinutes(10)));
        sender().batch();

        assertThat(mail.letters()).extracting(MailPart.Caught::subject).containsExactly("Objet CALL_NOTED 2");
    }

    @Test
    void at_night_nothing_comes_but_what_is_urgent_and_the_night_is_that_of_the_person() {
        // given 23:30 in Paris, which is 17:30 in Martinique
        person("lou", "lou@example.org", "", "America/Martinique");
        clock.set(NIGHT);
        write(Letter.of("l1", Kind.PROPOSAL, "awa", Map.of("number", "1")));
        write(Letter.of("l2", Kind.CONCERN, "awa", Map.of("number", "2")));
        write(Letter.of("l3", Kind.PROPOSAL, "lou", Map.of("number", "3")));

        sender().batch();
        assertThat(subjects()).containsExactlyInAnyOrder("Objet CONCERN 2", "Objet PROPOSAL 3");

        clock.set(Instant.parse("2020-04-08T06:00:00Z"));
        sender().batch();
        assertThat(subjects()).contains("Objet PROPOSAL 1");
    }

    @Test
    void one_person_s_letters_keep_their_order() {
        IntStream.rangeClosed(1, 5)
                .forEach(n -> write(Letter.of("l" + n, Kind.PROPOSAL, "awa", Map.of("number", "" + n))));
        LetterSender one = sender();
        for (int claim = 0; claim < 5; claim++) {
            one.batch();
        }
        assertThat(subjects())
                .containsExactly(
                        "Objet PROPOSAL 1",
                        "Objet PROPOSAL 2",
                        "Objet PROPOSAL 3",
                        "Objet PROPOSAL 4",
                        "Objet PROPOSAL 5");
    }

    @Test
    void a_mail_server_that_is_away_for_an_hour_loses_and_doubles_none_of_five_thousand_letters() throws Exception {
        // given no server for an hour, in which five thousand letters to five hundred people are written
        int there = mailPort;
        mailPort = 1;
        int all = 5_000;
        int people = 500;
        IntStream.range(0, people).forEach(n -> person("p" + n, "p" + n + "@example.org", "", "Europe/Paris"));
        int minutes = 60;
        for (int minute = 0; minute < minutes; minute++) {
            int from = all * minute / minutes;
            int until = all * (minute + 1) / minutes;
            transaction.executeWithoutResult(_ -> IntStream.range(from, until)
                    .forEach(n -> letters.write(
                            Letter.of("l" + n, Kind.PROPOSAL, "p" + n % people, Map.of("number", "" + n)))));
            assertThat(sender().batch()).isZero();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(db.sql("select max(attempts) from letter")
                        .query(Integer.class)
                        .single())
                .isZero();

        // when it is back, and four instances send at once
        mailPort = there;
        int instances = 4;
        CountDownLatch done = new CountDownLatch(instances);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int instance = 0; instance < instances; instance++) {
                senders.execute(() -> {
                    LetterSender sender = sender(100);
                    while (unsent() > 0) {
                        sender.batch();
                    }
                    done.countDown();
                });
            }
            done.await();
        }

        // then each came once, and each person's in order
        List<MailPart.Caught> came = mail.letters();
        assertThat(came).hasSize(all).extracting(MailPart.Caught::subject).doesNotHaveDuplicates();
        Map<String, List<Integer>> byPerson = new HashMap<>();
        came.forEach(letter -> byPerson.computeIfAbsent(letter.to(), _ -> new ArrayList<>())
                .add(Integer.parseInt(letter.subject().replaceAll("\\D", ""))));
        assertThat(byPerson).hasSize(people);
        assertThat(byPerson.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(came).extracting(MailPart.Caught::attempt).containsOnly("1");
    }

    @Test
    void a_server_that_ends_each_connection_after_a_few_letters_is_asked_for_another_one() throws IOException {
        try (FewAtATime few = new FewAtATime(3)) {
            mailPort = few.port();
            for (int n = 0; n < 10; n++) {
                person("p" + n, "p" + n + "@example.org", "", "Europe/Paris");
                write(Letter.of("l" + n, Kind.PROPOSAL, "p" + n, Map.of("number", "" + n)));
            }
            sender().batch();

            assertThat(unsent()).isZero();
            assertThat(few.taken).hasSize(10).doesNotHaveDuplicates();
            assertThat(few.connections).hasValue(4);
        }
    }

    /** A mail server that goes away after some letters, as many do. */
    private static final class FewAtATime implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final int most;
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final AtomicInteger connections = new AtomicInteger();

        FewAtATime(int most) throws IOException {
            this.most = most;
            Thread _ = Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        connections.incrementAndGet();
                        talk(socket);
                    } catch (IOException _) {
                        // the test is over, or the client has gone
                    }
                }
            });
        }

        int port() {
            return server.getLocalPort();
        }

        private void talk(Socket socket) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 here");
            int letters = 0;
            for (String line = in.readLine(); line != null && letters < most; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    taken.add(line);
                    say(out, "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // what it says is not for us
                    }
                    letters++;
                    say(out, "250 taken");
                } else {
                    say(out, "250 ok");
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void who_dies_between_sending_and_writing_it_down_doubles_one_letter_and_the_header_says_so() {
        // given a letter that was handed over by somebody who died before writing it down
        write(Letter.of("l1", Kind.PROPOSAL, "awa", Map.of("number", "1")));
        sender().batch();
        db.sql("update letter set state = 'WAITING', claimed_until = now() + interval '1 minute'")
                .update();

        // when others look before and after the end of the claim
        assertThat(sender().batch()).isZero();
        db.sql("update letter set claimed_until = now() - interval '1 second'").update();
        sender().batch();

        // then the second is known by its number, and as the same
        assertThat(mail.letters()).extracting(MailPart.Caught::attempt).containsExactly("1", "2");
        assertThat(mail.letters()).extracting(MailPart.Caught::messageId).containsOnly("<l1@m.example>");
    }

    @Test
    void who_prefers_one_letter_a_day_gets_one_in_the_morning_and_needed_ones_at_once() {
        preferences.prefer("awa", null, Rhythm.DAILY);
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        write(Letter.of("l2", Kind.NEWS, "awa", Map.of("number", "2")));
        write(Letter.of("l3", Kind.PROPOSAL, "awa", Map.of("number", "3")));
        sendAll();
        assertThat(subjects()).containsExactly("Objet PROPOSAL 3");

        clock.set(Instant.parse("2020-04-08T06:00:00Z"));
        sendAll();
        assertThat(mail.letters())
                .hasSize(2)
                .last()
                .satisfies(letter -> assertThat(letter.plain()).contains("Objet NEWS 1", "Objet NEWS 2"));
    }

    @Test
    void who_is_no_longer_to_be_written_to_gets_nothing_of_the_day_s_letter_either() {
        preferences.prefer("awa", null, Rhythm.DAILY);
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        sendAll();
        preferences.prefer("awa", null, Rhythm.NEEDED_ONLY);

        clock.set(Instant.parse("2020-04-08T06:00:00Z"));
        sendAll();

        assertThat(mail.count()).isZero();
        assertThat(unsent()).isZero();
    }

    @Test
    void a_letter_that_need_not_come_says_how_to_stop_it_to_people_and_to_programs_and_no_other_does() {
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        write(Letter.of("l2", Kind.PROPOSAL, "awa", Map.of("number", "2")));
        sendAll();

        MailPart.Caught news = mail.letters().getFirst();
        String page = news.stop().replace("/arret/NEWS", "");
        assertThat(page).matches("https://m\\.example/lien/test/[\\w-]{43}");
        assertThat(news.plain()).endsWith(page + "\r\n");
        assertThat(news.html()).contains("href=\"" + page + "\"");
        assertThat(mail.letters().getLast().stop()).isEmpty();
        assertThat(mail.letters().getLast().plain()).doesNotContain("/lien/test");
    }

    @Test
    void what_cannot_wait_comes_as_its_reader_chose_and_the_rest_by_letter() {
        person("jo", "jo@example.org", "+33639980001", "Europe/Paris");
        person("lou", "lou@example.org", "+33639980002", "Europe/Paris");
        person("ina", "ina@example.org", "", "Europe/Paris");
        preferences.choose("jo", Channel.SMS);
        preferences.choose("lou", Channel.TELEPHONE);
        preferences.choose("ina", Channel.TELEPHONE);
        for (String name : List.of("jo", "lou", "ina")) {
            write(Letter.of(name + "1", Kind.PROPOSAL, name, Map.of("number", "1")));
            write(Letter.of(name + "2", Kind.NEWS, name, Map.of("number", "2")));
        }
        sendAll();

        assertThat(sms).singleElement().asString().startsWith("+33639980001");
        assertThat(letters.toCall(List.of("jo", "lou", "ina"))).singleElement().satisfies(call -> {
            assertThat(call.letter()).isEqualTo("lou1");
            assertThat(call.cause()).isEqualTo("CHOSEN");
        });
        assertThat(mail.letters())
                .extracting(letter -> letter.to() + " " + letter.kind())
                .containsExactlyInAnyOrder(
                        "jo@example.org NEWS",
                        "lou@example.org NEWS",
                        "ina@example.org NEWS",
                        "ina@example.org PROPOSAL"); // no telephone that we know
    }

    @Test
    void who_wants_only_what_is_needed_still_finds_the_rest_under_what_is_to_do() {
        preferences.prefer("awa", Kind.NEWS, Rhythm.NEEDED_ONLY);
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        write(Letter.of("l2", Kind.PROPOSAL, "awa", Map.of("number", "2")).until("proposal-2"));
        sendAll();

        assertThat(subjects()).containsExactly("Objet PROPOSAL 2");
        assertThat(letters.toDo("awa", List.of(Kind.values())))
                .extracting(Letters.ToDo::kind)
                .containsExactly("PROPOSAL");
        letters.settle("proposal-2");
        assertThat(letters.toDo("awa", List.of(Kind.values()))).isEmpty();
    }

    @Test
    void who_has_no_address_is_called_or_gets_a_short_message_of_what_cannot_wait() {
        person("jo", "", "+33639980001", "Europe/Paris");
        write(Letter.of("l1", Kind.NEWS, "jo", Map.of("number", "1")));
        write(Letter.of("l2", Kind.PROPOSAL, "jo", Map.of("number", "2")));
        sendAll();

        assertThat(mail.count()).isZero();
        assertThat(sms)
                .singleElement()
                .satisfies(
                        text -> assertThat(text)
                                .isEqualTo(
                                        "+33639980001 Un élève vous attend, où etes-vous ? 2 https://m.example/propositions/2"));
        assertThat(letters.toCall(List.of("jo"))).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo("NEWS");
            assertThat(call.cause()).isEqualTo("NO_ADDRESS");
        });
        assertThat(letters.called("l1")).isTrue();
        assertThat(letters.called("l1")).isFalse();
        assertThat(letters.toCall(List.of("jo"))).isEmpty();
    }

    @Test
    void an_address_that_bounces_is_closed_until_it_is_corrected() {
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        sendAll();
        letters.bounced("l1", false);
        write(Letter.of("l2", Kind.NEWS, "awa", Map.of("number", "2")));
        sendAll();
        assertThat(mail.count()).isOne();
        assertThat(letters.toCall(List.of("awa")))
                .extracting(Letters.ToCall::letter)
                .containsExactly("l1", "l2");

        person("awa", "awa.nouvelle@example.org", "", "Europe/Paris");
        letters.addressCorrected("awa");
        sendAll();
        assertThat(mail.letters())
                .extracting(MailPart.Caught::to)
                .containsExactly("awa@example.org", "awa.nouvelle@example.org", "awa.nouvelle@example.org");
    }

    @Test
    void a_name_or_an_address_cannot_add_a_header_or_a_second_recipient() {
        // given a number that brings a line break, an address that brings another recipient
        person("eve", "eve@example.org\r\nBcc: all@example.org", "", "Europe/Paris");
        person("ève\r\nBcc: all@example.org", "ok@example.org", "", "Europe/Paris");
        write(Letter.of("l1", Kind.PROPOSAL, "eve", Map.of("number", "1")));
        write(Letter.of("l2", Kind.PROPOSAL, "ève\r\nBcc: all@example.org", Map.of("number", "2")));
        sendAll();

        assertThat(mail.letters()).extracting(MailPart.Caught::to).containsExactly("ok@example.org");
        assertThat(letters.toCall(List.of("eve")))
                .extracting(Letters.ToCall::cause)
                .containsExactly("REFUSED");
    }

    @Test
    void a_subject_of_five_hundred_signs_is_one_line_that_a_mail_program_shows_and_brings_no_header() {
        say(Kind.PROPOSAL, "objet", "é".repeat(200) + " {nom} " + "€".repeat(300));
        say(Kind.NEWS, "objet", "Pour {nom}");
        people.put(
                "eve",
                new Correspondent(
                        "eve\r\nBcc: all@example.org\u0000\u2028X: y",
                        "ok@example.org",
                        "",
                        ZoneId.of("Europe/Paris")));
        write(Letter.of("l1", Kind.PROPOSAL, "eve", Map.of("number", "1")));
        write(Letter.of("l2", Kind.NEWS, "eve", Map.of("number", "2")));
        sendAll();

        assertThat(subjects().getFirst()).hasSize(120).endsWith("…").doesNotContain("\n", "\r");
        assertThat(subjects().getLast()).isEqualTo("Pour eve Bcc: all@example.org X: y");
        assertThat(mail.letters()).extracting(MailPart.Caught::to).containsOnly("ok@example.org");
    }

    @Test
    void an_address_with_a_line_break_a_second_recipient_or_a_name_is_refused_whatever_its_shape() {
        List<String> wrong = List.of(
                "a@example.org\nb@example.org",
                "a@example.org,b@example.org",
                "a@example.org;b@example.org",
                "a\r\n@example.org",
                "@example.org",
                " ");
        for (String address : wrong) {
            person("p" + wrong.indexOf(address), address, "", "Europe/Paris");
            write(Letter.of(
                    "l" + wrong.indexOf(address), Kind.PROPOSAL, "p" + wrong.indexOf(address), Map.of("number", "1")));
        }
        sendAll();

        assertThat(mail.letters()).extracting(MailPart.Caught::to).isEmpty();
        assertThat(unsent()).isZero();

        // what names one mailbox and more beside it reaches that mailbox alone
        person("named", "A <a@example.org>", "", "Europe/Paris");
        person("ended", "a@example.org\u0000", "", "Europe/Paris");
        write(Letter.of("named", Kind.PROPOSAL, "named", Map.of("number", "1")));
        write(Letter.of("ended", Kind.PROPOSAL, "ended", Map.of("number", "1")));
        sendAll();
        assertThat(mail.letters()).extracting(MailPart.Caught::to).containsOnly("a@example.org");
    }

    @Test
    void a_mailbox_for_answers_that_is_none_is_our_fault_and_closes_no_address() {
        answersTo = "aide, à l'école";
        write(Letter.of("l1", Kind.PROPOSAL, "awa", Map.of("number", "1")));
        sendAll();
        assertThat(letters.closed("awa")).isEmpty();
        assertThat(unsent()).isOne();

        answersTo = "referente@m.example";
        clock.set(MORNING.plus(Duration.ofMinutes(2)));
        sendAll();
        assertThat(mail.letters()).extracting(MailPart.Caught::replyTo).containsExactly("referente@m.example");
    }

    @Test
    void a_missing_word_stops_that_letter_alone() {
        say(Kind.NEWS, "objet", "Bonjour {inconnu}");
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        person("jo", "jo@example.org", "", "Europe/Paris");
        write(Letter.of("l2", Kind.PROPOSAL, "jo", Map.of("number", "2")));
        sendAll();
        assertThat(subjects()).containsExactly("Objet PROPOSAL 2");
        assertThat(db.sql("select state from letter where letter_id = 'l1'")
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }

    @Test
    void a_letter_whose_reason_has_gone_or_whose_person_was_erased_is_not_sent() {
        write(Letter.of("l1", Kind.PROPOSAL, "awa", Map.of("number", "1")));
        write(Letter.of("l2", Kind.PROPOSAL, "gone", Map.of("number", "2")));
        reasonStands = false;
        sendAll();
        assertThat(mail.count()).isZero();
        assertThat(unsent()).isZero();

        letters.forget("awa");
        assertThat(db.sql("select count(*) from letter where person = 'awa'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_erased_person_gets_the_receipt_and_then_nothing_is_kept_two_days_at_most() {
        write(Letter.of("l1", Kind.NEWS, "awa", Map.of("number", "1")));
        preferences.choose("awa", Channel.TELEPHONE);
        preferences.prefer("awa", null, Rhythm.DAILY);
        letters.close("jo", "REFUSED");
        ErasureReceipts receipts = Senders.receipts(db, clock);
        people.remove("awa");
        transaction.executeWithoutResult(_ -> {
            receipts.send("Awa", "awa@example.org", Letter.of("l2", Kind.CONCERN, "awa", Map.of("number", "2")));
            receipts.send("Jo", "jo@example.org", Letter.of("l3", Kind.CONCERN, "jo", Map.of("number", "3")));
        });
        receipts.clear();
        assertThat(db.sql("select name_sealed || email_sealed from erasure_receipt")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneMatch(kept -> kept.contains("@"));

        int there = mailPort;
        mailPort = 1;
        sender().batch(); // nobody takes it
        receipts.clear();
        assertThat(rowsOf("awa")).isEqualTo(2);
        mailPort = there;
        db.sql("update letter set due_at = due_at + interval '1 year' where person = 'jo'")
                .update();
        sendAll();
        receipts.clear();
        assertThat(subjects()).containsExactly("Objet CONCERN 2");
        assertThat(mail.letters().getFirst().plain()).contains("Bonjour Awa,");
        assertThat(rowsOf("awa")).isZero();

        assertThat(rowsOf("jo")).isEqualTo(2);
        clock.set(MORNING.plus(Duration.ofDays(2)).plusSeconds(1));
        receipts.clear();
        assertThat(rowsOf("jo")).isZero();

        // whatever is told of an erased person afterwards leaves no row either
        write(Letter.of("l4", Kind.NEWS, "awa", Map.of("number", "4")));
        sendAll();
        assertThat(rowsOf("awa")).isZero();
    }

    private int rowsOf(String person) {
        return List.of(
                        "letter",
                        "letter_preference",
                        "letter_channel",
                        "letter_closed_channel",
                        "act_link",
                        "erasure_receipt")
                .stream()
                .mapToInt(table -> db.sql("select count(*) from " + table + " where person = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Test
    void a_short_message_fits_into_one() {
        String long_ = "é".repeat(200);
        assertThat(Gsm.shortened(long_, "https://m.example/x")).hasSize(160).endsWith("... https://m.example/x");
        assertThat(Gsm.inAlphabet("Ça va, cœur ? « à bientôt » – l’élève…"))
                .isEqualTo("Ça va, coeur ? \"à bientot\" - l'élève...");
    }

    private void say(Kind kind, String part, String text) {
        words.addMessage("lettre." + kind + "." + part, java.util.Locale.FRENCH, text);
    }

    private void person(String id, String email, String phone, String zone) {
        people.put(id, new Correspondent(id, email, phone, ZoneId.of(zone)));
    }

    private void write(Letter letter) {
        transaction.executeWithoutResult(_ -> letters.write(letter));
    }

    private void sendAll() {
        LetterSender sender = sender();
        while (sender.batch() > 0) {
            // until nothing is due
        }
    }

    private int unsent() {
        return db.sql("select count(*) from letter where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private List<String> subjects() {
        return mail.letters().stream().map(MailPart.Caught::subject).toList();
    }

    private LetterSender sender() {
        return sender(20);
    }

    private LetterSender sender(int batch) {
        return Senders.sender(new Everybody(), words, new Pocket(), db, clock, mailPort, 1, batch);
    }

    private final class Everybody implements Correspondents {
        @Override
        public List<? extends LetterKind> kinds() {
            return List.of(Kind.values());
        }

        @Override
        public Optional<Correspondent> find(String person) {
            return Optional.ofNullable(people.get(person));
        }

        @Override
        public List<String> of(Person caller) {
            return List.of();
        }

        @Override
        public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
            String number = parameters.getOrDefault("number", "");
            return reasonStands
                    ? Optional.of(new Content(Map.of("numero", number), "/propositions/" + number, answersTo, null))
                    : Optional.empty();
        }
    }

    private final class Pocket implements ShortMessages {
        @Override
        public boolean available() {
            return true;
        }

        @Override
        public void send(String phone, String text, String id) {
            sms.add(phone + " " + text);
        }
    }
}
