package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recognises calls of programs: on the APIs only, and never with a session cookie, so that nothing
 * which a browser sends by itself can pass for one.
 */
@Component
public final class Programs {
    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    private final String sessionCookie;
    private final JsonMapper json;

    Programs(GatewaySettings settings, JsonMapper json) {
        this.json = json;
        this.sessionCookie = settings.sessionCookie();
    }

    /** True when a program brings its own token, which the service will judge. */
    public boolean bringsToken(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && callsApi(request);
    }

    /**
     * Whom a program says it acts for, for counting only: the token is judged by the service, and whoever makes one up is
     * refused there.
     */
    public String asker(ServerHttpRequest request) {
        String[] token = String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .split("\\.", -1);
        try {
            return json.readTree(Base64.getUrlDecoder().decode(token.length > 1 ? token[1] : ""))
                    .path("sub")
                    .asString("");
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return "";
        }
    }

    /** True when nobody is named at all and no browser is at work: a program that uses a public API. */
    boolean isAnonymous(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return callsApi(request)
                && headers.getFirst(HttpHeaders.ORIGIN) == null
                && headers.getFirst("Sec-Fetch-Site") == null;
    }

    private boolean callsApi(ServerHttpRequest request) {
        return request.getPath().value().startsWith(API)
                && !request.getCookies().containsKey(sessionCookie);
    }
}
