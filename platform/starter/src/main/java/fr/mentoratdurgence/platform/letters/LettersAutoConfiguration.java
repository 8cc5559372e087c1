package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.keys.SealedTable;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/** Letters for a service that knows people to write to. */
@AutoConfiguration(
        beforeName = "fr.mentoratdurgence.platform.links.LinksAutoConfiguration",
        afterName = {
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
            "org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration",
            "fr.mentoratdurgence.platform.web.WebAutoConfiguration"
        })
@ConditionalOnBean(Correspondents.class)
@EnableConfigurationProperties(LettersSettings.class)
@Import({CorrespondencePages.class, LetterBook.class, LetterSender.class})
class LettersAutoConfiguration {

    @Bean
    Letters letters(JdbcClient db, Clock clock, LettersSettings settings) {
        return new Letters(db, clock, settings.undoWait());
    }

    @Bean
    ErasureReceipts erasureReceipts(
            JdbcClient db, Letters letters, Links links, PersonalDataCipher cipher, Clock clock) {
        return new ErasureReceipts(db, letters, links, cipher, clock);
    }

    @Bean
    SealedTable sealedReceipts(PersonalDataCipher cipher) {
        return new SealedTable(
                "erasure_receipt",
                "person",
                Map.of("name_sealed", ":receipt_name", "email_sealed", ":receipt_email"),
                cipher);
    }

    @Bean
    LettersApi lettersApi(JdbcClient db, Clock clock) {
        return new LettersApi(db, clock);
    }

    @Bean
    LetterPreferences letterPreferences(JdbcClient db) {
        return new LetterPreferences(db);
    }

    @Bean
    LettersPurpose lettersPurpose(LettersSettings settings) {
        return new LettersPurpose(settings.page());
    }

    @Bean
    LinkPurposes letterLinks(LettersPurpose purpose) {
        return new LinkPurposes(List.of(purpose));
    }

    @Bean
    @ConditionalOnMissingBean
    ShortMessages shortMessages(LettersSettings settings) {
        return new HttpShortMessages(settings.sms());
    }

    @Bean
    Composer letterComposer(
            MessageSource messages,
            ITemplateEngine templates,
            Links links,
            LettersPurpose purpose,
            LettersSettings settings) {
        return new Composer(messages, templates, new StopLinks(links, purpose, settings), settings);
    }

    @Bean
    ReturnedLetters returnedLetters(Letters letters, Correspondents people, LettersSettings settings) {
        return new ReturnedLetters(letters, people, settings.returns(), Clock.systemUTC());
    }

    /** Letters that the team sends by the dozen. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LettersOfPairs.class)
    @Import({SentByTheTeam.class, SendAgain.class, GroupLetters.class})
    static class ByTheDozen {}

    /** What was written to the people whom the team looks after. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LettersOfTheTeam.class)
    @Import({TeamLetterBook.class, TeamLetterPages.class, CalledMany.class})
    static class SeenByTheTeam {}
}
