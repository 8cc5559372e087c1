package fr.mentoratdurgence.platform.letters;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters leave. The mail server stands in {@code spring.mail}.
 *
 * @param from      address that they come from
 * @param replyTo   mailbox of the operation, read by people
 * @param origin    where links lead, {@code scheme://host[:port]}
 * @param page      of this service, where people choose how they are told, such as {@code /besoins/courriers}
 * @param every     pause between two looks at what is due
 * @param lanes     letters that one instance sends at once
 * @param batch     letters that one claim takes
 * @param claim     how long a claim holds if the instance dies
 * @param sms       the provider of short messages
 * @param returns   the mailbox to which letters come back
 * @param undoWait  for how long at most a letter waits because what it tells can be undone
 * @param nights    whether letters that can wait do so from 20:00 to 8:00; a demonstration wakes nobody
 */
@ConfigurationProperties("mentorat.letters")
public record LettersSettings(
        String from,
        String replyTo,
        URI origin,
        String page,
        Duration every,
        int lanes,
        int batch,
        Duration claim,
        SmsProvider sms,
        Returns returns,
        Duration undoWait,
        boolean nights) {

    /**
     * A provider that takes {@code {"to": "+336…", "text": "…"}} by POST.
     *
     * @param url   empty = no short messages are sent
     * @param token sent as a bearer token
     */
    public record SmsProvider(String url, String token) {}

    /**
     * A mailbox, read by IMAP. Letters leave with it as their envelope's sender ({@code mail.smtp.from}).
     *
     * @param host  empty = nobody looks
     * @param tls   whether the connection is sealed from its beginning
     * @param aside folder for what nobody can read
     * @param every pause between two looks
     */
    public record Returns(
            String host, int port, boolean tls, String user, String password, String aside, Duration every) {
        @Override
        public String toString() {
            return "Returns[…]";
        }
    }
}
