package fr.mentoratdurgence.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody who asks an address, with what they always send; follows no redirect, and asks once. */
public final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** All share it, and with it its connections, as browsers of many people do behind one proxy. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final String origin;
    private final Map<String, Supplier<String>> always;

    /** Nobody in particular. */
    public Caller(String origin) {
        this(origin, Map.of());
    }

    private Caller(String origin, Map<String, Supplier<String>> always) {
        this.origin = origin;
        this.always = always;
    }

    /** The same with one more header, asked for at each request. */
    public Caller with(String name, Supplier<String> value) {
        Map<String, Supplier<String>> more = new HashMap<>(always);
        more.put(name, value);
        return new Caller(origin, Map.copyOf(more));
    }

    /** The same at another address. */
    public Caller at(String otherOrigin) {
        return new Caller(otherOrigin, always);
    }

    /** @throws UnexpectedStatus where another status comes than this one */
    public HttpResponse<String> get(String path, int expected)
            throws IOException, InterruptedException, UnexpectedStatus {
        return send("GET", path, "", BodyPublishers.noBody(), expected);
    }

    /** @throws UnexpectedStatus where another status comes than this one */
    public HttpResponse<String> postJson(String path, String json, int expected)
            throws IOException, InterruptedException, UnexpectedStatus {
        return post(path, "application/json", json, expected);
    }

    /** @throws UnexpectedStatus where another status comes than this one */
    public HttpResponse<String> postForm(String path, Map<String, String> fields, int expected)
            throws IOException, InterruptedException, UnexpectedStatus {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", form, expected);
    }

    /** @throws UnexpectedStatus where another status comes than this one */
    public HttpResponse<String> post(String path, String type, String text, int expected)
            throws IOException, InterruptedException, UnexpectedStatus {
        return send("POST", path, type, BodyPublishers.ofString(text), expected);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body, int expected)
            throws IOException, InterruptedException, UnexpectedStatus {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        always.forEach((name, value) -> request.header(name, value.get()));
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new UnexpectedStatus(answer.statusCode(), method + " " + path);
        }
        return answer;
    }
}
