package fr.mentoratdurgence.gateway.errors;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in French what went wrong and what to do: a page for people, problem+json for programs.
 *
 * <p>The page needs nothing from any service, since the service may be what is down.
 */
@Component
public final class ErrorPages {
    private static final DataSize ENDS_SOON = DataSize.ofMegabytes(64);

    private final MessageSource messages;
    private final JsonMapper json;
    private final OwnPages pages;
    private final String contactAddress;

    ErrorPages(MessageSource messages, JsonMapper json, OwnPages pages, GatewaySettings settings) {
        this.contactAddress = settings.contactAddress();
        this.messages = messages;
        this.json = json;
        this.pages = pages;
    }

    /** Answers with this trouble, and its usual delay before another try. */
    public Mono<Void> write(ServerWebExchange exchange, Trouble trouble) {
        return write(exchange, trouble, trouble.retryAfter());
    }

    /** Answers with this trouble; another try makes sense after the given time. */
    public Mono<Void> write(ServerWebExchange exchange, Trouble trouble, Duration retryAfter) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.setStatusCode(trouble.status());
        boolean page = Visitors.readsPages(exchange.getRequest());
        describe(response.getHeaders(), exchange, trouble, retryAfter, page);
        String body = page ? page(exchange, trouble) : problem(exchange, trouble);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static void describe(
            HttpHeaders headers, ServerWebExchange exchange, Trouble trouble, Duration retryAfter, boolean page) {
        // a service may have begun to answer: what it said about its own body is no longer true
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.remove(HttpHeaders.ETAG);
        headers.setContentType(page ? OwnPages.PAGE : MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(Locale.FRENCH);
        headers.setCacheControl(CacheControl.noStore());
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (retryAfter.isPositive()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        if (trouble == Trouble.LOGIN_NEEDED) {
            // a fragment of a page cannot log in: the whole page is asked again and can
            headers.set("HX-Refresh", "true");
        }
        if (trouble == Trouble.TOO_SLOW) {
            headers.set(HttpHeaders.CONNECTION, "close");
        } else if (trouble != Trouble.LOGIN_NEEDED
                && leavesMuchUnread(exchange.getRequest().getHeaders())) {
            // else the server would go on swallowing a body that nobody reads
            headers.set(HttpHeaders.CONNECTION, "close");
        }
    }

    /** A browser that is cut off while it sends shows no page at all, so what ends soon is let in and dropped. */
    private static boolean leavesMuchUnread(HttpHeaders request) {
        return request.getContentLength() > ENDS_SOON.toBytes()
                || request.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private String page(ServerWebExchange exchange, Trouble trouble) {
        String link = trouble.aboutLogin() ? "/oauth2/authorization/keycloak" : "/";
        String label = html(message(trouble.aboutLogin() ? "erreur.connexion" : "erreur.accueil"));
        return pages.page(
                html(text(trouble, "titre")),
                "<p>" + html(text(trouble, "texte")) + "</p>\n"
                        + "<p><strong>" + html(text(trouble, "suite")) + "</strong></p>\n"
                        + "<p><a class=\"action\" href=\"" + link + "\">" + label + "</a></p>\n"
                        + "<p class=\"repere\">" + mark() + " <code>" + html(RequestMark.of(exchange)) + "</code></p>");
    }

    /** Where to write, if anywhere; the mark alone helps whoever is told it on the telephone. */
    private String mark() {
        if (contactAddress.isEmpty()) {
            return html(message("erreur.repere"));
        }
        String link = "<a href=\"mailto:" + html(contactAddress) + "\">" + html(contactAddress) + "</a>";
        return html(message("erreur.repere.ecrire")).replace("{adresse}", link);
    }

    private String problem(ServerWebExchange exchange, Trouble trouble) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", trouble.page());
        problem.put("title", text(trouble, "titre"));
        problem.put("status", trouble.status().value());
        problem.put("detail", text(trouble, "texte") + " " + text(trouble, "suite"));
        problem.put("code", trouble.name());
        problem.put("correlationId", RequestMark.of(exchange));
        return json.writeValueAsString(problem);
    }

    private String text(Trouble trouble, String part) {
        return messages.getMessage("erreur." + trouble + "." + part, null, Locale.FRENCH);
    }

    private String message(String key) {
        return messages.getMessage(key, null, Locale.FRENCH);
    }

    private static String html(String text) {
        return OwnPages.html(text);
    }
}
