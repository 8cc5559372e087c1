package fr.mentoratdurgence.gateway.sessions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a session holds, as it is written: JSON of our own shape with a version, so that no class of a library has to stay
 * as it is for people to stay logged in. A field may be added at any time; what an older gateway could not read is a new
 * {@value #VERSION}, which it leaves alone.
 */
final class SessionContent {
    static final int VERSION = 1;

    /** What the gateway asks of a person; the rest of the ID token is not kept. */
    private static final List<String> CLAIMS = List.of("iss", "sub", "sid", "preferred_username");

    private static final String NAME_CLAIM = "preferred_username";
    private static final byte JAVA_STREAM = (byte) 0xAC;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ClientRegistration registration;

    /** @param registration of the gateway at the accounts: who has its tokens is written without it */
    SessionContent(ClientRegistration registration) {
        this.registration = registration;
    }

    /** Written by a newer gateway, which works beside this one. */
    static final class Newer extends IOException {
        private static final long serialVersionUID = 1L;

        Newer(int version) {
            super("version " + version + " of the content of a session");
        }
    }

    record Written(int version, Map<String, Kept> attributes) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Login.class, name = "login"),
        @JsonSubTypes.Type(value = Clients.class, name = "clients"),
        @JsonSubTypes.Type(value = Begun.class, name = "begun")
    })
    sealed interface Kept permits Text, Login, Clients, Begun {}

    /** An address to go back to, for instance. */
    record Text(String text) implements Kept {}

    /** Who is logged in. */
    record Login(Token idToken, Map<String, String> claims, List<String> authorities, String client) implements Kept {}

    /** The tokens with which services are asked, by the name of the client. */
    record Clients(Map<String, Tokens> clients) implements Kept {}

    record Tokens(
            String account,
            Token access,
            Set<String> scopes,
            @Nullable Token refresh) {}

    record Token(
            String value,
            @Nullable Instant issued,
            @Nullable Instant expires) {}

    /** A login that was begun and not finished. */
    record Begun(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            String state,
            String requestUri,
            Map<String, String> parameters,
            Map<String, String> attributes)
            implements Kept {}

    byte[] write(Map<String, Object> attributes) {
        var kept = new LinkedHashMap<String, Kept>();
        attributes.forEach((name, value) -> kept.put(name, kept(name, value)));
        return JSON.writeValueAsBytes(new Written(VERSION, kept));
    }

    private static Kept kept(String name, Object value) {
        return switch (value) {
            case String text -> new Text(text);
            case SecurityContext context -> login(context);
            case OAuth2AuthorizationRequest begun -> begun(begun);
            case Map<?, ?> clients -> clients(clients);
            default -> throw new IllegalStateException("nobody knows how to keep " + name + " of " + value.getClass());
        };
    }

    private static Login login(SecurityContext context) {
        if (!(context.getAuthentication() instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("a login that is none of ours");
        }
        OidcIdToken idToken = user.getIdToken();
        var claims = new LinkedHashMap<String, String>();
        CLAIMS.forEach(claim -> {
            Object value = user.getClaim(claim);
            if (value != null) {
                claims.put(claim, value.toString());
            }
        });
        return new Login(
                new Token(idToken.getTokenValue(), idToken.getIssuedAt(), idToken.getExpiresAt()),
                claims,
                token.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .toList(),
                token.getAuthorizedClientRegistrationId());
    }

    private static Clients clients(Map<?, ?> clients) {
        var all = new LinkedHashMap<String, Tokens>();
        clients.forEach((name, client) -> all.put((String) name, tokens((OAuth2AuthorizedClient) client)));
        return new Clients(all);
    }

    private static Tokens tokens(OAuth2AuthorizedClient client) {
        OAuth2AccessToken access = client.getAccessToken();
        OAuth2RefreshToken refresh = client.getRefreshToken();
        return new Tokens(
                client.getPrincipalName(),
                new Token(access.getTokenValue(), access.getIssuedAt(), access.getExpiresAt()),
                access.getScopes(),
                refresh == null
                        ? null
                        : new Token(refresh.getTokenValue(), refresh.getIssuedAt(), refresh.getExpiresAt()));
    }

    private static Begun begun(OAuth2AuthorizationRequest request) {
        return new Begun(
                request.getAuthorizationUri(),
                request.getClientId(),
                Objects.requireNonNull(request.getRedirectUri()),
                request.getScopes(),
                Objects.requireNonNull(request.getState()),
                request.getAuthorizationRequestUri(),
                texts(request.getAdditionalParameters()),
                texts(request.getAttributes()));
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, (String) value));
        return texts;
    }

    /** @throws Newer where only a newer gateway can tell */
    Map<String, Object> read(byte[] content) throws IOException, ClassNotFoundException {
        if (content.length > 0 && content[0] == JAVA_STREAM) {
            return writtenByJava(content);
        }
        JsonNode written = JSON.readTree(content);
        int version = written.path("version").asInt(0);
        if (version > VERSION) {
            throw new Newer(version);
        }
        var attributes = new HashMap<String, Object>();
        JSON.treeToValue(written, Written.class)
                .attributes()
                .forEach((name, kept) -> attributes.put(name, value(kept)));
        return attributes;
    }

    private Object value(Kept kept) {
        return switch (kept) {
            case Text text -> text.text();
            case Login login -> value(login);
            case Clients clients -> value(clients);
            case Begun begun -> value(begun);
        };
    }

    private static SecurityContext value(Login login) {
        Token token = login.idToken();
        var idToken = new OidcIdToken(token.value(), token.issued(), token.expires(), Map.copyOf(login.claims()));
        var authorities = AuthorityUtils.createAuthorityList(login.authorities());
        var user = new DefaultOidcUser(authorities, idToken, NAME_CLAIM);
        return new SecurityContextImpl(new OAuth2AuthenticationToken(user, authorities, login.client()));
    }

    private Map<String, OAuth2AuthorizedClient> value(Clients clients) {
        // Spring Security adds to it
        var all = new HashMap<String, OAuth2AuthorizedClient>();
        clients.clients().forEach((name, tokens) -> {
            Token access = tokens.access();
            Token refresh = tokens.refresh();
            all.put(
                    name,
                    new OAuth2AuthorizedClient(
                            registration,
                            tokens.account(),
                            new OAuth2AccessToken(
                                    OAuth2AccessToken.TokenType.BEARER,
                                    access.value(),
                                    access.issued(),
                                    access.expires(),
                                    new HashSet<>(tokens.scopes())),
                            refresh == null
                                    ? null
                                    : new OAuth2RefreshToken(refresh.value(), refresh.issued(), refresh.expires())));
        });
        return all;
    }

    private static OAuth2AuthorizationRequest value(Begun begun) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(begun.authorizationUri())
                .clientId(begun.clientId())
                .redirectUri(begun.redirectUri())
                .scopes(begun.scopes())
                .state(begun.state())
                .additionalParameters(Map.copyOf(begun.parameters()))
                .attributes(attributes -> attributes.putAll(begun.attributes()))
                .authorizationRequestUri(begun.requestUri())
                .build();
    }

    /** As gateways wrote before this shape; goes with the next version. */
    @SuppressWarnings("unchecked") // sealed by us, so written by us
    private static Map<String, Object> writtenByJava(byte[] content) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(content))) {
            in.setObjectInputFilter(
                    ObjectInputFilter.Config.createFilter("java.**;org.springframework.security.**;!*"));
            return (Map<String, Object>) in.readObject();
        }
    }
}
