package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.RequestMark;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Two tabs, the back button, a page left open: a login that fails is mostly nobody's fault. */
@Component
class LoginFailures implements ServerAuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFailures.class);
    private static final URI HOME = URI.create("/");
    private static final int DEEPEST_CAUSE = 20;

    private final ErrorPages pages;
    private final ServerRedirectStrategy redirects = new DefaultServerRedirectStrategy();

    LoginFailures(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange attempt, AuthenticationException failure) {
        var exchange = attempt.getExchange();
        RequestMark.about(exchange, LOG.atInfo()).log("login failed: {}", failure.toString());
        return exchange.getSession().flatMap(session -> {
            if (session.getAttribute("SPRING_SECURITY_CONTEXT") != null) {
                // the other tab was faster
                return redirects.sendRedirect(exchange, HOME);
            }
            return pages.write(exchange, outOfReach(failure) ? Trouble.LOGIN_UNAVAILABLE : Trouble.LOGIN_FAILED);
        });
    }

    private static boolean outOfReach(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof WebClientRequestException || cause instanceof IOException);
    }
}
