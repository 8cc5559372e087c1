package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.links.LinksSettings;
import fr.mentoratdurgence.platform.test.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** An instance that sends, as a service has it, without the service around it. */
final class Senders {
    private Senders() {}

    /** Words of a test, before those that all letters share. */
    static StaticMessageSource words() {
        ResourceBundleMessageSource shared = new ResourceBundleMessageSource();
        shared.setBasename("messages/letters");
        shared.setDefaultEncoding("UTF-8");
        StaticMessageSource words = new StaticMessageSource();
        words.setParentMessageSource(shared);
        return words;
    }

    static ErasureReceipts receipts(JdbcClient db, Clock clock) {
        return receipts(db, links(db, clock, new LettersPurpose("/courriers-test")), clock);
    }

    private static ErasureReceipts receipts(JdbcClient db, Links links, Clock clock) {
        return new ErasureReceipts(db, new Letters(db, clock), links, new PersonalDataCipher(Tokens.LINK_KEYS), clock);
    }

    private static Links links(JdbcClient db, Clock clock, LettersPurpose purpose) {
        return new Links(
                db,
                new LinkPurposes(List.of(purpose)),
                new LinksSettings("/lien/test", Tokens.LINK_KEYS, Duration.ofMinutes(30)),
                clock);
    }

    /** Sends from mentorat@m.example to the server at this port. */
    static LetterSender sender(
            Correspondents people,
            MessageSource words,
            ShortMessages sms,
            JdbcClient db,
            Clock clock,
            int mailPort,
            int lanes,
            int batch) {
        LettersSettings settings = new LettersSettings(
                "mentorat@m.example",
                "contact@m.example",
                URI.create("https://m.example"),
                "/courriers-test",
                Duration.ofSeconds(1),
                lanes,
                batch,
                Duration.ofMinutes(2),
                new LettersSettings.SmsProvider("", ""),
                new LettersSettings.Returns("", 993, true, "", "", "", Duration.ofMinutes(1)),
                Duration.ofMinutes(10),
                true);
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(mailPort);
        LettersPurpose purpose = new LettersPurpose(settings.page());
        Links links = links(db, clock, purpose);
        return new LetterSender(
                people,
                new LetterBook(db, clock),
                new Letters(db, clock),
                new LetterPreferences(db),
                receipts(db, links, clock),
                new Composer(words, engine, new StopLinks(links, purpose, settings), settings),
                server,
                sms,
                settings,
                clock);
    }
}
