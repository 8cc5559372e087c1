package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.ServiceSettings;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Read models that can be rebuilt beside live traffic, and the transactions that this needs. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = DataSourceTransactionManagerAutoConfiguration.class)
@EnableConfigurationProperties(ServiceSettings.class)
@Import(ReadModels.class)
class ReadModelAutoConfiguration {

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new MomentTransactionManager(database);
    }

    @Bean
    ReadModelApi readModelApi(ReadModels readModels) {
        return new ReadModelApi(readModels);
    }
}
