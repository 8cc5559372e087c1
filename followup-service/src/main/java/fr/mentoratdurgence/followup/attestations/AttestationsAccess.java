package fr.mentoratdurgence.followup.attestations;

import fr.mentoratdurgence.platform.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** A mentor's own, or printed by the team for who has no login; a coordinator withdraws; whoever holds the paper looks whether it is true. */
@Component
class AttestationsAccess implements AccessRules {
    @Override
    public void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/suivi/attestation", "/suivi/attestation/*/pdf")
                .hasRole("mentor");
        rules.requestMatchers(HttpMethod.POST, "/suivi/attestation").hasRole("mentor");
        rules.requestMatchers(HttpMethod.POST, "/suivi/attestation/*/retrait").hasRole("coordinator");
        rules.requestMatchers(HttpMethod.GET, "/suivi/binomes/*/attestation").hasAnyRole("referent", "coordinator");
        rules.requestMatchers(HttpMethod.POST, "/suivi/binomes/*/attestation").hasAnyRole("referent", "coordinator");
        rules.requestMatchers(HttpMethod.GET, "/lien/suivi/attestation").permitAll();
    }
}
