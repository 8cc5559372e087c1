package fr.mentoratdurgence.matching.board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the board to the other packages. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    Board board(JdbcClient db) {
        return new Board(db);
    }
}
