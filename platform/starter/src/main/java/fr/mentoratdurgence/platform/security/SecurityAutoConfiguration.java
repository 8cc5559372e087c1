package fr.mentoratdurgence.platform.security;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.links.LinkStatements;
import fr.mentoratdurgence.platform.links.LinksSettings;
import fr.mentoratdurgence.platform.web.Refusals;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * A service trusts no network: each call brings its token. No session, no cookie, hence no forged request across sites
 * to fear here; the gateway, which holds the session, checks the origin. Headers are set once, at the gateway.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@EnableConfigurationProperties({ServiceSettings.class, OAuth2ResourceServerProperties.class})
class SecurityAutoConfiguration {
    /** Roles that every account of the realm has, also that of a program. */
    private static final Predicate<String> OF_EVERYBODY = Pattern.compile(
                    "default-roles-.*|offline_access|uma_authorization|partner")
            .asMatchPredicate();

    /** How far a clock here may be behind the login server's. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(15);

    /** Spring Security watches each of its filters at each request, which costs more than they do; nobody listens. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Instead of Boot's, which checks the same signature at each request again. */
    @Bean
    @ConditionalOnMissingBean(JwtDecoder.class)
    JwtDecoder verifiedTokens(
            OAuth2ResourceServerProperties properties, ObjectProvider<OAuth2TokenValidator<Jwt>> more) {
        OAuth2ResourceServerProperties.Jwt settings = properties.getJwt();
        NimbusJwtDecoder signatures = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(settings.getJwkSetUri()))
                .build();
        signatures.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(JwtValidators.createDefaultWithIssuer(Objects.requireNonNull(settings.getIssuerUri())));
        validators.add(new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                named -> named != null && named.stream().anyMatch(settings.getAudiences()::contains)));
        more.orderedStream().forEach(validators::add);
        return new VerifiedTokens(signatures, new DelegatingOAuth2TokenValidator<>(validators));
    }

    /**
     * Not the usual minute: a token outside the gateway lives 45 s, and whoever's account is closed is to be out within
     * a minute of it.
     */
    @Bean
    OAuth2TokenValidator<Jwt> tokenIsNotOver() {
        return new JwtTimestampValidator(CLOCKS_APART);
    }

    /** On the management port alone, which only machines reach: whoever probes or scrapes has no token. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain watchedByMachines(HttpSecurity http) {
        return http.securityMatcher(SecurityAutoConfiguration::isOnManagementPort)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static boolean isOnManagementPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    @Bean
    SecurityFilterChain accessByToken(
            HttpSecurity http,
            List<AccessRules> rules,
            Refusals refusals,
            ServiceSettings settings,
            LinkStatements links,
            LinksSettings linked) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (HttpMethod reading : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
                        requests.requestMatchers(reading, "/ui/**", "/webjars/**")
                                .permitAll();
                    }
                    String letters = settings.api() + "/ops/dead-letters";
                    String models = settings.api() + "/ops/read-models";
                    requests.requestMatchers(HttpMethod.GET, settings.api() + "/ops/**")
                            .hasRole("ops");
                    requests.requestMatchers(HttpMethod.POST, letters + "/*/retry", models + "/*/rebuild")
                            .hasRole("ops");
                    requests.requestMatchers(
                                    HttpMethod.DELETE,
                                    letters + "/*",
                                    models + "/*/rebuild",
                                    settings.api() + "/ops/jobs/*")
                            .hasRole("ops");
                    if (!linked.path().isEmpty()) {
                        requests.requestMatchers(HttpMethod.GET, linked.path() + "/*", linked.path() + "/*/arret/*")
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.POST,
                                        linked.path(),
                                        linked.path() + "/*/arret/*",
                                        linked.path() + "/identifiant")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, linked.path() + "/acces")
                                .hasAuthority("LINK_ACCOUNT_ACCESS");
                    }
                    rules.forEach(r -> r.apply(requests));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(SecurityAutoConfiguration.roles()))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals))
                .addFilterBefore(new LinkCallers(links), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private static JwtAuthenticationConverter roles() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityAutoConfiguration::allowed);
        return converter;
    }

    private static Collection<GrantedAuthority> allowed(Jwt jwt) {
        List<GrantedAuthority> roles = realmRoles(jwt);
        return Stream.concat(roles.stream(), PartnerScope.of(jwt, roles).stream())
                .toList();
    }

    private static List<GrantedAuthority> realmRoles(Jwt jwt) {
        Map<String, Object> access = jwt.getClaimAsMap("realm_access");
        if (access == null || !(access.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .map(String::valueOf)
                .filter(OF_EVERYBODY.negate())
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
