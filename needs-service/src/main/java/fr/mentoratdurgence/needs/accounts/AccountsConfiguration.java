package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.keys.SealedTable;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    ContactAccountBook contactAccountBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, Clock clock) {
        return new ContactAccountBook(db, cipher, index, clock);
    }

    @Bean
    SealedTable sealedContactPeople(ContactAccountBook book, PersonalDataCipher cipher) {
        return new SealedTable(
                "contact_person",
                "contact",
                Map.of("name_sealed", ":name", "email_sealed", ":email", "phone_sealed", ":phone"),
                cipher,
                book::mark);
    }

    @Bean
    ContactAccountBoard contactAccountBoard(JdbcClient db) {
        return new ContactAccountBoard(db);
    }

    @Bean
    UseCases<ContactAccountCommand> contactAccountUseCases(
            ContactAccountBook book, AccountRemovals removals, Letters letters, Links links, ErasureReceipts receipts) {
        return new UseCases<>(
                ContactAccountCommand.class,
                new ContactAccountUseCases(book, removals, letters, links, receipts)::handle);
    }
}
