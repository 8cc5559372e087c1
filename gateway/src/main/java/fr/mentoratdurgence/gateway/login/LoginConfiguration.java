package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import fr.mentoratdurgence.gateway.errors.Visitors;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.server.session.ReactiveOidcSessionRegistry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;

/** Puts the door together: rules, login, logout from both sides. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class LoginConfiguration {

    /** Spring Security watches each of its filters at each request, which costs more than they do; nobody listens. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWebFilterChain door(
            ServerHttpSecurity http,
            DoorRules rules,
            LoginFailures failures,
            Landing landing,
            LogoutAtKeycloak logoutAtKeycloak,
            ErrorPages pages) {
        // the last one ends the session: not the default
        var endSession = new DelegatingServerLogoutHandler(
                logoutAtKeycloak, new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler());
        return http.authorizeExchange(rules::apply)
                .oauth2Login(
                        login -> login.authenticationSuccessHandler(landing).authenticationFailureHandler(failures))
                .oauth2Client(Customizer.withDefaults())
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .logout(logout -> logout.logoutHandler(endSession).logoutSuccessHandler(logoutAtKeycloak))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(entry(pages))
                        .accessDeniedHandler((exchange, _) -> pages.write(exchange, Trouble.FORBIDDEN)))
                // OriginCheck and SecurityHeaders do these two, for every answer
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .build();
    }

    @Bean
    ReactiveOidcSessionRegistry logins(SealedSessions sessions) {
        return new BackChannelLogouts(sessions);
    }

    /** A person is led to the login page; a program is told. */
    private static ServerAuthenticationEntryPoint entry(ErrorPages pages) {
        var toLogin = new RedirectServerAuthenticationEntryPoint("/oauth2/authorization/keycloak");
        return (exchange, refusal) -> Visitors.readsPages(exchange.getRequest())
                ? toLogin.commence(exchange, refusal)
                : pages.write(exchange, Trouble.LOGIN_NEEDED);
    }
}
