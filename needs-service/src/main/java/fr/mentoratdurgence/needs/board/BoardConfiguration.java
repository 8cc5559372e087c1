package fr.mentoratdurgence.needs.board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    NeedBoard needBoard(JdbcClient db) {
        return new NeedBoard(db);
    }
}
