package fr.mentoratdurgence.reporting.history;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One history, for the inbox that writes it and for those who read it. */
@Configuration
class HistoryConfiguration {

    @Bean
    History history(DataSource dataSource, Clock clock) {
        return new History(dataSource, clock);
    }

    @Bean
    SealingState sealingState() {
        return new SealingState();
    }

    @Bean
    PublisherPositions publisherPositions(JdbcClient db) {
        return new PublisherPositions(db);
    }
}
