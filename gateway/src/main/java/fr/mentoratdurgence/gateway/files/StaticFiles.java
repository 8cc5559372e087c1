package fr.mentoratdurgence.gateway.files;

import fr.mentoratdurgence.gateway.protection.Passage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Styles, scripts and the font of all pages, answered here: no service, no session, no login is asked. They are those of the
 * build of this gateway. A page of a service from another build names another version, which is left to the service.
 */
@Component
@Order(Passage.STATIC_FILES)
class StaticFiles implements WebFilter {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final String VERSION = "v";

    private final Map<String, StaticFile> files = new HashMap<>();

    StaticFiles() throws IOException {
        var all = new PathMatchingResourcePatternResolver();
        for (Resource file : all.getResources("classpath*:files/ui/*.*")) {
            put("/ui/" + file.getFilename(), file);
        }
        for (Resource file : all.getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")) {
            String address = file.getURL().toString();
            put(address.substring(address.lastIndexOf("/webjars/")), file);
        }
    }

    private void put(String address, Resource file) throws IOException {
        MediaType type = MediaTypeFactory.getMediaType(file).orElse(MediaType.APPLICATION_OCTET_STREAM);
        files.put(address, new StaticFile(file.getContentAsByteArray(), type));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        StaticFile file = files.get(request.getPath().value());
        if (file == null || !HttpMethod.GET.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        String version = request.getQueryParams().getFirst(VERSION);
        return version == null || version.equals(file.version())
                ? write(file, version, exchange)
                : chain.filter(exchange);
    }

    private static Mono<Void> write(StaticFile file, @Nullable String version, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl(version != null || neverChanges(exchange) ? FOR_EVER : FOR_AN_HOUR);
        if (file.hasPacked()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (exchange.checkNotModified("W/\"" + file.version() + "\"")) {
            return response.setComplete();
        }
        boolean packed = file.hasPacked() && takesPacked(exchange.getRequest());
        byte[] body = file.content(packed);
        headers.setContentType(file.type());
        headers.setContentLength(body.length);
        if (packed) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** A library has its version in its address; a font that is another one gets another name. */
    private static boolean neverChanges(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/webjars/") || path.endsWith(".woff2");
    }

    private static boolean takesPacked(ServerHttpRequest request) {
        String accepted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
