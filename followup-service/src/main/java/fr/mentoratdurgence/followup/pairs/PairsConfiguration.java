package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.staff.StaffEvent;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.UseCases;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of pairs to the platform. */
@Configuration(proxyBeanMethods = false)
class PairsConfiguration {

    @Bean
    PairBoard pairBoard(JdbcClient db) {
        return new PairBoard(db);
    }

    @Bean
    WatchBoard watchBoard(JdbcClient db) {
        return new WatchBoard(db);
    }

    @Bean
    OpenPairsPolicy openPairsPolicy(Commands commands, FollowupPolicy policy) {
        return new OpenPairsPolicy(commands, policy);
    }

    @Bean
    EventTypes pairEvents() {
        return new EventTypes("followup", List.of(PairEvent.class, StaffEvent.class));
    }

    @Bean
    UseCases<PairCommand> pairUseCases() {
        return new UseCases<>(PairCommand.class, PairUseCases::handle);
    }
}
