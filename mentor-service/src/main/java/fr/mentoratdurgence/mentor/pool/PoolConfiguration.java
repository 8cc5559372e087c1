package fr.mentoratdurgence.mentor.pool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    MentorBoard mentors(JdbcClient db) {
        return new MentorBoard(db);
    }
}
