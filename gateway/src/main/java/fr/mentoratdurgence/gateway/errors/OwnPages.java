package fr.mentoratdurgence.gateway.errors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The frame of the few pages that the gateway writes itself; it needs nothing from any service. */
@Component
public final class OwnPages {
    static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final MessageSource messages;
    private final String page = frame("page");
    private final String board = frame("tableau");

    OwnPages(MessageSource messages) {
        this.messages = messages;
    }

    private static String frame(String name) {
        try {
            return new ClassPathResource("templates/" + name + ".html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with a page whose title stands in the bundle; {@code html} is its content after the title. */
    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String title, String html) {
        return writeTitled(exchange, status, text(title), html);
    }

    /** The same with a title that is ready for a page. */
    public Mono<Void> writeTitled(ServerWebExchange exchange, HttpStatusCode status, String title, String html) {
        return write(exchange, status, page(title, html));
    }

    /** Answers with a wide page of work, in the styles of all pages of work; {@code account} is what stands at its top. */
    public Mono<Void> writeBoard(
            ServerWebExchange exchange, HttpStatusCode status, String title, String account, String html) {
        return write(
                exchange,
                status,
                board.replace("{titre}", text(title))
                        .replace("{compte}", account)
                        .replace("{contenu}", html));
    }

    private static Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, String page) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(PAGE);
        response.getHeaders().setContentLanguage(Locale.FRENCH);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    String page(String title, String html) {
        return page.replace("{titre}", title).replace("{contenu}", html);
    }

    /** A sentence of the bundle, ready for a page. */
    public String text(String key, Object... arguments) {
        return html(messages.getMessage(key, arguments.length == 0 ? null : arguments, Locale.FRENCH));
    }

    /** The same, or another text where the bundle has none. */
    public String textOr(String key, String other) {
        return html(Objects.requireNonNullElse(messages.getMessage(key, null, other, Locale.FRENCH), other));
    }

    /** A sentence of the bundle as it is, to be made ready for a page later. */
    public String plain(String key) {
        return messages.getMessage(key, null, Locale.FRENCH);
    }

    /** A text, ready for a page. */
    public static String html(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
