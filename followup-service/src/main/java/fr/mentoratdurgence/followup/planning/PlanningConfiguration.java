package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.platform.UseCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the plans of pairs to the platform. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {

    @Bean
    UseCases<PlanCommand> planCommands() {
        return new UseCases<>(PlanCommand.class, PlanUseCases::handle);
    }
}
