package fr.mentoratdurgence.mentor.accounts;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountsSettings.class)
class AccountsConfiguration {

    @Bean
    Accounts accounts(AccountsSettings settings) {
        return new Accounts(settings);
    }

    @Bean
    AccountRemovals accountRemovals(JdbcClient db, Accounts accounts, Clock clock) {
        return new AccountRemovals(db, accounts, clock);
    }
}
