package fr.mentoratdurgence.gateway.sessions;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.stereotype.Component;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

@Configuration(proxyBeanMethods = false)
@EnableSpringWebSession
class SessionsConfiguration {

    @Bean
    SessionSeal seal(GatewaySettings settings) {
        if (settings.sessionKey().isEmpty()) {
            LoggerFactory.getLogger(SessionsConfiguration.class)
                    .warn("no SESSION_KEY: everybody will have to log in again after a restart");
        }
        return new SessionSeal(settings.sessionKey());
    }

    @Bean
    SealedSessions sessions(JdbcTemplate database, SessionSeal seal, ClientRegistration registration, Clock clock) {
        return new SealedSessions(database, seal, new SessionContent(registration), clock);
    }

    @Bean
    KeptForms keptForms(JdbcTemplate database, SessionSeal seal, Clock clock) {
        return new KeptForms(database, seal, clock);
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver(GatewaySettings settings) {
        var cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(settings.sessionCookie());
        // by the public origin: behind a TLS terminator the request itself looks like plain http
        cookies.addCookieInitializer(cookie ->
                cookie.secure(settings.secure()).httpOnly(true).sameSite("Lax").path("/"));
        return cookies;
    }

    /** Removes ended sessions; reading them was impossible already. */
    @Component
    record Purge(SealedSessions sessions, KeptForms forms) {
        @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
        void removeEndedSessions() {
            sessions.purge();
            forms.purge();
        }
    }
}
