package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * Whether an address answers: asked without its body first, and with it where a site does not know that. Nothing of the
 * answer is read or kept.
 */
final class LinkLook implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A site that answers so may well be there for a browser. */
    private static final Set<Integer> ASK_AGAIN = Set.of(403, 404, 405, 406, 501);

    private static final int FIRST_FAILURE = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NORMAL)
            .build();

    boolean answers(String address) {
        try {
            int status = ask("HEAD", address);
            return status < FIRST_FAILURE || (ASK_AGAIN.contains(status) && ask("GET", address) < FIRST_FAILURE);
        } catch (IOException | IllegalArgumentException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("arret.en.cours");
        }
    }

    private int ask(String method, String address) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(PATIENCE)
                                .header("User-Agent", "mentorat-d-urgence-liens/1")
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
