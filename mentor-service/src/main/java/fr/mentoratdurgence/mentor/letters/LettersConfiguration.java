package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.FrenchTime;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.accounts.AccessLetters;
import fr.mentoratdurgence.platform.accounts.AccessPurpose;
import fr.mentoratdurgence.platform.letters.LettersSettings;
import fr.mentoratdurgence.platform.links.LinkPurpose;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LettersConfiguration {

    @Bean
    LinkPurposes linkPurposes(AccessPurpose access) {
        return new LinkPurposes(Stream.<LinkPurpose>concat(Stream.of(MentorLink.values()), Stream.of(access))
                .toList());
    }

    @Bean
    MentorCorrespondents mentorCorrespondents(
            IdentityBook identities,
            AccessLetters access,
            Links links,
            FrenchTime time,
            Texts texts,
            LettersSettings settings,
            JdbcClient db,
            Clock clock) {
        return new MentorCorrespondents(identities, access, links, time, texts, settings, db, clock);
    }
}
