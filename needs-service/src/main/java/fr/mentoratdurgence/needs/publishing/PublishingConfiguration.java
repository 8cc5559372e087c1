package fr.mentoratdurgence.needs.publishing;

import fr.mentoratdurgence.needs.accounts.ContactAccountEvent;
import fr.mentoratdurgence.needs.directory.RelayStructureEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.platform.EventTypes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All facts of this service. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    EventTypes needsEvents() {
        return new EventTypes("needs", List.of(RelayStructureEvent.class, NeedEvent.class, ContactAccountEvent.class));
    }
}
