package fr.mentoratdurgence.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm file of the checkout, made to fit this run: its public origin and its own client secrets. */
final class Realm {
    private static final String ORIGIN_IN_FILE = "http://localhost:8080";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Realm() {}

    /** Writes the file to import; says whether it differs from the one of the run before. */
    static boolean write(Path source, Path target, String publicOrigin, Map<String, String> clientSecrets) {
        try {
            String text = Files.readString(source).replace(ORIGIN_IN_FILE, publicOrigin);
            JsonNode realm = JSON.readTree(text);
            for (JsonNode client : realm.path("clients")) {
                String secret = clientSecrets.get(client.path("clientId").asString());
                if (secret != null) {
                    ((ObjectNode) client).put("secret", secret);
                }
            }
            byte[] fitted = JSON.writeValueAsString(realm).getBytes(StandardCharsets.UTF_8);
            boolean changed = Files.exists(target) && !Arrays.equals(Files.readAllBytes(target), fitted);
            Files.createDirectories(target.getParent());
            Files.write(target, fitted);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
