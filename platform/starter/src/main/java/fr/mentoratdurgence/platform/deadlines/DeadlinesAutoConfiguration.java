package fr.mentoratdurgence.platform.deadlines;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Deadlines for a service that has something to do when they pass. */
@AutoConfiguration(afterName = "fr.mentoratdurgence.platform.web.WebAutoConfiguration")
@ConditionalOnBean(OnDeadline.class)
class DeadlinesAutoConfiguration {

    @Bean
    Deadlines deadlines(JdbcClient db, Clock clock) {
        return new Deadlines(db, clock);
    }

    @Bean
    DeadlineWatch deadlineWatch(
            List<OnDeadline> handlers, PlatformTransactionManager transactions, JdbcClient db, Clock clock) {
        return new DeadlineWatch(handlers, transactions, db, clock);
    }

    @Bean
    DeadlinesApi deadlinesApi(JdbcClient db, Clock clock) {
        return new DeadlinesApi(db, clock);
    }
}
