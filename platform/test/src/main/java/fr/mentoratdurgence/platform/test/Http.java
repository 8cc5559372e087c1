package fr.mentoratdurgence.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP client for tests; follows no redirect. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final @Nullable String token;
    private final Map<String, String> headers;

    /** Without a token. */
    public Http(int port) {
        this("http://127.0.0.1:" + port, null, Map.of());
    }

    private Http(String base, @Nullable String token, Map<String, String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same with a token of {@link Tokens}. */
    public Http as(String bearer) {
        return new Http(base, bearer, headers);
    }

    /** The same with one more header. */
    public Http with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Http(base, token, Map.copyOf(more));
    }

    /** An answer. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** Where a redirect leads. */
        public String location() {
            return response.headers().firstValue("Location").orElse("");
        }
    }

    /** Where an act leads, told what was just done as the gateway tells it. */
    public Answer follow(Answer act) {
        String told = act.response().headers().firstValue("Just-Done").orElse("");
        String path = act.location().replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", "");
        return (told.isEmpty() ? this : with("Just-Done", told)).get(path);
    }

    /** GET. */
    public Answer get(String path) {
        return send("GET", path, "application/json", "");
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send("DELETE", path, "application/json", "");
    }

    /** POST of JSON, given as text or as an object. */
    public Answer post(String path, Object body) {
        return send(
                "POST", path, "application/json", body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    /** POST of a CSV file. */
    public Answer postCsv(String path, String csv) {
        return send("POST", path, "text/csv", csv);
    }

    /** POST of a file as it is, in whatever encoding; a workbook is said to be one. */
    public Answer postFile(String path, byte[] file) {
        boolean workbook = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        String type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
        return send("POST", path, type, BodyPublishers.ofByteArray(file));
    }

    /** POST of a form. */
    public Answer postForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    /** Any method. */
    public Answer send(String method, String path, String contentType, String body) {
        return send(
                method, path, contentType, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
