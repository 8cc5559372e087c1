package fr.mentoratdurgence.needs.correspondence;

import fr.mentoratdurgence.needs.contacts.ContactBook;
import fr.mentoratdurgence.needs.letters.NeedLetters;
import fr.mentoratdurgence.platform.accounts.AccessPurpose;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.links.LinkPurpose;
import fr.mentoratdurgence.platform.links.LinkPurposes;
import fr.mentoratdurgence.platform.links.Links;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    @Bean
    LinkPurposes needLinks(AccessPurpose access) {
        return new LinkPurposes(Stream.<LinkPurpose>concat(Stream.of(NeedLink.values()), Stream.of(access))
                .toList());
    }

    @Bean
    ContactChanges contactChanges(
            ContactBook contacts, NeedLetters letters, Links links, ErasureReceipts receipts, Clock clock) {
        return new ContactChanges(contacts, letters, links, receipts, clock);
    }
}
