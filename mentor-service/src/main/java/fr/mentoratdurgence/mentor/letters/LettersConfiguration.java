package fr.mentoratdurgence.mentor.letters;

import fr.mentoratdurgence.platform.accounts.AccessPurpose;
import fr.mentoratdurgence.platform.links.LinkPurpose;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(MentorCorrespondents.class)
class LettersConfiguration {

    @Bean
    LinkPurposes linkPurposes(AccessPurpose access) {
        return new LinkPurposes(Stream.<LinkPurpose>concat(Stream.of(MentorLink.values()), Stream.of(access))
                .toList());
    }
}
