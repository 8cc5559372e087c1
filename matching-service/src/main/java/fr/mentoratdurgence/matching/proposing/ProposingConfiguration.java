package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.UseCases;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the platform has to know of the rules. */
@Configuration(proxyBeanMethods = false)
class ProposingConfiguration {

    @Bean
    UseCases<MatchingCommand> matchingUseCases(ProposalDeadlines deadlines) {
        return MatchingUseCases.with(deadlines);
    }

    @Bean
    EventTypes matchingEvents() {
        return types();
    }

    static EventTypes types() {
        return new EventTypes(
                "matching",
                List.of(
                        SeatsEvent.class,
                        LoadEvent.class,
                        ProposalEvent.class,
                        RunEvent.class,
                        ReferentEvent.class,
                        PolicyEvent.class));
    }
}
