package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The column of consumers in {@code contracts/README.md} says what the tables of the inboxes say. */
public final class Consumers {
    private static final Path TABLE = Path.of("../contracts/README.md");

    private Consumers() {}

    /** @param heard names of the contracts that this consumer does something about */
    public static void check(String consumer, Set<String> heard) throws IOException {
        Set<String> written = new TreeSet<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 5
                    && Arrays.asList(cells[5].strip().split("[,;] ", -1)).contains(consumer)) {
                written.add(cells[1].strip().replace("`", ""));
            }
        }
        assertThat(written).as("what %s hears, in %s", consumer, TABLE).isEqualTo(new TreeSet<>(heard));
    }
}
