package fr.mentoratdurgence.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

class VerifiedTokensTest {
    private final List<String> checked = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final VerifiedTokens tokens = new VerifiedTokens(this::signature, this::judge);

    private Jwt signature(String token) {
        checked.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("not signed by us");
        }
        return Jwt.withTokenValue(token).header("alg", "RS256").subject(token).build();
    }

    private OAuth2TokenValidatorResult judge(Jwt jwt) {
        return ended.contains(jwt.getSubject())
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "is over", null))
                : OAuth2TokenValidatorResult.success();
    }

    @Test
    void a_signature_is_checked_once_for_many_requests() {
        assertThat(tokens.decode("claire").getSubject()).isEqualTo("claire");
        assertThat(tokens.decode("claire").getSubject()).isEqualTo("claire");
        assertThat(tokens.decode("ali").getSubject()).isEqualTo("ali");

        assertThat(checked).containsExactly("claire", "ali");
    }

    @Test
    void what_a_token_says_is_judged_each_time() {
        var _ = tokens.decode("claire");
        ended.add("claire");

        assertThatThrownBy(() -> tokens.decode("claire"))
                .isInstanceOf(JwtException.class)
                .hasMessage("is over");
    }

    @Test
    void a_forged_token_is_never_remembered() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(checked).containsExactly("forged", "forged");
    }
}
