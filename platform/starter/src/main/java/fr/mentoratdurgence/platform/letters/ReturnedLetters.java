package fr.mentoratdurgence.platform.letters;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the mailbox to which letters come back. Several services share it: each deals with what is about its own letters
 * and deletes it, for it holds an address. What nobody claims within an hour, or nobody can read, is put into a folder
 * for a person's look. Nothing of a message is believed but which letter it is about, which only its reader can know.
 */
class ReturnedLetters {
    private static final Logger LOG = LoggerFactory.getLogger(ReturnedLetters.class);
    private static final Duration UNCLAIMED = Duration.ofHours(1);
    private static final int MOST = 200;
    private static final int LARGEST = 1 << 20;
    private static final String PATIENCE = "10000";

    private final Letters letters;
    private final Correspondents people;
    private final LettersSettings.Returns settings;
    private final Clock clock;

    ReturnedLetters(Letters letters, Correspondents people, LettersSettings.Returns settings, Clock clock) {
        this.letters = letters;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** What one look found. */
    record Look(int dealtWith, int setAside, int left) {}

    /** Off where no mailbox is set. */
    @Scheduled(fixedDelayString = "${mentorat.letters.returns.every}")
    void watch() {
        if (settings.host().isEmpty()) {
            return;
        }
        try {
            Look look = look();
            if (look.dealtWith() + look.setAside() > 0) {
                LOG.info("letters came back: {} dealt with, {} set aside", look.dealtWith(), look.setAside());
            }
        } catch (MessagingException away) {
            LOG.warn(
                    "the mailbox of returned letters cannot be read ({})",
                    away.getClass().getSimpleName());
        }
    }

    Look look() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                return look(inbox, store.getFolder(settings.aside()));
            } // closing expunges
        }
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        for (String patience : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + patience, PATIENCE);
        }
        return properties;
    }

    private Look look(Folder inbox, Folder aside) throws MessagingException {
        int dealtWith = 0;
        int setAside = 0;
        Message[] all = inbox.getMessages(1, Math.min(MOST, inbox.getMessageCount()));
        for (Message message : all) {
            switch (judge(message)) {
                case OURS -> {
                    message.setFlag(Flags.Flag.DELETED, true);
                    dealtWith++;
                }
                case NOBODYS -> {
                    if (!aside.exists()) {
                        aside.create(Folder.HOLDS_MESSAGES);
                    }
                    inbox.copyMessages(new Message[] {message}, aside);
                    message.setFlag(Flags.Flag.DELETED, true);
                    setAside++;
                }
                case ANOTHERS -> {
                    // stays for its own service
                }
            }
        }
        return new Look(dealtWith, setAside, all.length - dealtWith - setAside);
    }

    private enum Whose {
        OURS,
        /** Of another service, for as long as that one may still come. */
        ANOTHERS,
        NOBODYS
    }

    private Whose judge(Message message) throws MessagingException {
        Optional<DeliveryReport> read;
        try {
            // parsed here: servers describe the parts of reports in ways of their own
            read = message.getSize() > LARGEST
                    ? Optional.empty()
                    : DeliveryReport.read(new MimeMessage((MimeMessage) message));
        } catch (IOException | MessagingException | RuntimeException malformed) {
            LOG.warn(
                    "a returned letter cannot be read ({})",
                    malformed.getClass().getSimpleName());
            return Whose.NOBODYS;
        }
        if (read.isEmpty()) {
            return Whose.NOBODYS;
        }
        if (deal(read.get())) {
            return Whose.OURS;
        }
        Date received = message.getReceivedDate();
        Instant since = received == null ? Instant.EPOCH : received.toInstant();
        return since.isBefore(clock.instant().minus(UNCLAIMED)) ? Whose.NOBODYS : Whose.ANOTHERS;
    }

    /** False where the letter is none of this service's. */
    private boolean deal(DeliveryReport report) {
        Optional<Letters.Sent> sent = letters.sentAs(report.messageId());
        sent.filter(_ -> report.verdict() != DeliveryReport.Verdict.NOTHING_TO_DO)
                .filter(letter -> isStillTheAddress(letter.person(), report.to()))
                .ifPresent(letter ->
                        letters.bounced(letter.letter(), report.verdict() == DeliveryReport.Verdict.COMPLAINT));
        return sent.isPresent();
    }

    /** An address that was corrected since is not closed by what the former one answers. */
    private boolean isStillTheAddress(String person, String to) {
        return to.isEmpty()
                || people.find(person)
                        .filter(now -> now.email().toLowerCase(Locale.ROOT).equals(to.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }
}
