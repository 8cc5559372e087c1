package fr.mentoratdurgence.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.mentoratdurgence.sealing.Sha256;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a while whose signature was right, since a page asks a service ten times with the same token. What a token
 * says is judged each time: its end, its issuer, for whom it is, and whatever else is asked of one. A key that the login
 * service takes back counts for {@value #SECONDS} seconds more, as its tokens did for as long as its keys were remembered.
 */
final class VerifiedTokens implements JwtDecoder {
    private static final int SECONDS = 60;
    private static final int MOST = 20_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    /** By the hash of the whole token: a heap dump of this holds no more than the requests of one minute do. */
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofSeconds(SECONDS))
            .build();

    /** @param signatures checks the signature and nothing else */
    VerifiedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validator) {
        this.signatures = signatures;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        String hash = Sha256.hex(token);
        Jwt known = verified.getIfPresent(hash);
        Jwt jwt = known == null ? signatures.decode(token) : known;
        OAuth2TokenValidatorResult judged = validator.validate(jwt);
        if (judged.hasErrors()) {
            verified.invalidate(hash);
            String first = judged.getErrors().stream()
                    .map(error -> String.valueOf(error.getDescription()))
                    .findFirst()
                    .orElse("");
            throw new JwtValidationException(first, List.copyOf(judged.getErrors()));
        }
        if (known == null) {
            verified.put(hash, jwt);
        }
        return jwt;
    }
}
