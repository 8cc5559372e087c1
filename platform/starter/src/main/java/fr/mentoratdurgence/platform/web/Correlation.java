package fr.mentoratdurgence.platform.web;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.sealing.Sha256;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One id stands in the answer to a request, beside the events that follow from it, and in every log line about it, here, at
 * the gateway and where others hear of it. It is made of the hash of what the gateway drew, so that both know it and nothing
 * that comes from outside gets into it, whatever its shape. One line for each request says what was asked, as the pattern of
 * its address, and how it went: no query, no id, no person.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Correlation extends OncePerRequestFilter {
    /** The key in log lines. */
    private static final String LOGGED = "correlation";

    static final String ANSWERED = "X-Correlation-Id";
    /** What the gateway drew: the id is its hash. */
    static final String SEED = "X-Correlation-Seed";

    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final String NO_PATTERN = "-";

    private final Ids ids;

    Correlation(Ids ids) {
        this.ids = ids;
    }

    /** The id of a request that is being answered. */
    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(LOGGED));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String seed = request.getHeader(SEED);
        String id = seed == null ? ids.next("request") : "request-" + Sha256.id(seed);
        request.setAttribute(LOGGED, id);
        response.setHeader(ANSWERED, id);
        long begun = System.nanoTime();
        try (Mark _ = mark(id)) {
            boolean failed = true;
            try {
                chain.doFilter(request, response);
                failed = false;
            } finally {
                if (failed) {
                    said(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, begun);
                } else if (request.isAsyncStarted()) {
                    request.getAsyncContext().addListener(new AtItsEnd(request, response, id, begun));
                } else {
                    said(request, response.getStatus(), begun);
                }
            }
        }
    }

    /** The lines that this thread writes until it is closed are about this id; afterwards about what they were before. */
    public static Mark mark(String id) {
        Mark mark = new Mark(MDC.get(LOGGED));
        MDC.put(LOGGED, id);
        return mark;
    }

    /** Of lines about one id. */
    public record Mark(@Nullable String before) implements AutoCloseable {
        @Override
        public void close() {
            if (before == null) {
                MDC.remove(LOGGED);
            } else {
                MDC.put(LOGGED, before);
            }
        }
    }

    private static void said(HttpServletRequest request, int status, long begun) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        String route = pattern == null ? NO_PATTERN : pattern.toString();
        ACCESS.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .log("{} {} {}", request.getMethod(), route, status);
    }

    /** A page that keeps listening is over when it is over. */
    private record AtItsEnd(HttpServletRequest request, HttpServletResponse response, String id, long begun)
            implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            try (Mark _ = mark(id)) {
                said(request, response.getStatus(), begun);
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // its completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // its completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
