package fr.mentoratdurgence.platform.accounts;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logins for a service that has people of its own: one that imports accounts.yml. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnProperty("accounts.realm")
@EnableConfigurationProperties(AccountsSettings.class)
class AccountsAutoConfiguration {

    @Bean
    Accounts accounts(AccountsSettings settings) {
        return new Accounts(settings);
    }

    @Bean
    AccountRemovals accountRemovals(JdbcClient db, Accounts accounts, Clock clock) {
        return new AccountRemovals(db, accounts, clock);
    }
}
