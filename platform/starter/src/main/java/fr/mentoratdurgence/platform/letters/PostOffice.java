package fr.mentoratdurgence.platform.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.CalendarEvent;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, opened with the first letter and kept for a batch. Not for two threads. */
class PostOffice implements AutoCloseable {
    private static final int PERMANENT = 500;
    /** The server says that it leaves, or left without a word. */
    private static final Set<Integer> GOODBYE = Set.of(421, -1);

    /** What became of a letter at the mail server. */
    enum Outcome {
        TAKEN,
        /** The address does not exist or is none. */
        REFUSED,
        /** Not now. */
        LATER
    }

    /** The mail server cannot be reached, or lets us in no more. */
    static class Closed extends Exception {
        private static final long serialVersionUID = 1;

        Closed(Throwable cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }

    private final JavaMailSenderImpl server;
    private final LettersSettings settings;
    private final Clock clock;
    private @Nullable Transport open;

    PostOffice(JavaMailSenderImpl server, LettersSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hands a letter over. Sent again, it bears the same Message-ID and the number of the attempt. */
    Outcome hand(LetterRow letter, Correspondent to, Content content, Composed composed) throws Closed {
        Address[] recipients;
        try {
            recipients = new Address[] {new InternetAddress(to.email(), true)};
        } catch (AddressException wrong) {
            return Outcome.REFUSED;
        }
        MimeMessage message;
        try {
            message = message(letter, recipients, content, composed);
        } catch (MessagingException | UnsupportedEncodingException broken) {
            // a mistake of ours, such as a mailbox for answers that is none: no fault of the address
            throw new IllegalStateException("a letter that cannot be written", broken);
        }
        boolean used = open != null;
        try {
            return send(message, recipients);
        } catch (Closed lost) {
            if (!used) {
                throw lost;
            }
            // many servers end a connection after so many letters, and take more by a new one
            return send(message, recipients);
        }
    }

    private Outcome send(MimeMessage message, Address[] recipients) throws Closed {
        try {
            transport().sendMessage(message, recipients);
            return Outcome.TAKEN;
        } catch (SendFailedException refused) {
            if (refused instanceof SMTPSendFailedException whole && GOODBYE.contains(whole.getReturnCode())) {
                close();
                throw new Closed(refused);
            }
            return permanently(refused) ? Outcome.REFUSED : Outcome.LATER;
        } catch (MessagingException lost) {
            close();
            throw new Closed(lost);
        }
    }

    /** One text in two shapes and, but for a day to come, nothing around them: some readers would show an attachment. */
    private MimeMessage message(LetterRow letter, Address[] to, Content content, Composed composed)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from(), "Mentorat d'urgence", UTF_8.name()));
        message.setRecipients(Message.RecipientType.TO, to);
        String replyTo = content.replyTo().isEmpty() ? settings.replyTo() : content.replyTo();
        if (!replyTo.isEmpty()) {
            message.setReplyTo(new Address[] {new InternetAddress(replyTo, true)});
        }
        message.setSubject(composed.subject(), UTF_8.name());
        MimeMultipart text =
                new MimeMultipart("alternative", part(composed.plain(), "plain"), part(composed.html(), "html"));
        CalendarEvent event = content.event();
        message.setContent(event == null ? text : new MimeMultipart("mixed", part(text), part(event)));
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "fr");
        if (!composed.oneClick().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + composed.oneClick() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("X-Letter-Kind", letter.kind());
        message.setHeader("X-Letter-Attempt", Integer.toString(letter.attempts()));
        message.saveChanges();
        message.setHeader("Message-ID", "<" + Letters.messageId(letter.id()) + "@" + domain() + ">");
        return message;
    }

    private static MimeBodyPart part(String text, String shape) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), shape);
        return part;
    }

    private static MimeBodyPart part(MimeMultipart inner) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(inner);
        return part;
    }

    private MimeBodyPart part(CalendarEvent event) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] file = event.file(clock.instant()).getBytes(UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file, CalendarEvent.TYPE)));
        part.setFileName(CalendarEvent.NAME);
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** Whether it still stands is not asked: that would cost each letter one more word to the server. */
    private Transport transport() throws Closed {
        Transport transport = open;
        if (transport != null) {
            return transport;
        }
        try {
            Session session = server.getSession();
            Transport fresh = session.getTransport("smtp");
            fresh.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            open = fresh;
            return fresh;
        } catch (MessagingException away) {
            throw new Closed(away);
        }
    }

    private static boolean permanently(SendFailedException refused) {
        for (Exception next = refused;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT;
            }
            if (next instanceof SMTPSendFailedException whole) {
                return whole.getReturnCode() >= PERMANENT;
            }
        }
        return false;
    }

    @Override
    public void close() {
        Transport transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException _) {
                // it was going away anyhow
            }
        }
    }
}
