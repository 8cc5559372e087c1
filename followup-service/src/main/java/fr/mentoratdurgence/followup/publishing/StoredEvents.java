package fr.mentoratdurgence.followup.publishing;

import fr.mentoratdurgence.followup.care.CareEvent;
import fr.mentoratdurgence.followup.pairs.PairEvent;
import fr.mentoratdurgence.followup.planning.PlanEvent;
import fr.mentoratdurgence.followup.resources.PackEvent;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent;
import fr.mentoratdurgence.followup.staff.StaffEvent;
import fr.mentoratdurgence.followup.wishes.WishEvent;
import fr.mentoratdurgence.platform.EventTypes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that this service stores. */
@Configuration(proxyBeanMethods = false)
class StoredEvents {

    @Bean
    EventTypes followupEvents() {
        return new EventTypes(
                "followup",
                List.of(
                        PairEvent.class,
                        CareEvent.class,
                        StaffEvent.class,
                        ConcernEvent.class,
                        PackEvent.class,
                        WishEvent.class,
                        PlanEvent.class));
    }
}
