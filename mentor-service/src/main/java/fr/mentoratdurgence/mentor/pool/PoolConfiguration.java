package fr.mentoratdurgence.mentor.pool;

import fr.mentoratdurgence.mentor.identity.IdentityBook;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.PersonalDataCheck;
import fr.mentoratdurgence.platform.accounts.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    ContactCorrection contactCorrection(
            Commands commands,
            IdentityBook identities,
            Accounts accounts,
            PersonalDataCheck personalData,
            OperationDay day) {
        return new ContactCorrection(commands, identities, accounts, personalData, day);
    }

    @Bean
    MentorBoard mentors(JdbcClient db) {
        return new MentorBoard(db);
    }
}
