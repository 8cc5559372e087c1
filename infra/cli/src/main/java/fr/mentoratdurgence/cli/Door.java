package fr.mentoratdurgence.cli;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public APIs of an installation: on this machine used by people of the demonstration with their own tokens,
 * elsewhere by who is signed in there.
 */
public final class Door {
    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int ACCEPTED = 202;
    private static final String JOBS = "/jobs/";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int TRIES = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String origin;
    private final Bearers bearers;
    private final Web web;

    /** A door to the system at these addresses. */
    public Door(LocalAddresses addresses, Clock clock) {
        this.origin = addresses.origin();
        this.web = new Web();
        this.bearers = new DemonstrationAccounts(addresses, clock, web);
    }

    /** A door to an installation for who is signed in there. */
    Door(String origin, Bearers bearers, Web web) {
        this.origin = origin;
        this.bearers = bearers;
        this.web = web;
    }

    /** The address that people type. */
    public String origin() {
        return origin;
    }

    /** A token that is good for now, for who asks in another way than this door does. */
    public String token(String account) {
        return bearers.token(account);
    }

    /** What this account sees at a path of the gateway. */
    public JsonNode get(String account, String path) {
        return send(account, path, "GET", "", new byte[0]);
    }

    /** Sends JSON as this account. */
    public JsonNode post(String account, String path, Map<String, ?> body) {
        return send(account, path, "POST", "application/json", JSON.writeValueAsBytes(body));
    }

    /** Deletes as this account. */
    public JsonNode delete(String account, String path) {
        return send(account, path, "DELETE", "", new byte[0]);
    }

    /** Sends a JSON file as this account. */
    public JsonNode postJson(String account, String path, String json) {
        return send(account, path, "POST", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a CSV file as this account. */
    public JsonNode postCsv(String account, String path, String csv) {
        return postCsv(account, path, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a CSV file as it is, in whatever encoding: the service reads what spreadsheets write. */
    public JsonNode postCsv(String account, String path, byte[] csv) {
        return send(account, path, "POST", "text/csv", csv);
    }

    /** Sends JSON as somebody without an account. */
    public JsonNode postPublicly(String path, Map<String, ?> body) {
        return send("", path, "POST", "application/json", JSON.writeValueAsBytes(body));
    }

    /** Brings a file as this account sees it. */
    void fetch(String account, String path, Path target) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Web.TIMEOUT)
                .header("Authorization", "Bearer " + bearers.token(account))
                .build();
        var answer = web.exchange(
                request,
                head -> head.statusCode() == 200
                        ? HttpResponse.BodySubscribers.mapping(
                                BodyHandlers.ofFile(target).apply(head), _ -> "")
                        : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new StepRefused("GET", path, answer.statusCode(), Web.read(answer.body()));
        }
    }

    /** All of a list that this account sees, portion by portion to its end. */
    public List<JsonNode> all(String account, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            HttpResponse<String> portion = answer(account, next, "GET", "", new byte[0]);
            rows.addAll(Web.read(portion.body()).values());
            Matcher link = NEXT.matcher(portion.headers().firstValue("Link").orElse(""));
            next = link.find() ? link.group(1) : "";
        }
        return rows;
    }

    private JsonNode send(String account, String path, String method, String type, byte[] body) {
        HttpResponse<String> answer = answer(account, path, method, type, body);
        String job = answer.statusCode() == ACCEPTED
                ? answer.headers().firstValue("Location").orElse("")
                : "";
        return job.contains(JOBS) ? ended(account, job) : Web.read(answer.body());
    }

    /** What is not refused; waits where that helps. */
    private HttpResponse<String> answer(String account, String path, String method, String type, byte[] body) {
        URI target = URI.create(origin + path);
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            var request = HttpRequest.newBuilder(target).timeout(Web.TIMEOUT).header("Accept", "application/json");
            if (!account.isEmpty()) {
                request.header("Authorization", "Bearer " + bearers.token(account));
            }
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            var answer = web.exchange(
                    request.method(method, BodyPublishers.ofByteArray(body)).build());
            int status = answer.statusCode();
            if (status < 300) {
                return answer;
            }
            if (status == UNAUTHORISED && !renewed && bearers.renew()) {
                renewed = true;
                continue;
            }
            boolean mayComeBack = status == TOO_MANY || (status == UNAVAILABLE && method.equals("GET"));
            if (!mayComeBack || attempt >= TRIES) {
                throw new StepRefused(method, path, status, Web.read(answer.body()));
            }
            pause(retryAfter(answer));
        }
    }

    /** Waits for work that takes longer than an answer may, for as long as it takes, and says how far it is. */
    private JsonNode ended(String account, String job) {
        int shown = 0;
        while (true) {
            JsonNode now = get(account, job);
            if (!now.path("endedAt").isNull()) {
                return get(account, job + "/result"); // or the refusal, as it would have been said at once
            }
            int done = now.path("done").asInt();
            if (done > shown) {
                System.err.println(
                        Texts.say("travail.avance", done, now.path("total").asInt()));
                shown = done;
            }
            pause(LOOK_AGAIN);
        }
    }

    /**
     * Gives a new account of the demonstration the password that all of them have, as an administrator
     * of Keycloak would: a real mentor chooses it at the first login. Answers with the address of the account.
     */
    public String setDemonstrationPassword(String username, String administratorPassword) {
        if (bearers instanceof DemonstrationAccounts demonstration) {
            return demonstration.setPassword(username, administratorPassword);
        }
        throw new IllegalStateException("only the demonstration on this machine has such accounts");
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        return Duration.ofSeconds(Math.min(seconds, 10));
    }

    /** Waits, unless all is being stopped. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("arret.en.cours");
        }
    }
}
