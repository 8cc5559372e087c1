package fr.mentoratdurgence.platform.letters;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.local.parts.MailPart;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many letters one instance hands over in a minute, how late an urgent one is meanwhile, and what memory it takes: a
 * real PostgreSQL, a real SMTP server that catches.
 */
final class LettersBench {
    private static final int URGENT = 20;

    private enum Kind implements LetterKind {
        NEWS,
        CONCERN {
            @Override
            public Weight weight() {
                return Weight.URGENT;
            }
        }
    }

    private record Anybody() implements Correspondents {
        @Override
        public List<? extends LetterKind> kinds() {
            return List.of(Kind.values());
        }

        @Override
        public Optional<Correspondent> find(String person) {
            return Optional.of(new Correspondent("Awa", person + "@example.org", "", ZoneId.of("Europe/Paris")));
        }

        @Override
        public List<String> of(Person caller) {
            return List.of();
        }

        @Override
        public Optional<Content> content(LetterKind kind, String person, Map<String, String> parameters) {
            return Optional.of(new Content(Map.of("numero", "12"), "/propositions/12"));
        }
    }

    private LettersBench() {}

    /** When nothing waits for the morning. */
    static Clock noon() {
        return Clock.fixed(Instant.parse("2020-04-07T10:00:00Z"), ZoneId.of("Europe/Paris"));
    }

    /** @param arguments letters that wait (20,000), letters that are sent at once (as the services do, 4) */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        int waiting = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int lanes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        LocalParts.Database database = LocalParts.database();
        var _ = Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        Clock noon = noon();
        try (HikariDataSource source = new HikariDataSource();
                MailPart mail = MailPart.start(0)) {
            source.setJdbcUrl(database.url());
            source.setUsername(database.user());
            source.setPassword(database.password());
            JdbcClient db = JdbcClient.create(source);
            write(db, noon, waiting);
            LetterSender sender = sender(db, noon, mail.port(), lanes);
            long before = memory();
            long begun = System.nanoTime();
            Thread lateness = Thread.ofVirtual().start(() -> urgentOnes(db, noon));
            while (unsent(db) > 0) {
                sender.send();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            while (lateness.isAlive()) { // the last urgent ones were written when nothing else was left
                sender.send();
            }
            long after = memory();
            double late = db.sql("""
                            select percentile_cont(0.5) within group (order by extract(epoch from seen_at - asked_at))
                            from urgent_seen""").query(Double.class).single();
            System.out.printf(
                    Locale.ROOT,
                    "%d letters in %.1f s: %.0f a minute; an urgent one %.2f s late (median of %d); heap %+d MB, of which the"
                            + " catching server keeps every letter%n",
                    mail.count(),
                    seconds,
                    waiting / seconds * 60,
                    late,
                    URGENT,
                    (after - before) >> 20);
        }
        System.exit(0); // the embedded parts have threads of their own
    }

    /** Letters that wait, each for somebody else. */
    static void write(JdbcClient db, Clock clock, int letters) {
        var _ = db.sql("""
                        insert into letter(letter_id, kind, person, parameters, urgent, written_at, due_at)
                        select 'l' || n, 'NEWS', 'p' || n, '{}', false, ?, ? from generate_series(1, ?) n""")
                .params(Timestamp.from(clock.instant()), Timestamp.from(clock.instant()), letters)
                .update();
    }

    /** Each is written while the others are being sent, and watched until it has left. */
    private static void urgentOnes(JdbcClient db, Clock clock) {
        db.sql("create table urgent_seen(asked_at timestamptz not null, seen_at timestamptz not null)")
                .update();
        for (int urgent = 0; urgent < URGENT; urgent++) {
            String id = "urgent" + urgent;
            Instant asked = Instant.now();
            db.sql("""
                            insert into letter(letter_id, kind, person, parameters, urgent, written_at, due_at)
                            values (?, 'CONCERN', ?, '{}', true, ?, ?)""")
                    .params(id, id, Timestamp.from(clock.instant()), Timestamp.from(clock.instant()))
                    .update();
            while (db.sql("select state = 'WAITING' from letter where letter_id = ?")
                    .param(id)
                    .query(Boolean.class)
                    .single()) {
                Thread.onSpinWait();
            }
            db.sql("insert into urgent_seen values (?, ?)")
                    .params(Timestamp.from(asked), Timestamp.from(Instant.now()))
                    .update();
        }
    }

    private static int unsent(JdbcClient db) {
        return db.sql("select count(*) from letter where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** An instance that sends letters of these kinds to anybody. */
    static LetterSender sender(JdbcClient db, Clock clock, int mailPort, int lanes) {
        StaticMessageSource words = Senders.words();
        for (Kind kind : Kind.values()) {
            for (String part : List.of("objet", "texte", "acte", "pourquoi")) {
                words.addMessage(
                        "lettre." + kind + "." + part, Locale.FRENCH, "Un texte de quelques mots, n° {numero}.");
            }
        }
        HttpShortMessages none = new HttpShortMessages(new LettersSettings.SmsProvider("", ""));
        return Senders.sender(new Anybody(), words, none, db, clock, mailPort, lanes, 100);
    }
}
