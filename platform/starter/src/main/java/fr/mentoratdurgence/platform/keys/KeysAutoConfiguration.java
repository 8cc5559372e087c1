package fr.mentoratdurgence.platform.keys;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.ServiceSettings;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where something is sealed in tables. */
@AutoConfiguration(
        afterName = {
            "fr.mentoratdurgence.platform.jobs.SealedJobsAutoConfiguration",
            "fr.mentoratdurgence.platform.letters.LettersAutoConfiguration"
        })
@ConditionalOnBean(SealedTable.class)
class KeysAutoConfiguration {

    @Bean
    Resealing resealing(
            JdbcClient db, PlatformTransactionManager transactions, DataSource database, List<SealedTable> tables) {
        return new Resealing(db, new TransactionTemplate(transactions), database, tables);
    }

    @Bean
    KeysApi keysApi(PersonalDataCipher cipher, Resealing resealing, ObjectProvider<LastingMarks> lasting) {
        return new KeysApi(cipher, resealing, lasting.orderedStream().toList());
    }

    /** Reading is for ops as all of {@code /ops} is. */
    @Bean
    AccessRules keysAccess(ServiceSettings settings) {
        return rules -> rules.requestMatchers(HttpMethod.POST, settings.api() + "/ops/keys/resealing")
                .hasRole("ops");
    }
}
