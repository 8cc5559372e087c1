package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.PublisherPositions;
import fr.mentoratdurgence.reporting.history.SealingState;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two instances of the service on one database: in one folder first, then in a bucket, while facts go on coming. */
@Tag("reliability")
class TwoInstancesTest {
    private static final List<Told> SEASON = Season.of(3, 4);
    private static final Instant END = SEASON.getLast().at();
    private static final String OPERATION = "spring";
    private static final BucketSettings NO_BUCKET =
            new BucketSettings("", "", "eu-west-3", "", "", "", Duration.ofSeconds(4));

    private final LocalParts.Database parts = LocalParts.database();
    private final DataSource database = new DriverManagerDataSource(parts.url(), parts.user(), parts.password());
    private final JdbcClient db = JdbcClient.create(database);
    private final History history = new History(database, Clock.systemUTC());

    /** One of them. */
    private record Instance(SegmentStore store, SealedHistory sealed, Sealer sealer, SealingState state)
            implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void two_instances_seal_each_day_once_and_answer_the_same_figures(@TempDir Path root) {
        var _ = Flyway.configure()
                .dataSource(parts.url(), parts.owner(), parts.ownerPassword())
                .locations("classpath:db/platform", "classpath:db/migration")
                .placeholders(Map.of("application", parts.user()))
                .outOfOrder(true)
                .load()
                .migrate();
        for (String topic : List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1")) {
            db.sql("insert into publisher_position values (?, 0, 1, 'test', '2030-01-01', 1)")
                    .param(topic)
                    .update();
        }
        Path folder = root.resolve("segments");
        int half = SEASON.size() / 2;
        seal(SEASON.subList(0, half), () -> instance(folder, NO_BUCKET));
        List<Line> inFolder = new SealedHistory(folder, OPERATION).manifest().lines();
        assertThat(inFolder).isNotEmpty();

        try (ObjectStore store = ObjectStore.on(root.resolve("store"))) {
            seal(SEASON.subList(half, SEASON.size()), () -> instance(folder, store.bucket("spring-2020")));
            try (Instance again = instance(folder, store.bucket("spring-2020"))) {
                assertThat(again.sealed().wholeManifest().lines()).startsWith(inFolder.toArray(new Line[0]));
            }
        }
    }

    /** Both at once, until all facts are sealed that are heard meanwhile. */
    private void seal(List<Told> facts, Supplier<Instance> another) {
        AtomicBoolean heard = new AtomicBoolean();
        try (Instance one = another.get();
                Instance other = another.get();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> both = Stream.of(one, other)
                    .map(instance -> CompletableFuture.runAsync(() -> goesOn(instance, heard), threads))
                    .toList();
            // each day in two halves, so that some are sealed before all of them is there
            for (int i = 0; i < facts.size(); i += 2) {
                Season.know(db, facts.get(i), Instant.now());
            }
            for (int i = 1; i < facts.size(); i += 2) {
                Season.know(db, facts.get(i), Instant.now());
            }
            heard.set(true);
            both.forEach(CompletableFuture::join);

            List<Line> lines = one.sealed().wholeManifest().lines();
            assertThat(lines).isEqualTo(other.sealed().wholeManifest().lines());
            assertThat(lines.stream().map(line -> line.day() + " " + line.part()))
                    .doesNotHaveDuplicates();
            assertThat(lines.stream().mapToLong(Line::facts).sum())
                    .as("no fact twice")
                    .isEqualTo(known());
            assertThat(hash(one.sealed().ledger(Cut.at(END), 1)))
                    .isEqualTo(hash(other.sealed().ledger(Cut.at(END), 1)))
                    .isEqualTo(hash(history.ledger(Cut.at(END))));
            assertThat(one.state().goesOn() || other.state().goesOn())
                    .as("neither was stopped")
                    .isFalse();
        }
    }

    private void goesOn(Instance instance, AtomicBoolean heard) {
        long sealed = 0;
        while (!heard.get() || sealed < known()) {
            instance.sealer().sealWhatIsComplete();
            // whoever waits for the other to move in has no witness of it yet
            sealed = new SealedHistory(instance.store(), OPERATION, null)
                    .manifest().lines().stream().mapToLong(Line::facts).sum();
        }
    }

    private long known() {
        return db.sql("select count(*) from history").query(Long.class).single();
    }

    private static String hash(Ledger ledger) {
        return Bilans.of(ledger, END).hash();
    }

    private Instance instance(Path folder, BucketSettings bucket) {
        SegmentStore store = SegmentStore.of(folder, bucket);
        SealedHistory sealed = new SealedHistory(store, OPERATION, new Witness(database));
        StaticMessageSource texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        SealingState state = new SealingState();
        Sealer sealer = new Sealer(
                history,
                new PublisherPositions(db),
                sealed,
                state,
                database,
                Clock.systemUTC(),
                new Texts(texts),
                new SegmentsSettings(Duration.ofHours(1), folder, OPERATION, bucket));
        return new Instance(store, sealed, sealer, state);
    }
}
