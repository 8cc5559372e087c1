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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs in as a browser does, by the login page. Cookies are kept by host, also those that are for TLS alone, which browsers
 * send to this machine without it.
 */
public final class SignIn {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient browser =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private SignIn() {}

    /** What a browser then sends as {@code Cookie} to this origin. */
    public static String cookies(String origin, String username, String password)
            throws IOException, InterruptedException, UnexpectedStatus {
        SignIn person = new SignIn();
        try (person.browser) {
            HttpResponse<String> page = person.follow(
                    person.send(URI.create(origin + "/oauth2/authorization/keycloak"), "GET", BodyPublishers.noBody()));
            Matcher form = FORM.matcher(page.body());
            if (!form.find()) {
                throw new UnexpectedStatus(page.statusCode(), "no login page");
            }
            // the gateway's answer to the code of the login sets the session; where it leads on is nothing to us
            HttpResponse<String> answer = person.send(
                    URI.create(form.group(1).replace("&amp;", "&")),
                    "POST",
                    BodyPublishers.ofString(
                            "username=" + encode(username) + "&password=" + encode(password) + "&credentialId="));
            for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
                String next = answer.headers().firstValue("Location").orElse("");
                if (next.isEmpty()) {
                    throw new UnexpectedStatus(answer.statusCode(), "not let in");
                }
                URI target = answer.uri().resolve(next);
                answer = person.send(target, "GET", BodyPublishers.noBody());
                if (target.toString().startsWith(origin + "/login/oauth2/")) {
                    return person.session(target);
                }
            }
            throw new UnexpectedStatus(answer.statusCode(), "not let in");
        }
    }

    private String session(URI gateway) {
        return cookies.getOrDefault(gateway.getHost(), Map.of()).entrySet().stream()
                .filter(cookie -> cookie.getKey().matches("(__Host-)?SESSION"))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            String next = answer.headers().firstValue("Location").orElse("");
            if (next.isEmpty()) {
                return answer;
            }
            answer = send(answer.uri().resolve(next), "GET", BodyPublishers.noBody());
        }
        return answer;
    }

    private HttpResponse<String> send(URI target, String method, BodyPublisher body)
            throws IOException, InterruptedException {
        Map<String, String> known = cookies.computeIfAbsent(target.getHost(), _ -> new TreeMap<>());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(PATIENCE).method(method, body);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String pair = line.split(";", 2)[0];
            int equals = pair.indexOf('=');
            known.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
