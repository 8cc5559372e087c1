package fr.mentoratdurgence.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was caught, as the person at this machine reads it. */
class CaughtLettersTest {
    private final MailPart mail = MailPart.start(0);
    private final CaughtLetters page = CaughtLetters.serve(mail, 0, Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        page.close();
        mail.close();
    }

    @Test
    void letters_stand_by_person_and_their_links_can_be_pressed() throws Exception {
        hand("awa@example.org", "Un élève <vous> attend", "Répondez ici :\nhttp://localhost:8080/lien/mentors/abc");
        hand("jo@example.org", "Bonjour", "Rien.");
        assertThat(mail.await(2, 5_000)).isTrue();

        assertThat(get("/")).contains("Pour awa@example.org", "Un élève &lt;vous&gt; attend", "Pour jo@example.org");
        assertThat(get("/lettre/1"))
                .contains(
                        "<a href=\"http://localhost:8080/lien/mentors/abc\">http://localhost:8080/lien/mentors/abc</a>");
        assertThat(get("/api/lettres")).contains("\"to\":\"awa@example.org\"");
        assertThat(get("/lettre/99")).contains("Tous les courriers");
    }

    @Test
    void a_short_message_is_caught_too() throws Exception {
        int status = http.send(
                        HttpRequest.newBuilder(address("/sms"))
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"to\":\"+33639980001\",\"text\":\"Un élève vous attend\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(202);
        assertThat(get("/")).contains("Pour +33639980001", "message court");
    }

    private String get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + page.port() + path);
    }

    private void hand(String to, String subject, String text) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mail.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("mentorat@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
