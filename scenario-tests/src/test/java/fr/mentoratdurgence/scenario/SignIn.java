package fr.mentoratdurgence.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody before the pages of Keycloak, by the requests that a browser would make. */
final class SignIn {
    /** Where the client of the test wants its people back; nothing listens there. */
    static final String BACK = "http://127.0.0.1:1/";

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final long STEP_SECONDS = 30;

    private final HttpClient browser = HttpClient.newHttpClient();
    /** A browser sends those for https only to this machine as well; the JDK's own jar would not. */
    private final Map<String, String> cookies = new TreeMap<>();

    private String page = "";
    private boolean back;

    /** Opens the login page for a client. */
    SignIn(String client) {
        take(HttpRequest.newBuilder(URI.create(RunningSystem.get().addresses().issuer()
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + client
                + "&redirect_uri=" + URLEncoder.encode(BACK, UTF_8))));
    }

    /** Fills the form that is there, and sends it. */
    SignIn send(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        take(HttpRequest.newBuilder(URI.create(found(ACTION).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return this;
    }

    /** Whether the client has this person back, logged in. */
    boolean isBack() {
        return back;
    }

    String page() {
        return page;
    }

    /** What the page gives to the application that makes codes. */
    String secret() {
        return found(SECRET);
    }

    /** The code of now, or of some steps later (RFC 6238). */
    static String code(String secret, int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS + later)
                    .array());
            int from = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC", impossible);
        }
    }

    private String found(Pattern wanted) {
        Matcher found = wanted.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no " + wanted + " in " + page);
        }
        return found.group(1);
    }

    private void take(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request);
        while (answer.statusCode() / 100 == 3) {
            String next = answer.headers().firstValue("Location").orElseThrow();
            if (next.startsWith(BACK)) {
                back = next.contains("code=");
                return;
            }
            answer = exchange(HttpRequest.newBuilder(URI.create(next)));
        }
        page = answer.body();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    browser.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
