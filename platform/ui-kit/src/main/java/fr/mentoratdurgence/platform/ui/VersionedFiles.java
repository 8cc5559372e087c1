package fr.mentoratdurgence.platform.ui;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;

/**
 * The addresses of styles and scripts as pages name them: with the beginning of the hash of their content, so that browsers
 * keep them for ever and still see a new one at once. The gateway, which answers them, hashes the same files.
 */
final class VersionedFiles implements UnaryOperator<String> {
    private static final int VERSION_DIGITS = 12;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public String apply(String path) {
        return addresses.computeIfAbsent(path, VersionedFiles::versioned);
    }

    private static String versioned(String path) {
        try {
            byte[] content = new ClassPathResource("static" + path).getContentAsByteArray();
            return path + "?v=" + Sha256.hex(content).substring(0, VERSION_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
