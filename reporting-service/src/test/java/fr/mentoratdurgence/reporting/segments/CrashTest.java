package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.reporting.Season;
import fr.mentoratdurgence.reporting.Season.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine dies while days are sealed; whatever was lost that was not yet on the disk, sealing goes on as if not. */
@Tag("reliability")
class CrashTest {
    private static final List<Told> SEASON = Season.of(3, 8).subList(0, 30);
    private static final int SEEDS = 60;

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies before one of its operations, or half way through it; what was never synced may be torn. */
    private static final class FragileFolder extends Folder {
        private final Random random;
        private int operationsLeft;
        private Path unsynced = Path.of("");

        FragileFolder(Path path, int operationsLeft, Random random) {
            super(path);
            this.operationsLeft = operationsLeft;
            this.random = random;
        }

        @Override
        public Path temporary(String name) throws IOException {
            die();
            unsynced = super.temporary(name);
            return unsynced;
        }

        @Override
        void write(Path file, String text) throws IOException {
            super.write(file, text);
            die();
        }

        @Override
        void sync(Path file) throws IOException {
            die();
            super.sync(file);
            unsynced = Path.of("");
        }

        @Override
        void publish(Path temporary, String name) throws IOException {
            die();
            super.publish(temporary, name);
            die();
        }

        @Override
        public void discard(Path temporary) {
            // nobody tidies up on a machine that is dead
        }

        private void die() throws IOException {
            if (operationsLeft-- > 0) {
                return;
            }
            if (Files.isRegularFile(unsynced) && random.nextBoolean()) {
                byte[] all = Files.readAllBytes(unsynced);
                Files.write(unsynced, Arrays.copyOf(all, random.nextInt(all.length + 1)));
            }
            throw new PowerCut();
        }
    }

    @Test
    void nothing_is_half_sealed_wherever_the_machine_dies(@TempDir Path root) throws IOException {
        SealedHistory never = SealedHistoryTest.sealAll(root.resolve("never"), SEASON);
        String hash = never.manifest().hash();
        int days = SealedHistoryTest.days(SEASON).size();
        int cuts = 0;

        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Path folder = root.resolve("seed-" + seed);
            boolean done = false;
            while (!done) {
                Folder fragile = new FragileFolder(folder, random.nextInt(days * 9), random);
                try {
                    sealAll(new SealedHistory(fragile, "spring", null));
                    done = true;
                } catch (PowerCut _) {
                    cuts++;
                    // what the manifest names is whole, at any moment
                    new SealedHistory(folder, "spring").check((_, _) -> {});
                }
            }
            SealedHistory healed = new SealedHistory(folder, "spring");
            assertThat(healed.manifest().hash()).isEqualTo(hash);
            healed.check((_, _) -> {});
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
            }
        }
        assertThat(cuts).isGreaterThanOrEqualTo(50);
    }

    private static void sealAll(SealedHistory sealed) {
        List<LocalDate> sealedDays =
                sealed.manifest().lines().stream().map(Manifest.Line::day).toList();
        for (LocalDate day : SealedHistoryTest.days(SEASON)) {
            if (sealedDays.contains(day)) {
                continue;
            }
            sealed.seal(day, SealedHistoryTest.source(SEASON));
        }
    }
}
