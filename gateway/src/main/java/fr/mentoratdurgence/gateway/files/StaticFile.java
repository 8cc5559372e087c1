package fr.mentoratdurgence.gateway.files;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.MediaType;

/** A file in memory, as it is and compressed once for all. */
final class StaticFile {
    private static final int VERSION_DIGITS = 12;

    private final byte[] bytes;
    /** Empty where compressing gains nothing. */
    private final byte[] packed;

    private final String version;
    private final MediaType type;

    StaticFile(byte[] bytes, MediaType type) {
        byte[] smaller = compressed(bytes);
        this.bytes = bytes;
        this.packed = smaller.length < bytes.length * 9L / 10 ? smaller : new byte[0];
        this.version = Sha256.hex(bytes).substring(0, VERSION_DIGITS);
        this.type = type;
    }

    /** Made of its content, as the pages of the services name it: see {@code VersionedFiles} of the ui-kit. */
    String version() {
        return version;
    }

    MediaType type() {
        return type;
    }

    boolean hasPacked() {
        return packed.length > 0;
    }

    /** To be read alone: it is the file itself. */
    byte[] content(boolean compressed) {
        return compressed ? packed : bytes;
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        try (var gzip = new Thorough(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Done once at the start, so as well as it can be done. */
    private static final class Thorough extends GZIPOutputStream {
        Thorough(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
