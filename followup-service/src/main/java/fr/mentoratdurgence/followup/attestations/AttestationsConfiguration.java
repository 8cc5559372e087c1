package fr.mentoratdurgence.followup.attestations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AttestationsConfiguration {

    @Bean
    AttestationBook attestationBook(JdbcClient db) {
        return new AttestationBook(db);
    }
}
