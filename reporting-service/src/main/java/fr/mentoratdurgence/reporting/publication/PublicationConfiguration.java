package fr.mentoratdurgence.reporting.publication;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views of exact figures are noted. */
@Configuration
class PublicationConfiguration {

    @Bean
    ExactViews exactViews(JdbcClient db, Clock clock) {
        return new ExactViews(db, clock);
    }
}
