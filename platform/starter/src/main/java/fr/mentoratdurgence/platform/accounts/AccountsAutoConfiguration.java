package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.letters.ErasureReceipts;
import fr.mentoratdurgence.platform.letters.Letters;
import fr.mentoratdurgence.platform.links.Links;
import fr.mentoratdurgence.platform.links.LinksSettings;
import fr.mentoratdurgence.platform.web.FormAct;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logins for a service that has people of its own: one that imports accounts.yml. */
@AutoConfiguration(
        afterName = {
            "fr.mentoratdurgence.platform.web.WebAutoConfiguration",
            "fr.mentoratdurgence.platform.letters.LettersAutoConfiguration",
            "fr.mentoratdurgence.platform.links.LinksAutoConfiguration"
        })
@ConditionalOnProperty("accounts.realm")
@EnableConfigurationProperties(AccountsSettings.class)
class AccountsAutoConfiguration {

    @Bean
    Accounts accounts(AccountsSettings settings) {
        return new Accounts(settings);
    }

    @Bean
    AccessPurpose accessPurpose(LinksSettings links) {
        return new AccessPurpose(links.path());
    }

    @Bean
    @ConditionalOnBean(Links.class)
    AccessLetters accessLetters(Accounts accounts, AccessPurpose access, Links links) {
        return new AccessLetters(accounts, access, links);
    }

    @Bean
    AccountRemovals accountRemovals(JdbcClient db, Accounts accounts, Clock clock) {
        return new AccountRemovals(db, accounts, clock);
    }

    /** What an operator may do with people by their ids. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(KnownPeople.class)
    static class ByOperators {

        @Bean
        ErasuresApi erasuresApi(JdbcClient db) {
            return new ErasuresApi(db);
        }

        @Bean
        ErasureApi erasureApi(KnownPeople people, ErasureReceipts receipts, AccountRemovals removals) {
            return new ErasureApi(people, receipts, removals);
        }

        /** Reading is for ops as all of {@code /ops} is. */
        @Bean
        AccessRules erasureAccess(ServiceSettings settings) {
            return rules -> rules.requestMatchers(HttpMethod.DELETE, settings.api() + "/ops/people/*")
                    .hasRole("ops");
        }
    }

    /** Pages for who has a login, or is about to. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LoginHolders.class)
    static class ByLetter {

        @Bean
        ForgottenLogins forgottenLogins(LoginHolders holders, Letters letters, Clock clock) {
            return new ForgottenLogins(holders, letters, clock);
        }

        @Bean
        ForgottenLoginPages forgottenLoginPages(ForgottenLogins forgotten, FormAct forms) {
            return new ForgottenLoginPages(forgotten, forms);
        }

        @Bean
        AccessPages accessPages(Accounts accounts, Links links) {
            return new AccessPages(accounts, links);
        }
    }
}
