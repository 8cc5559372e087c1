package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.Board;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The policy in force and the runs under it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunningSettings.class)
class RunningConfiguration {
    private static final int FIRST_POLICY = 1;

    @Bean
    Policies policies(Board board, Commands commands, Clock clock) {
        return new Policies(board, commands, clock, PolicyFile.read(FIRST_POLICY));
    }

    /** The first policy is there before anybody asks for it. */
    @Bean
    ApplicationRunner firstPolicy(Policies policies) {
        return _ -> policies.establish();
    }

    @Bean
    RunReplay runReplay(EventStorageEngine events, Runs runs) {
        return new RunReplay(events, runs);
    }

    @Bean
    LiveMatching liveMatching(EventStorageEngine events, Clock clock) {
        return new LiveMatching(events, clock);
    }

    @Bean
    PreMatchings preMatchings(Board board, Policies policies, Clock clock, Ids ids, RunningSettings settings) {
        return new PreMatchings(board, policies, clock, ids, settings.trial());
    }

    /** All input of a run is read as of one moment. */
    @Bean
    Runs runs(
            Board board,
            Commands commands,
            Policies policies,
            Clock clock,
            Ids ids,
            DataSource database,
            PlatformTransactionManager transactions) {
        TransactionTemplate oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        return new Runs(board, commands, policies, clock, ids, new OneAtATime(database), oneMoment);
    }
}
