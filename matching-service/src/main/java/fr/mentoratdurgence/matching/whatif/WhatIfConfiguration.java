package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.platform.store.FactLog;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the counterfactual to pages and API. */
@Configuration(proxyBeanMethods = false)
class WhatIfConfiguration {

    @Bean
    WhatIf whatIf(FactLog events, PolicyVersions policies, Clock clock) {
        return new WhatIf(events, policies, clock);
    }
}
