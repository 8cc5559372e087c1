package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilans;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Days are sealed in a bucket as they are in a folder, whatever becomes of the store meanwhile. */
@Tag("reliability")
class BucketTest {
    private static final String OPERATION = "spring";
    private static final List<Told> SEASON = Season.of(3, 4);
    private static final Instant END = SEASON.getLast().at();
    private static final int ROUNDS = Integer.getInteger("rounds", 1);

    @TempDir
    static Path root;

    private static ObjectStore store;

    private String prefix = "";

    @BeforeAll
    static void a_store_runs() {
        store = ObjectStore.on(root.resolve("store"));
    }

    @AfterAll
    static void it_ends() {
        store.close();
    }

    @BeforeEach
    void each_has_a_place_of_its_own(TestInfo test) {
        prefix = "a/" + test.getTestMethod().orElseThrow().getName().hashCode() + "/";
    }

    @AfterEach
    void nothing_brought_is_left() throws IOException {
        try (Stream<Path> left = Files.list(work())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_bucket_holds_what_a_folder_holds_and_gives_it_back(@TempDir Path folder, @TempDir Path exported) {
        SealedHistory inFolder = SealedHistoryTest.sealAll(folder, SEASON);
        try (Bucket bucket = bucket()) {
            SealedHistory sealed = sealAll(bucket);

            assertThat(sealed.wholeManifest().hash())
                    .isEqualTo(inFolder.manifest().hash());
            assertThat(hash(sealed)).isEqualTo(Season.bilan(SEASON, END).hash());
            assertThat(sealed.copyTo(exported).hash())
                    .isEqualTo(inFolder.manifest().hash());
        }
        assertThat(SealedHistory.brought(exported).wholeManifest().lines())
                .isEqualTo(inFolder.manifest().lines());
    }

    @Test
    void days_of_a_folder_go_on_in_a_bucket(@TempDir Path folder) {
        LocalDate half = day(SEASON.get(SEASON.size() / 2));
        SealedHistory before = SealedHistoryTest.sealAll(
                folder, SEASON.stream().filter(told -> day(told).isBefore(half)).toList());
        try (Bucket bucket = bucket()) {
            SealedHistory sealed = new SealedHistory(bucket, OPERATION, null);
            sealed.continueFrom(folder);
            assertThat(sealed.manifest().lines()).isEqualTo(before.manifest().lines());

            sealed.continueFrom(folder);
            sealAll(bucket);
            sealed.continueFrom(folder);
            assertThat(hash(sealed)).isEqualTo(Season.bilan(SEASON, END).hash());
        }
    }

    @Test
    void of_two_instances_that_seal_at_the_same_time_one_gives_way_and_no_day_is_there_twice() throws Exception {
        try (Bucket one = bucket();
                Bucket other = bucket();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier together = new CyclicBarrier(2);
            // one has not heard of everything yet
            List<Told> fewer = IntStream.range(0, SEASON.size())
                    .filter(i -> i % 3 > 0)
                    .mapToObj(SEASON::get)
                    .toList();
            var first = threads.submit(() -> sealTogether(one, SEASON, together));
            var second = threads.submit(() -> sealTogether(other, fewer, together));
            assertThat(first.get() && second.get()).isTrue();
            SealedHistory history = new SealedHistory(one, OPERATION, null);
            List<Line> raced = history.wholeManifest().lines();
            SealedHistoryTest.days(SEASON).forEach(day -> history.seal(day, SealedHistoryTest.source(SEASON)));

            List<Line> lines = history.wholeManifest().lines();
            assertThat(lines).startsWith(raced.toArray(new Line[0]));
            assertThat(lines.stream().map(line -> line.day() + " " + line.part()))
                    .doesNotHaveDuplicates();
            assertThat(lines.stream().mapToLong(Line::facts).sum()).isEqualTo(SEASON.size());
            assertThat(hash(history)).isEqualTo(Season.bilan(SEASON, END).hash());
            assertThat(hash(new SealedHistory(other, OPERATION, null))).isEqualTo(hash(history));
        }
    }

    private static LocalDate day(Told told) {
        return LocalDate.ofInstant(told.at(), ZoneOffset.UTC);
    }

    private static boolean sealTogether(Bucket bucket, List<Told> facts, CyclicBarrier together) throws Exception {
        SealedHistory sealed = new SealedHistory(bucket, OPERATION, null);
        for (LocalDate day : SealedHistoryTest.days(SEASON)) {
            sealed.seal(day, (of, taker) -> {
                try {
                    // both have read the manifest
                    together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
                SealedHistoryTest.source(facts).read(of, taker);
            });
        }
        return true;
    }

    @Test
    void what_was_left_without_a_line_is_taken_up_or_passed_by() throws IOException {
        LocalDate day = SealedHistoryTest.days(SEASON).first();
        List<Told> fewer =
                SEASON.stream().filter(told -> !told.equals(SEASON.getFirst())).toList();
        try (Bucket bucket = bucket()) {
            leave(bucket, day, SEASON);
            Line same = new SealedHistory(bucket, OPERATION, null)
                    .seal(day, SealedHistoryTest.source(SEASON))
                    .orElseThrow();
            assertThat(same.file()).isEqualTo(day + ".1.parquet");
        }
        prefix = prefix + "other/";
        try (Bucket bucket = bucket()) {
            leave(bucket, day, fewer);
            SealedHistory sealed = sealAll(bucket);
            assertThat(sealed.manifest().lines().getFirst().file()).isEqualTo(day + ".1-2.parquet");
            assertThat(hash(sealed)).isEqualTo(Season.bilan(SEASON, END).hash());
        }
    }

    /** As an instance does that is killed between a segment and its line. */
    private void leave(Bucket bucket, LocalDate day, List<Told> facts) throws IOException {
        SealedHistory elsewhere = new SealedHistory(root.resolve("left").resolve(prefix), OPERATION);
        Line line = elsewhere.seal(day, SealedHistoryTest.source(facts)).orElseThrow();
        assertThat(bucket.addSegment(elsewhere.file(line), line)).isTrue();
        assertThat(new SealedHistory(bucket, OPERATION, null).manifest().lines())
                .as("no line, no day")
                .isEmpty();
    }

    @Test
    void killed_while_days_are_sealed_it_loses_none_and_none_is_there_twice(@TempDir Path folder) {
        String whole = SealedHistoryTest.sealAll(folder, SEASON).manifest().hash();
        Random random = new Random(4);
        Set<Code> faults = EnumSet.noneOf(Code.class);
        int kills = 0;
        for (int round = 0; round < 2 * ROUNDS; round++) {
            prefix = "killed/" + round;
            try (Bucket bucket = bucket();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<Void> sealing =
                        CompletableFuture.runAsync(() -> sealWhateverHappens(bucket, faults), threads);
                SealedHistory reader = new SealedHistory(bucket, OPERATION, null);
                int lines = random.nextInt(20);
                await().pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                        .until(() ->
                                sealing.isDone() || reader.manifest().lines().size() >= lines);
                kills += sealing.isDone() ? 0 : 1;
                store.kill();
                store.start();
                sealing.join();

                assertThat(reader.wholeManifest().hash()).isEqualTo(whole);
                assertThat(hash(reader)).isEqualTo(Season.bilan(SEASON, END).hash());
            }
        }
        assertThat(kills).isPositive();
        assertThat(faults).isSubsetOf(Code.BUCKET_AWAY);
    }

    private static void sealWhateverHappens(Bucket bucket, Set<Code> faults) {
        while (true) {
            try {
                sealAll(bucket);
                return;
            } catch (SegmentFault fault) {
                faults.add(fault.fault());
            }
        }
    }

    @Test
    void frozen_it_is_told_in_time_and_slow_it_is_waited_for() {
        try (Bucket bucket = new Bucket(store.bucket(prefix, "secret-of-tests", Duration.ofMillis(400)), work())) {
            SealedHistory sealed = new SealedHistory(bucket, OPERATION, null);
            LocalDate day = SealedHistoryTest.days(SEASON).first();
            assertThat(sealed.seal(day, SealedHistoryTest.source(SEASON))).isPresent();

            store.freeze();
            try {
                long before = System.nanoTime();
                refuses(Code.BUCKET_AWAY, sealed::manifest);
                refuses(Code.BUCKET_AWAY, () -> sealed.seal(day, SealedHistoryTest.source(SEASON)));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
            } finally {
                store.thaw();
            }
            assertThat(sealed.wholeManifest().lines()).hasSize(1);
        }
        AtomicBoolean slow = new AtomicBoolean(true);
        try (Bucket bucket = bucket();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slowed = CompletableFuture.runAsync(() -> stutters(slow), threads);
            SealedHistory sealed = new SealedHistory(bucket, OPERATION, null);
            LocalDate day = SealedHistoryTest.days(SEASON).last();
            assertThat(sealed.seal(day, SealedHistoryTest.source(SEASON))).isPresent();
            assertThat(sealed.wholeManifest().lines()).hasSize(2);
            slow.set(false);
            slowed.join();
        }
    }

    /** Answers for a tenth of the time. */
    private static void stutters(AtomicBoolean goingOn) {
        while (goingOn.get()) {
            store.freeze();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            store.thaw();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void a_changed_object_a_missing_one_and_a_lost_line_are_told() throws IOException {
        try (Bucket bucket = bucket()) {
            SealedHistory sealed = sealAll(bucket);
            Line line = sealed.wholeManifest().lines().get(1);
            Path object = root.resolve("store").resolve("jours-scelles").resolve(prefix + line.file());
            byte[] bytes = Files.readAllBytes(object);

            byte[] changed = bytes.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(object, changed);
            refuses(Code.SEGMENT_CHANGED, sealed::wholeManifest);
            Files.delete(object);
            refuses(Code.SEGMENT_MISSING, sealed::wholeManifest);
            Files.write(object, bytes);
            sealed.check((_, _) -> {});

            Path second = object.resolveSibling("manifest").resolve("000002.json");
            byte[] text = Files.readAllBytes(second);
            Files.delete(second);
            refuses(Code.MANIFEST_CHANGED, sealed::manifest);
            Files.write(second, text);
            sealed.wholeManifest();
        }
    }

    @Test
    void a_wrong_key_a_bucket_that_is_not_there_and_one_that_overwrites_are_told() throws IOException {
        LocalDate day = SealedHistoryTest.days(SEASON).first();
        try (Bucket bucket = new Bucket(store.bucket(prefix, "another", Duration.ofSeconds(5)), work())) {
            refuses(Code.BUCKET_REFUSES, new SealedHistory(bucket, OPERATION, null)::manifest);
        }
        HttpServer careless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        careless.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = exchange.getRequestMethod().equals("GET")
                    ? "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>".getBytes(UTF_8)
                    : new byte[0];
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        careless.start();
        BucketSettings settings = new BucketSettings(
                "b",
                "http://127.0.0.1:" + careless.getAddress().getPort(),
                "eu-west-3",
                "",
                "key",
                "secret",
                Duration.ofSeconds(5));
        try (Bucket bucket = new Bucket(settings, work())) {
            refuses(
                    Code.BUCKET_OVERWRITES,
                    () -> new SealedHistory(bucket, OPERATION, null).seal(day, SealedHistoryTest.source(SEASON)));
        } finally {
            careless.stop(0);
        }
    }

    private static void refuses(Code code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .asInstanceOf(type(SegmentFault.class))
                .extracting(SegmentFault::fault)
                .isEqualTo(code);
    }

    private static Path work() {
        return root.resolve("work");
    }

    private Bucket bucket() {
        return new Bucket(store.bucket(prefix), work());
    }

    private static SealedHistory sealAll(Bucket bucket) {
        SealedHistory sealed = new SealedHistory(bucket, OPERATION, null);
        List<LocalDate> done = sealed.manifest().lines().stream().map(Line::day).toList();
        for (LocalDate day : SealedHistoryTest.days(SEASON)) {
            if (!done.contains(day)) {
                sealed.seal(day, SealedHistoryTest.source(SEASON));
            }
        }
        return sealed;
    }

    private static String hash(SealedHistory sealed) {
        return Bilans.of(sealed.ledger(Cut.at(END), 1), END).hash();
    }
}
