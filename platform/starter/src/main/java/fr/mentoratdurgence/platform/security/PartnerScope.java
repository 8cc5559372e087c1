package fr.mentoratdurgence.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a partner's program may be allowed, one scope each; a scope that is none of these allows nothing. A partner is a
 * client of the login service that acts for itself (client credentials), never for a person, and what it may do says
 * nothing about people: whoever asks in a person's name needs that person's login.
 */
enum PartnerScope {
    /** Reads the figures of the operation. */
    BILAN_READ("bilan.read"),
    /** Declares needs for schools of the territory that its token names. */
    NEEDS_DECLARE("needs.declare"),
    /** Is told, at an address of its own, what becomes of the needs that it declared. */
    FACTS_HEAR("facts.hear");

    /** The role of every partner, which by itself opens nothing. */
    static final String ROLE = "partner";

    private final String scope;

    PartnerScope(String scope) {
        this.scope = scope;
    }

    /** What this token allows to a partner; nothing to who has a role, for that is a person. */
    static List<GrantedAuthority> of(Jwt token, Collection<? extends GrantedAuthority> roles) {
        if (!roles.isEmpty() || token.getClaimAsString("scope") == null) {
            return List.of();
        }
        Set<String> told = Set.of(token.getClaimAsString("scope").trim().split(" +", -1));
        List<GrantedAuthority> allowed = Arrays.stream(values())
                .filter(one -> told.contains(one.scope))
                .<GrantedAuthority>map(one -> new SimpleGrantedAuthority("SCOPE_" + one.scope))
                .toList();
        return allowed.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(new SimpleGrantedAuthority("ROLE_" + ROLE)), allowed.stream())
                        .toList();
    }
}
