package fr.mentoratdurgence.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of 32 bytes, each with its id, as a setting writes them: {@code id:<base64>}, separated by commas. The first one
 * writes, all of them read, so that keys can be exchanged without a moment at which somebody cannot read.
 */
public final class KeyRing {
    private static final int BYTES = 32;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * The keys of a setting.
     *
     * @param setting its name, for who has to mend it
     * @throws IllegalArgumentException where a key has the wrong shape; its value is not in the message
     */
    public KeyRing(String setting, String written) {
        for (String entry : written.split(",", -1)) {
            int colon = entry.indexOf(':');
            if (colon < 1) {
                throw misshapen(setting);
            }
            keys.put(entry.substring(0, colon).strip(), bytes(setting, entry.substring(colon + 1)));
        }
        this.current = keys.keySet().iterator().next();
    }

    private KeyRing(Map<String, byte[]> keys, String current) {
        this.keys.putAll(keys);
        this.current = current;
    }

    /**
     * Keys for one purpose, under the same ids: what is sealed or marked with these, no others open or recognise.
     *
     * @param purpose its name, the same for ever
     */
    public KeyRing forPurpose(String purpose) {
        Map<String, byte[]> derived = new LinkedHashMap<>();
        keys.forEach((id, key) -> derived.put(id, Mark.of(key, purpose.getBytes(UTF_8))));
        return new KeyRing(derived, current);
    }

    private static byte[] bytes(String setting, String written) {
        try {
            byte[] bytes = Base64.getDecoder().decode(written.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // the decoder's message shows what it could not read
        }
        throw misshapen(setting);
    }

    private static IllegalArgumentException misshapen(String setting) {
        return new IllegalArgumentException(setting + " must be id:<base64 of 32 bytes>, separated by commas");
    }

    /** Id of the one that writes. */
    public String current() {
        return current;
    }

    /** Ids of all of them, that of the one that writes first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    /** The one that writes. */
    public byte[] writing() {
        return all().getFirst();
    }

    /** The one of this id, if it is known. */
    public Optional<byte[]> of(String id) {
        return Optional.ofNullable(keys.get(id)).map(byte[]::clone);
    }

    /** All of them, the one that writes first. */
    public List<byte[]> all() {
        return keys.values().stream().map(byte[]::clone).toList();
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
