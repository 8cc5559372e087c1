package fr.mentoratdurgence.local.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.mentoratdurgence.cli.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** A mail server on loopback that takes every letter, delivers none and keeps them in memory to be read. */
public final class MailPart implements AutoCloseable {

    /**
     * A letter that was caught.
     *
     * @param number  in the order of arrival, from 1
     * @param kind    code of the kind; empty where it is not one of ours, such as those of the login server
     * @param attempt as the sender counted it
     * @param stop    what a mail program calls to stop letters like this one; empty where they cannot be stopped
     * @param html    empty where there is none
     * @param calendar the file for a calendar beside it; empty where there is none
     */
    public record Caught(
            int number,
            Instant at,
            String to,
            String subject,
            String kind,
            String messageId,
            String attempt,
            String replyTo,
            String stop,
            String plain,
            String html,
            String calendar) {}

    private final GreenMail server;
    private final int port;

    private MailPart(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts; port 0 = a free one. */
    public static MailPart start(int port) {
        int smtp = Ports.orFree(port);
        GreenMail server = new GreenMail(new ServerSetup(smtp, "127.0.0.1", "smtp"))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new MailPart(server, smtp);
    }

    /** Where letters are handed in. */
    public int port() {
        return port;
    }

    /** Waits until that many letters were caught; false when it takes too long. */
    public boolean await(int letters, long milliseconds) {
        return server.waitForIncomingEmail(milliseconds, letters);
    }

    /** How many letters were caught. */
    public int count() {
        return server.getReceivedMessages().length;
    }

    /** All letters, in the order of arrival. */
    public List<Caught> letters() {
        List<Caught> letters = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            letters.add(read(letters.size() + 1, message));
        }
        return letters;
    }

    /** Forgets them all. */
    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Caught read(int number, MimeMessage message) {
        try {
            Date date = message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
            return new Caught(
                    number,
                    date == null ? Instant.EPOCH : date.toInstant(),
                    address(message.getRecipients(MimeMessage.RecipientType.TO)),
                    String.valueOf(message.getSubject()),
                    header(message, "X-Letter-Kind"),
                    header(message, "Message-ID"),
                    header(message, "X-Letter-Attempt"),
                    address(message.getReplyTo()),
                    header(message, "List-Unsubscribe").replaceAll("[<>]", ""),
                    text(message, "text/plain"),
                    text(message, "text/html"),
                    text(message, "text/calendar"));
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String address(jakarta.mail.Address[] addresses) {
        return addresses == null || addresses.length == 0 ? "" : ((InternetAddress) addresses[0]).getAddress();
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, null);
        return value == null ? "" : value;
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof InputStream file
                    ? new String(file.readAllBytes(), UTF_8)
                    : String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = text(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
