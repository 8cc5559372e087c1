package fr.mentoratdurgence.platform.security;

import fr.mentoratdurgence.platform.AccessRules;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.links.LinkStatements;
import fr.mentoratdurgence.platform.links.LinksSettings;
import fr.mentoratdurgence.platform.web.Refusals;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
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
@EnableConfigurationProperties(ServiceSettings.class)
class SecurityAutoConfiguration {

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
                // every account of the realm has these, also that of a program
                .filter(role ->
                        !String.valueOf(role).matches("default-roles-.*|offline_access|uma_authorization|partner"))
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}
