package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.SealingKeys;
import fr.mentoratdurgence.platform.search.PeopleIndex;
import java.time.Clock;
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
