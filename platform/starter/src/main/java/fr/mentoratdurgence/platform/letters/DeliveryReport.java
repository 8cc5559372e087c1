package fr.mentoratdurgence.platform.letters;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server tells afterwards about a letter that it took: a delivery status notification (RFC 3464), or a
 * complaint (RFC 5965).
 *
 * @param messageId of the letter, without its angle brackets
 * @param to        the address that the letter went to; empty where the report does not say
 */
record DeliveryReport(Verdict verdict, String messageId, String to) {
    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;\"]+@[^\\s<>@,;\"]+");
    /** Nobody nests a report deeper; whoever does wants us to follow. */
    private static final int PARTS = 20;

    /** What became of the letter. */
    enum Verdict {
        /** It will never arrive at this address. */
        FAILED,
        /** Not yet, or it did arrive. */
        NOTHING_TO_DO,
        /** Its reader called it unwanted. */
        COMPLAINT
    }

    /** Says nothing: it names an address. */
    @Override
    public String toString() {
        return "DeliveryReport[" + verdict + "]";
    }

    /** Reads one; empty where the message is none, or does not say which letter it is about. */
    static Optional<DeliveryReport> read(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        Verdict verdict = null;
        InternetHeaders letter = null;
        for (int part = 0; part < Math.min(parts.getCount(), PARTS); part++) {
            BodyPart body = parts.getBodyPart(part);
            if (body.isMimeType("message/delivery-status") || body.isMimeType("message/global-delivery-status")) {
                verdict = delivery(body);
            } else if (body.isMimeType("message/feedback-report")) {
                verdict = complaint(headers(body));
            } else if (body.isMimeType("message/rfc822") || body.isMimeType("text/rfc822-headers")) {
                letter = headers(body);
            }
        }
        if (verdict == null || letter == null) {
            return Optional.empty();
        }
        String id = first(ID, letter.getHeader("Message-ID", null));
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(verdict, id, first(ADDRESS, letter.getHeader("To", null))));
    }

    /** For good is what says so in both places: that it failed, and with a status of class 5. */
    private static Verdict delivery(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            DeliveryStatus status = new DeliveryStatus(in);
            for (int recipient = 0; recipient < status.getRecipientDSNCount(); recipient++) {
                InternetHeaders said = status.getRecipientDSN(recipient);
                if (word(said, "Action").startsWith("failed")
                        && word(said, "Status").startsWith("5")) {
                    return Verdict.FAILED;
                }
            }
        }
        return Verdict.NOTHING_TO_DO;
    }

    private static Verdict complaint(InternetHeaders said) {
        return word(said, "Feedback-Type").startsWith("not-spam") ? Verdict.NOTHING_TO_DO : Verdict.COMPLAINT;
    }

    private static InternetHeaders headers(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new InternetHeaders(in);
        }
    }

    private static String word(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static String first(Pattern wanted, @Nullable String header) {
        Matcher found = wanted.matcher(header == null ? "" : header);
        return !found.find() ? "" : found.groupCount() == 0 ? found.group() : found.group(1);
    }
}
