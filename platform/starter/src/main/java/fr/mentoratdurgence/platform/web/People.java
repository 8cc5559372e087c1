package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.links.LinkAuthentication;
import fr.mentoratdurgence.platform.links.LinkStatement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the person out of the token. */
final class People {

    private People() {}

    static Person current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication) {
            case JwtAuthenticationToken token -> of(token);
            case LinkAuthentication link -> of(link.statement());
            case null, default -> Person.ANONYMOUS;
        };
    }

    private static Person of(JwtAuthenticationToken token) {
        Jwt jwt = token.getToken();
        Set<String> roles = token.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
        String name = jwt.getClaimAsString("name");
        return new Person(
                "account-" + jwt.getSubject(),
                name != null ? name : String.valueOf(jwt.getClaimAsString("preferred_username")),
                roles,
                Set.copyOf(strings(jwt.getClaims().get("territory"))),
                jwt.getClaimAsString("structure"),
                jwt.getClaimAsString("mentor"));
    }

    private static Person of(LinkStatement statement) {
        return new Person(
                "link-" + statement.person(),
                "",
                Set.of(LinkAuthentication.ROLE),
                Set.of(),
                null,
                statement.mentor().isEmpty() ? null : statement.mentor(),
                statement.subject());
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object claim) {
        return switch (claim) {
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
    }
}
