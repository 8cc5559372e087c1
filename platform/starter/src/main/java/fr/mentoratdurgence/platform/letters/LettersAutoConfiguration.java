package fr.mentoratdurgence.platform.letters;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.ITemplateEngine;

/** Letters for a service that knows people to write to. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
            "fr.mentoratdurgence.platform.web.WebAutoConfiguration"
        })
@ConditionalOnBean(Correspondents.class)
@EnableConfigurationProperties(LettersSettings.class)
class LettersAutoConfiguration {

    @Bean
    Letters letters(JdbcClient db, Clock clock) {
        return new Letters(db, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    ShortMessages shortMessages(LettersSettings settings) {
        return new HttpShortMessages(settings.sms());
    }

    @Bean
    Composer letterComposer(MessageSource messages, ITemplateEngine templates, LettersSettings settings) {
        return new Composer(messages, templates, settings);
    }

    @Bean
    LetterSender letterSender(
            Correspondents people,
            Letters letters,
            Composer composer,
            JavaMailSenderImpl server,
            ShortMessages sms,
            LettersSettings settings,
            JdbcClient db,
            Clock clock) {
        return new LetterSender(people, new LetterBook(db, clock), letters, composer, server, sms, settings, clock);
    }
}
