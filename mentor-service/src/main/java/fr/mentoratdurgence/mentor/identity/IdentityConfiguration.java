package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    IdentityBook identityBook(
            JdbcClient db, PersonalDataCipher cipher, @Value("${mentorat.personal-data-keys}") String keys) {
        return new IdentityBook(db, cipher, keys);
    }

    @Bean
    SetAside setAside(JdbcClient db, IdentityBook identities, @Value("${mentorat.personal-data-keys}") String keys) {
        return new SetAside(db, identities, keys);
    }

    @Bean
    AccessLog accessLog(JdbcClient db, Clock clock) {
        return new AccessLog(db, clock);
    }
}
