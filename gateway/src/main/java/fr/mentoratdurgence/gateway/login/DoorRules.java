package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.protection.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedReactiveAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Which addresses open without a login. Who may do what behind the door is decided by each service.
 */
@Component
class DoorRules {
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/confidentialite",
        "/mentions-legales",
        "/qui-sommes-nous",
        "/contact",
        "/aide",
        "/parents",
        "/parents/autorisation",
        "/robots.txt",
        "/ui/**",
        "/webjars/**",
        "/besoins/declarer/**",
        "/besoins/confirmation/**",
        "/besoins/lien-perdu/**",
        "/mentors/candidature/**",
        "/mentors/au-revoir",
        "/lien/**",
        "/bilan/public",
        "/bilan/public/**"
    };
    private static final List<PathPattern> PATHS = Stream.of(PUBLIC_PAGES)
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
    private static final String[] OF_THE_GATEWAY = {
        "/erreur/**", "/developpeurs/**", "/problemes/**", "/connexion", SignInAddressConfiguration.PATH
    };

    private static final String OF_WHO_RUNS_IT = "/ops/**";

    private final Programs programs;
    private final RouteLocator routes;
    private final Roles roles;
    private final ReactiveAuthorizationManager<AuthorizationContext> loggedIn =
            AuthenticatedReactiveAuthorizationManager.authenticated();

    private final String linkCookie;
    private final String sessionCookie;

    DoorRules(Programs programs, RouteLocator routes, Roles roles, GatewaySettings settings) {
        this.roles = roles;
        this.linkCookie = settings.linkCookie();
        this.sessionCookie = settings.sessionCookie();
        this.programs = programs;
        this.routes = routes;
    }

    /** Whether nobody needs a login there. */
    boolean isPublic(ServerWebExchange exchange) {
        return PATHS.stream()
                .anyMatch(path -> path.matches(exchange.getRequest().getPath().pathWithinApplication()));
    }

    void apply(AuthorizeExchangeSpec rules) {
        rules.pathMatchers(OF_THE_GATEWAY)
                .permitAll()
                .pathMatchers(OF_WHO_RUNS_IT)
                .access(this::whoRunsIt)
                // on the management port alone
                .matchers(EndpointRequest.toAnyEndpoint())
                .permitAll()
                .pathMatchers(PUBLIC_PAGES)
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/mentors/v1/mentors")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/api/needs/v1/structures/*")
                .permitAll()
                .matchers(programsWithToken(), whoCameByALink())
                .permitAll()
                .anyExchange()
                .access(this::loggedInWhereARouteLeads);
    }

    private ServerWebExchangeMatcher programsWithToken() {
        return exchange -> programs.bringsToken(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
    }

    /** What the link lets them do is decided by the services, which believe the statement and not the cookie. */
    private ServerWebExchangeMatcher whoCameByALink() {
        return exchange -> exchange.getRequest().getCookies().containsKey(linkCookie)
                        && !exchange.getRequest().getCookies().containsKey(sessionCookie)
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    /** A page of the gateway's own, so that it opens while no service answers: here, and only here, it looks at a role. */
    private Mono<AuthorizationResult> whoRunsIt(Mono<Authentication> who, AuthorizationContext context) {
        return loggedIn.authorize(who, context)
                .flatMap(known -> known.isGranted()
                        ? who.flatMap(person -> roles.of(person, context.getExchange()))
                                .map(all -> new AuthorizationDecision(all.contains("ops")))
                        : Mono.just(known));
    }

    /** Nobody should have to log in only to learn that there is nothing at an address. */
    private Mono<AuthorizationResult> loggedInWhereARouteLeads(Mono<Authentication> who, AuthorizationContext context) {
        return loggedIn.authorize(who, context)
                .flatMap(answer -> answer.isGranted() ? Mono.just(answer) : whereNoRouteLeads(context));
    }

    private Mono<AuthorizationResult> whereNoRouteLeads(AuthorizationContext context) {
        return routes.getRoutes()
                .filterWhen(route -> route.getPredicate().apply(context.getExchange()))
                .hasElements()
                .map(leads -> new AuthorizationDecision(!leads));
    }
}
