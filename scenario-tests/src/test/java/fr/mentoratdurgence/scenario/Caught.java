package fr.mentoratdurgence.scenario;

import fr.mentoratdurgence.cli.LocalAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The letters that the mail server of a run has caught, oldest first. */
record Caught(List<JsonNode> letters) {

    static Caught of(LocalAddresses addresses) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String caught = client.send(
                            HttpRequest.newBuilder(URI.create(addresses.caughtLetters() + "/api/lettres"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new Caught(JsonMapper.shared().readTree(caught).valueStream().toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    List<JsonNode> ofKind(String kind) {
        return letters.stream()
                .filter(letter -> letter.path("kind").asString().equals(kind))
                .toList();
    }

    List<JsonNode> to(String address, String kind) {
        return ofKind(kind).stream()
                .filter(letter -> letter.path("to").asString().equals(address))
                .toList();
    }
}
