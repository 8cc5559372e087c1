package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Keys and passwords of this installation: drawn once, kept in one file that only its owner may read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** Those of the run in this directory. */
    public static Secrets in(Path directory) {
        var secrets = new Secrets(directory.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try (var reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** A secret of 43 characters that are safe in URLs and shells. */
    public synchronized String word(String name) {
        return kept(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes()));
    }

    /** A list of keys as the services expect it, the first one being current. */
    public synchronized String keys(String name) {
        return kept(name, () -> "k1:" + Base64.getEncoder().encodeToString(bytes()));
    }

    /** A new key in front of a list, which seals from the next start on; answers with its id. */
    public synchronized String newKey(String name) {
        String known = keys(name);
        int last = 0;
        for (String key : known.split(",", -1)) {
            String number = key.substring(0, key.indexOf(':')).replaceAll("\\D", "");
            last = Math.max(last, number.isEmpty() ? 0 : Integer.parseInt(number));
        }
        String id = "k" + (last + 1);
        values.setProperty(name, id + ":" + Base64.getEncoder().encodeToString(bytes()) + "," + known);
        save();
        return id;
    }

    /** Leaves the key in force alone in its list, from the next start on. */
    public synchronized void dropOlderKeys(String name) {
        values.setProperty(name, keys(name).split(",", -1)[0]);
        save();
    }

    private static byte[] bytes() {
        byte[] drawn = new byte[32];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    private String kept(String name, Supplier<String> draw) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String drawn = draw.get();
        values.setProperty(name, drawn);
        save();
        return drawn;
    }

    private void save() {
        try {
            try (var writer = Files.newBufferedWriter(PrivateFiles.file(file))) {
                values.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
