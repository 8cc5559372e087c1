package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses too many or too long headers in words, mostly a cookie jar that has grown too full, and an address as long. The
 * server itself cuts off, without a word, what is four times as long.
 */
@Component
@Order(Passage.HEADERS)
class HeaderLimit implements WebFilter {
    private static final int MOST_CHARACTERS = 16 * 1024;
    private static final int MOST_LINES = 100;

    private final ErrorPages pages;

    HeaderLimit(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getURI().toString().length() > MOST_CHARACTERS) {
            return pages.write(exchange, Trouble.ADDRESS_TOO_LONG);
        }
        return fits(exchange.getRequest().getHeaders())
                ? chain.filter(exchange)
                : pages.write(exchange, Trouble.HEADERS_TOO_LARGE);
    }

    private static boolean fits(HttpHeaders headers) {
        int[] size = {0, 0};
        headers.forEach((name, values) -> values.forEach(value -> {
            size[0] += name.length() + value.length();
            size[1]++;
        }));
        return size[0] <= MOST_CHARACTERS && size[1] <= MOST_LINES;
    }
}
