package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.SealingKeys;
import fr.mentoratdurgence.platform.keys.LastingMarks;
import fr.mentoratdurgence.platform.keys.SealedTable;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    IdentityBook identityBook(JdbcClient db, PersonalDataCipher cipher, PeopleIndex index, SealingKeys keys) {
        return new IdentityBook(db, cipher, index, keys.personalDataKeys());
    }

    @Bean
    SealedTable sealedIdentities(IdentityBook identities, SetAside aside, PersonalDataCipher cipher) {
        return new SealedTable(
                "mentor_identity",
                "mentor",
                Map.of(
                        "first_name_sealed", ":first_name",
                        "last_name_sealed", ":last_name",
                        "email_sealed", ":email",
                        "phone_sealed", ":phone"),
                cipher,
                mentor -> {
                    identities.mark(mentor);
                    aside.mark(mentor);
                });
    }

    @Bean
    SealedTable sealedApplications(PersonalDataCipher cipher) {
        return new SealedTable("recent_application", "receipt", Map.of("content_sealed", ""), cipher);
    }

    /** Who was set aside and then erased is recognised by marks alone. */
    @Bean
    LastingMarks marksOfWhoWasSetAside(SetAside aside) {
        return new LastingMarks("set_aside_mark", aside::lastingMarks);
    }

    @Bean
    RecentApplications recentApplications(JdbcClient db, PersonalDataCipher cipher, Ids ids, Clock clock) {
        return new RecentApplications(db, cipher, ids, clock);
    }

    @Bean
    SetAside setAside(JdbcClient db, IdentityBook identities, SealingKeys keys) {
        return new SetAside(db, identities, keys.personalDataKeys());
    }

    @Bean
    AccessLog accessLog(JdbcClient db, Clock clock) {
        return new AccessLog(db, clock);
    }
}
