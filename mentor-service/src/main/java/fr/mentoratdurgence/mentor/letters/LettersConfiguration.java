package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.accounts.Accounts;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

    @Bean
    LinkPurposes linkPurposes() {
        return new LinkPurposes(List.of(MentorLink.values()));
    }

    @Bean
    MentorCorrespondents mentorCorrespondents(
            IdentityBook identities, Accounts accounts, Links links, FrenchTime time, JdbcClient db, Clock clock) {
        return new MentorCorrespondents(identities, accounts, links, time, db, clock);
    }
}
