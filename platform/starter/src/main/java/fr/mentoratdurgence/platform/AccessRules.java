package fr.mentoratdurgence.platform;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call which path of a service, by role. Whatever no rule lists is refused. A writing path is listed with its
 * method, each by itself: {@code *} stands for an id, never for an act, and {@code **} for nothing.
 */
@FunctionalInterface
public interface AccessRules {

    /** Adds the rules of the service. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules);
}
