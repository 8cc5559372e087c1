package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.readmodel.RebuildProgress;
import fr.mentoratdurgence.platform.readmodel.RebuildState;
import java.time.Duration;
import java.util.function.Supplier;

/** Rebuilds read models of a service under test, for its story to look at. */
public final class Rebuilt {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Rebuilt() {}

    /** All read models of the service; what {@code rows} gives must be there before, and be the same after. */
    public static <T> void holdTheSame(ReadModels readModels, Supplier<T> rows) {
        T before = rows.get();
        all(readModels);
        assertThat(rows.get()).isEqualTo(before);
    }

    /** All read models of the service anew: what a test wrote over them is gone. */
    public static void all(ReadModels readModels) {
        readModels.names().forEach(name -> {
            var _ = readModels.start(name);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> readModels.progress(name).state() != RebuildState.RUNNING);
            RebuildProgress end = readModels.progress(name);
            assertThat(end.state()).as(end.toString()).isEqualTo(RebuildState.SWITCHED);
            assertThat(end.position()).isPositive();
        });
    }
}
