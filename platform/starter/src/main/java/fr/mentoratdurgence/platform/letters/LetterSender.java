package fr.mentoratdurgence.platform.letters;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends what is due. Any number of instances: a letter is claimed, handed to the mail server and then written down as
 * sent, one by one, so that whoever is killed in between sends at most one letter twice, under the same Message-ID. A mail
 * server that is away costs no letter an attempt; one that refuses an address closes it, and somebody calls.
 */
class LetterSender {
    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);
    private static final String SENT = "SENT";
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    /** After each attempt that the server put off; together a day and a half. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private static final Duration LONGEST_OUTAGE_PAUSE = Duration.ofMinutes(1);

    private final Correspondents people;
    private final Map<String, LetterKind> kinds;
    private final LetterBook book;
    private final Letters letters;
    private final LetterPreferences preferences;
    private final ErasureReceipts receipts;
    private final Composer composer;
    private final JavaMailSenderImpl server;
    private final ShortMessages sms;
    private final LettersSettings settings;
    private final Clock clock;
    private final AtomicInteger outages = new AtomicInteger();
    private volatile long notBefore;

    LetterSender(
            Correspondents people,
            LetterBook book,
            Letters letters,
            LetterPreferences preferences,
            ErasureReceipts receipts,
            Composer composer,
            JavaMailSenderImpl server,
            ShortMessages sms,
            LettersSettings settings,
            Clock clock) {
        this.people = people;
        this.kinds = people.kinds().stream().collect(toMap(LetterKind::name, Function.identity()));
        this.book = book;
        this.letters = letters;
        this.preferences = preferences;
        this.receipts = receipts;
        this.composer = composer;
        this.server = server;
        this.sms = sms;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mentorat.letters.every}")
    void send() throws InterruptedException {
        if (System.nanoTime() < notBefore && outages.get() > 0) {
            return;
        }
        CountDownLatch lanes = new CountDownLatch(settings.lanes());
        for (int lane = 0; lane < settings.lanes(); lane++) {
            Thread.ofVirtual().name("letters-", lane).start(() -> {
                try {
                    while (batch() == settings.batch()
                            && !Thread.currentThread().isInterrupted()) {
                        // as long as there are whole batches
                    }
                } catch (RuntimeException failed) {
                    LOG.warn("letters are tried again: {}", failed.getClass().getSimpleName());
                } finally {
                    lanes.countDown();
                }
            });
        }
        lanes.await();
    }

    /** One claim; how many letters it took. */
    int batch() {
        List<LetterRow> claimed = book.claim(List.copyOf(kinds.values()), settings.batch(), settings.claim());
        long claimedAt = System.nanoTime();
        int next = 0;
        try (PostOffice office = new PostOffice(server, settings, clock)) {
            for (; next < claimed.size(); next++) {
                if (System.nanoTime() - claimedAt > settings.claim().toNanos() / 2) {
                    // so slow a server that the claim could end under our hands
                    book.released(claimed.subList(next, claimed.size()));
                    return next;
                }
                deliver(claimed.get(next), office);
            }
            if (!claimed.isEmpty()) {
                outages.set(0);
            }
        } catch (PostOffice.Closed away) {
            wait(away);
            book.released(claimed.subList(next, claimed.size()));
            return 0;
        }
        return claimed.size();
    }

    private void wait(PostOffice.Closed away) {
        int outage = outages.incrementAndGet();
        Duration pause = Duration.ofSeconds(1L << Math.min(outage, 6));
        Duration bounded = pause.compareTo(LONGEST_OUTAGE_PAUSE) < 0 ? pause : LONGEST_OUTAGE_PAUSE;
        notBefore = System.nanoTime() + bounded.toNanos();
        LOG.warn("the mail server cannot be reached ({}); letters wait", away.getMessage());
    }

    private void deliver(LetterRow letter, PostOffice office) throws PostOffice.Closed {
        LetterKind kind = Objects.requireNonNull(kinds.get(letter.kind()), "only known kinds are claimed");
        Optional<Correspondent> found = people.find(letter.person()).or(() -> receipts.find(letter.person()));
        if (found.isEmpty()) {
            book.forget(letter); // the person is erased
            return;
        }
        Correspondent to = found.get();
        if (putOff(letter, kind, to)) {
            return;
        }
        try {
            Optional<Content> content = people.content(kind, letter.person(), letter.parameters());
            if (content.isEmpty()) {
                book.ended(letter, "CANCELLED", "", "REASON_GONE");
            } else {
                List<LetterRow> alike = composer.saysSeveral(kind) ? book.alike(letter) : List.of();
                Composed composed = composer.compose(kind, letter.person(), to, content.get(), 1 + alike.size());
                send(letter, kind, to, content.get(), composed, office)
                        .ifPresent(channel -> alike.forEach(row -> book.ended(row, SENT, channel.name(), "")));
            }
        } catch (PostOffice.Closed away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.error("letter {} of kind {} cannot be written: {}", letter.id(), letter.kind(), reason(broken));
            again(letter);
        }
    }

    /** Only our own messages: another's may say what a person wrote. */
    private static String reason(RuntimeException broken) {
        return broken instanceof MissingWords
                ? String.valueOf(broken.getMessage())
                : broken.getClass().getSimpleName();
    }

    private boolean putOff(LetterRow letter, LetterKind kind, Correspondent to) {
        ZonedDateTime now = clock.instant().atZone(to.zone());
        if (kind.weight() == LetterKind.Weight.ORDINARY) {
            switch (preferences.rhythm(people.chooser(letter.person()), kind)) {
                case NEEDED_ONLY -> {
                    book.ended(letter, "HELD_BACK", "", "PREFERENCE");
                    return true;
                }
                case DAILY -> {
                    if (!letter.digest() && kind.rhythms().contains(Rhythm.AT_ONCE)) {
                        book.later(letter, nextMorning(now), true);
                        return true;
                    }
                }
                case AT_ONCE -> {
                    // as it is
                }
            }
        }
        if (settings.nights() && kind.respectsTheNight() && isNight(now.toLocalTime())) {
            book.later(letter, nextMorning(now), letter.digest());
            return true;
        }
        return false;
    }

    /** By which channel it went; empty where it did not. */
    private Optional<Channel> send(
            LetterRow letter, LetterKind kind, Correspondent to, Content content, Composed composed, PostOffice office)
            throws PostOffice.Closed {
        String closed = to.email().isEmpty() ? "NO_ADDRESS" : letter.closed();
        boolean cannotWait = kind.bySms() && !to.phone().isEmpty();
        Channel chosen = cannotWait ? preferences.channel(people.chooser(letter.person())) : Channel.EMAIL;
        if (chosen == Channel.TELEPHONE) {
            unreached(letter, "CHOSEN");
        } else if (cannotWait && sms.available() && (chosen == Channel.SMS || !closed.isEmpty())) {
            try {
                sms.send(to.phone(), composed.sms(), letter.id());
                book.ended(letter, SENT, Channel.SMS.name(), "");
                return Optional.of(Channel.SMS);
            } catch (RuntimeException refused) {
                LOG.warn("a short message waits: {}", refused.getClass().getSimpleName());
                again(letter);
            }
        } else if (!closed.isEmpty()) {
            unreached(letter, closed);
        } else if (letter.digest()) {
            envelope(letter, to, content, composed, office);
        } else {
            switch (office.hand(letter, to, content, composed)) {
                case TAKEN -> {
                    book.ended(letter, SENT, Channel.EMAIL.name(), "");
                    return Optional.of(Channel.EMAIL);
                }
                case REFUSED -> {
                    letters.close(letter.person(), "REFUSED");
                    unreached(letter, "REFUSED");
                }
                case LATER -> again(letter);
            }
        }
        return Optional.empty();
    }

    /** All that waits for this morning in one letter. */
    private void envelope(LetterRow first, Correspondent to, Content content, Composed composed, PostOffice office)
            throws PostOffice.Closed {
        List<LetterRow> rows = new ArrayList<>(List.of(first));
        List<Composed> texts = new ArrayList<>(List.of(composed));
        for (LetterRow other : book.claimDigest(first.person(), settings.claim())) {
            LetterKind kind = kinds.get(other.kind());
            Optional<Content> filled =
                    kind == null ? Optional.empty() : people.content(kind, other.person(), other.parameters());
            if (kind == null || filled.isEmpty()) {
                book.ended(other, "CANCELLED", "", "REASON_GONE");
            } else if (preferences.rhythm(people.chooser(other.person()), kind) == Rhythm.NEEDED_ONLY) {
                book.ended(other, "HELD_BACK", "", "PREFERENCE");
            } else {
                rows.add(other);
                texts.add(composer.compose(kind, other.person(), to, filled.get()));
            }
        }
        Composed all = texts.size() == 1 ? composed : composer.digest(first.person(), to, texts);
        try {
            switch (office.hand(first, to, content, all)) {
                case TAKEN -> rows.forEach(row -> book.ended(row, SENT, Channel.EMAIL.name(), ""));
                case REFUSED -> {
                    letters.close(first.person(), "REFUSED");
                    rows.forEach(row -> unreached(row, "REFUSED"));
                }
                case LATER -> rows.forEach(this::again);
            }
        } catch (PostOffice.Closed away) {
            book.released(rows.subList(1, rows.size()));
            throw away;
        }
    }

    /** Somebody calls, where that is worth it. */
    private void unreached(LetterRow letter, String cause) {
        LetterKind kind = kinds.get(letter.kind());
        book.ended(letter, kind == null || kind.worthACall() ? "TO_CALL" : "HELD_BACK", "", cause);
    }

    private void again(LetterRow letter) {
        if (letter.attempts() > PAUSES.size()) {
            unreached(letter, "UNREACHABLE");
        } else {
            book.later(letter, clock.instant().plus(PAUSES.get(letter.attempts() - 1)), letter.digest());
        }
    }

    static boolean isNight(LocalTime time) {
        return time.isBefore(MORNING) || !time.isBefore(EVENING);
    }

    static Instant nextMorning(ZonedDateTime now) {
        ZonedDateTime today = now.with(MORNING);
        ZoneId zone = now.getZone();
        return (now.isBefore(today)
                        ? today
                        : now.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone))
                .toInstant();
    }
}
