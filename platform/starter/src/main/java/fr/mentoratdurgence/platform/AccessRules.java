package fr.mentoratdurgence.platform;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may call which path of a service, by role. Whatever no rule lists is refused. */
@FunctionalInterface
public interface AccessRules {

    /** Adds the rules of the service. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules);
}
