package fr.mentoratdurgence.reporting.segments;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A sealed history that tells each thing that it does to its folder, before and after. */
public final class WatchedHistory {
    private WatchedHistory() {}

    public static SealedHistory of(Path path, String operation, @Nullable Witness witness, Runnable point) {
        return new SealedHistory(
                new Folder(path) {
                    @Override
                    public Path temporary(String name) throws IOException {
                        point.run();
                        return super.temporary(name);
                    }

                    @Override
                    void write(Path file, String text) throws IOException {
                        point.run();
                        super.write(file, text);
                    }

                    @Override
                    void sync(Path file) throws IOException {
                        point.run();
                        super.sync(file);
                        point.run();
                    }

                    @Override
                    void publish(Path temporary, String name) throws IOException {
                        super.publish(temporary, name);
                        point.run();
                    }
                },
                operation,
                witness);
    }
}
