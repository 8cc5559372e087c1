package fr.mentoratdurgence.needs.contacts;

import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.keys.SealedTable;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ContactsConfiguration {

    @Bean
    ContactBook contactBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, Clock clock) {
        return new ContactBook(db, cipher, index, clock);
    }

    @Bean
    SealedTable sealedContacts(ContactBook contacts, PersonalDataCipher cipher) {
        return new SealedTable(
                "contact",
                "need",
                Map.of(
                        "name_sealed", "",
                        "email_sealed", "",
                        "phone_sealed", "",
                        "structure_name_sealed", "",
                        "structure_commune_sealed", ""),
                cipher,
                contacts::mark);
    }

    @Bean
    SealedTable sealedNotes(PersonalDataCipher cipher) {
        return new SealedTable("note", "need", Map.of("text_sealed", ""), cipher);
    }

    @Bean
    TypedContact typedContact(PersonalDataCheck personalData) {
        return new TypedContact(personalData);
    }

    @Bean
    NoteBook noteBook(JdbcClient db, PersonalDataCipher cipher, OperationDay day) {
        return new NoteBook(db, cipher, day);
    }
}
