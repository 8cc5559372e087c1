package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.UseCases;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the stream of assessments to the platform. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    EventTypes assessmentEvents() {
        return new EventTypes("reporting", List.of(AssessmentEvent.class));
    }

    @Bean
    AssessmentBoard assessmentBoard(JdbcClient db, Clock clock) {
        return new AssessmentBoard(db, clock);
    }

    @Bean
    AssessmentActs assessmentActs(AssessmentBoard board, Commands commands, Ids ids) {
        return new AssessmentActs(board, commands, ids);
    }

    @Bean
    UseCases<AssessmentCommand> assessmentUseCases() {
        return new UseCases<>(AssessmentCommand.class, AssessmentUseCases::handle);
    }
}
