package fr.mentoratdurgence.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.mentoratdurgence.sealing.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Signed tokens with the claims that the realm gives, made by a key of this JVM. */
public final class Tokens {
    /** What the services of a test share to believe each other's links. */
    public static final String LINK_KEYS = "k1:bGlua3Mgb2YgdGhlIHRlc3RzLCBsaW5rcyBvZiB0ZXM=";

    /** Who gives these tokens, as they say. */
    public static final String ISSUER = "http://login.test/realms/mentorat";

    private static final RSAKey KEY = key();

    private Tokens() {}

    /** A référent of these départements. */
    public static String referent(String... territory) {
        return of("referente-" + String.join("-", territory), List.of("referent"), List.of(territory), null, null);
    }

    /** A coordinator of everywhere. */
    public static String coordinator() {
        return of("coordination", List.of("coordinator"), List.of("*"), null, null);
    }

    /** The contact of a structure, such as {@code structure-0940176F}. */
    public static String structure(String structure) {
        return of("contact-" + structure, List.of("structure"), List.of(), structure, null);
    }

    /** A mentor with its stream id. */
    public static String mentor(String mentor) {
        return of("compte-" + mentor, List.of("mentor"), List.of(), null, mentor);
    }

    /** Somebody with one role and nothing else: analyst, ops, member-association… */
    public static String role(String role) {
        return of("compte-" + role, List.of(role), List.of(), null, null);
    }

    /** The header {@code Link-Statement} of who opened a link. */
    public static String link(String purpose, String person, String subject, String mentor) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                    new JWTClaimsSet.Builder()
                            .audience("mentorat-links")
                            .subject(subject)
                            .claim("purpose", purpose)
                            .claim("person", person)
                            .claim("mentor", mentor)
                            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                            .build());
            jwt.sign(new MACSigner(new KeyRing("LINK_KEYS", LINK_KEYS).writing()));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The account id that {@code Person.account()} will show for a user name. */
    public static String account(String username) {
        return "account-" + subject(username);
    }

    /** A partner's program, with these scopes and this territory, as client credentials give it: no role of a person. */
    public static String partner(String scope, String... territory) {
        return signed(claims("service-account-partenaire", List.of("default-roles-mentorat"), List.of(territory))
                .claim("scope", "profile " + scope)
                .claim("client_id", "partenaire"));
    }

    /** Any token. */
    public static String of(
            String username,
            List<String> roles,
            List<String> territory,
            @Nullable String structure,
            @Nullable String mentor) {
        JWTClaimsSet.Builder claims = claims(username, roles, territory);
        if (structure != null) {
            claims.claim("structure", structure);
        }
        if (mentor != null) {
            claims.claim("mentor", mentor);
        }
        return signed(claims);
    }

    private static JWTClaimsSet.Builder claims(String username, List<String> roles, List<String> territory) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject(username))
                .issuer(ISSUER)
                .audience("mentorat-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("preferred_username", username)
                .claim("name", "Compte " + username)
                .claim("realm_access", Map.of("roles", roles))
                .claim("territory", territory);
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The keys by which they are believed, as the login service publishes them. */
    public static String publicKeys() {
        return new JWKSet(KEY).toPublicJWKSet().toString();
    }

    static JwtDecoder decoder() {
        return decoderWith(List.of());
    }

    /** @param rules what the service asks of a token beside its signature */
    static JwtDecoder decoderWith(List<OAuth2TokenValidator<Jwt>> rules) {
        try {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
            if (!rules.isEmpty()) {
                decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(rules));
            }
            return decoder;
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String subject(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
