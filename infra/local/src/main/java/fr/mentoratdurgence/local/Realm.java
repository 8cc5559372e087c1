package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm of the checkout, made to fit this run: its public origin, its own client secrets, and the accounts of the
 * demonstration, as a run of this launcher is never reached from elsewhere. infra/keycloak/start.sh does the same for
 * containers.
 */
final class Realm {
    private static final String ORIGIN_IN_FILE = "http://localhost:8080";
    private static final String LISTS = ".json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Realm() {}

    /**
     * Writes the file to import; says whether it differs from the one of the run before.
     *
     * @param source   folder of the realm's files
     * @param mailPort where letters are handed in
     */
    static boolean write(
            Path source, Path target, String publicOrigin, Map<String, String> clientSecrets, int mailPort) {
        try {
            ObjectNode realm = (ObjectNode) read(source.resolve("mentorat-realm.json"), publicOrigin);
            try (Stream<Path> lists = Files.list(source.resolve("demonstration"))) {
                // each named after the list that it goes into
                for (Path list : lists.sorted().toList()) {
                    String name = list.getFileName().toString().replace(LISTS, "");
                    ArrayNode entries = (ArrayNode) read(list, publicOrigin);
                    realm.set(name, entries.addAll(realm.withArray(name)));
                }
            }
            ((ObjectNode) realm.path("smtpServer")).put("host", "127.0.0.1").put("port", Integer.toString(mailPort));
            for (JsonNode client : realm.path("clients")) {
                String secret = clientSecrets.get(client.path("clientId").asString());
                if (secret != null) {
                    ((ObjectNode) client).put("secret", secret);
                }
            }
            byte[] fitted = JSON.writeValueAsString(realm).getBytes(StandardCharsets.UTF_8);
            boolean changed = Files.exists(target) && !Arrays.equals(Files.readAllBytes(target), fitted);
            PrivateFiles.write(target, fitted);
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file, String publicOrigin) throws IOException {
        return JSON.readTree(Files.readString(file).replace(ORIGIN_IN_FILE, publicOrigin));
    }
}
