package fr.mentoratdurgence.needs.board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    NeedBoard needBoard(JdbcClient db, JsonMapper json) {
        return new NeedBoard(db, json);
    }
}
