package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody may hold a connection open by sending drop by drop. */
@Configuration(proxyBeanMethods = false)
class SlowBodies {

    @Bean
    NettyServerCustomizer cutSlowBodies(GatewaySettings settings) {
        var limits = settings.limits();
        return server -> server.readTimeout(limits.betweenReads()).requestTimeout(limits.wholeRequest());
    }
}
