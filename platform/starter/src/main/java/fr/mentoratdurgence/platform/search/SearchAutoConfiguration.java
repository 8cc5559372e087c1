package fr.mentoratdurgence.platform.search;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The search for a service that has something to find. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnBean(Searched.class)
@EnableConfigurationProperties(SearchSettings.class)
class SearchAutoConfiguration {

    @Bean
    PeopleIndex peopleIndex(JdbcClient db, PersonalDataCipher cipher) {
        return new PeopleIndex(db, cipher);
    }

    @Bean
    SearchPages searchPages(Searched searched, SearchSettings settings) {
        return new SearchPages(searched, settings);
    }

    @Bean
    @ConditionalOnBean(IndexedPeople.class)
    PeopleReindex peopleReindex(
            PeopleIndex index,
            List<IndexedPeople> people,
            PlatformTransactionManager transactions,
            DataSource database) {
        return new PeopleReindex(index, people, new TransactionTemplate(transactions), database);
    }
}
