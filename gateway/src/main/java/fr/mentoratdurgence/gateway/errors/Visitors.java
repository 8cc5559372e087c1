package fr.mentoratdurgence.gateway.errors;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells a person who looks at a page from a program, a script or a fragment of a page. */
public final class Visitors {
    private Visitors() {}

    /** True when the answer will be shown as a whole page. */
    public static boolean readsPages(ServerHttpRequest request) {
        String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !request.getHeaders().containsHeader("HX-Request");
    }
}
