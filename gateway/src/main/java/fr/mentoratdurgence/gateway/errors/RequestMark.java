package fr.mentoratdurgence.gateway.errors;

import fr.mentoratdurgence.sealing.Sha256;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.server.ServerWebExchange;

/**
 * One id follows a request through all services and back to the person who asks why. It is the hash of what the gateway
 * drew, and only that is handed on: a service makes the same id of it, and who reaches a service in another way can put
 * nothing of their own into one.
 */
public final class RequestMark {
    /** Of every answer. */
    public static final String ANSWERED = "X-Correlation-Id";
    /** What a service makes the id of. */
    public static final String SEED = "X-Correlation-Seed";

    private static final String LOGGED = "correlation";

    private RequestMark() {}

    /** Made of what was drawn for this request. */
    public static void begin(ServerWebExchange exchange, String seed) {
        exchange.getAttributes().put(LOGGED, "request-" + Sha256.id(seed));
    }

    /** The id of this request; empty where it has none yet. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(LOGGED, "");
    }

    /** A line of the log about this request. */
    public static LoggingEventBuilder about(ServerWebExchange exchange, LoggingEventBuilder line) {
        return line.addKeyValue(LOGGED, of(exchange));
    }
}
