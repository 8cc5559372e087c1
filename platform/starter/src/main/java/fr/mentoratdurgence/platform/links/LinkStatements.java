package fr.mentoratdurgence.platform.links;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.mentoratdurgence.sealing.KeyRing;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs and reads statements: a JWT under a key that the services share. By real time: a session is a person's half hour. */
public final class LinkStatements {
    private static final String AUDIENCE = "mentorat-links";

    private final KeyRing keys;
    private final LinksSettings settings;
    private final Clock clock;

    LinkStatements(LinksSettings settings, Clock clock) {
        this.keys = new KeyRing("LINK_KEYS", settings.keys());
        this.settings = settings;
        this.clock = clock;
    }

    String sign(LinkStatement statement) {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(keys.current()).build(),
                new JWTClaimsSet.Builder()
                        .audience(AUDIENCE)
                        .subject(statement.subject())
                        .claim("purpose", statement.purpose())
                        .claim("person", statement.person())
                        .claim("mentor", statement.mentor())
                        .expirationTime(Date.from(clock.instant().plus(settings.session())))
                        .build());
        try {
            signed.sign(new MACSigner(keys.writing()));
            return signed.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException("cannot sign a link", failed);
        }
    }

    /** What it says; nothing where it was not signed by us, or its time is over. */
    public Optional<LinkStatement> read(@Nullable String statement) {
        if (statement == null) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(statement);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Optional<byte[]> key = keys.of(String.valueOf(signed.getHeader().getKeyID()));
            boolean ours = key.isPresent()
                    && signed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && signed.verify(new MACVerifier(key.get()))
                    && claims.getAudience().contains(AUDIENCE)
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return ours
                    ? Optional.of(new LinkStatement(
                            claims.getStringClaim("purpose"),
                            claims.getStringClaim("person"),
                            claims.getSubject(),
                            claims.getStringClaim("mentor")))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalStateException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
