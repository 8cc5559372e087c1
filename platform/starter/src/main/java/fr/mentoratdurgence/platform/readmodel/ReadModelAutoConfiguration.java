package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.store.FactLog;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Read models that can be rebuilt beside live traffic, and the transactions that this needs. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = DataSourceTransactionManagerAutoConfiguration.class)
@EnableConfigurationProperties(ServiceSettings.class)
class ReadModelAutoConfiguration {

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new MomentTransactionManager(database);
    }

    @Bean
    ReadModels readModels(
            ListableBeanFactory beans,
            FactLog log,
            JdbcClient db,
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            ServiceSettings settings) {
        int pace = settings.readModels().eventsPerSecond();
        return new ReadModels(beans, log, db, database, transactions, clock, pace);
    }

    @Bean
    ReadModelApi readModelApi(ReadModels readModels) {
        return new ReadModelApi(readModels);
    }
}
