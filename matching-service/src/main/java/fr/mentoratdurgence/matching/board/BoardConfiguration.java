package fr.mentoratdurgence.matching.board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the boards to the other packages. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    LineBoard lineBoard(JdbcClient db, RunBoard runs) {
        return new LineBoard(db, runs);
    }

    @Bean
    ProposalBoard proposalBoard(JdbcClient db) {
        return new ProposalBoard(db);
    }

    @Bean
    ExclusionBoard exclusionBoard(JdbcClient db) {
        return new ExclusionBoard(db);
    }

    @Bean
    PairingBoard pairingBoard(JdbcClient db) {
        return new PairingBoard(db);
    }

    @Bean
    RunBoard runBoard(JdbcClient db) {
        return new RunBoard(db);
    }
}
