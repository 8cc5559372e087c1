package fr.mentoratdurgence.matching.proposing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random histories of the pure rules: people, runs and deadlines act at the same time on a small world, and whatever
 * the order, the stored events alone keep every invariant. A seed that fails can be played again.
 */
@Tag("reliability")
class SimulatorTest {
    /** A longer run asks for more, for example {@code -Dmentorat.histories=100000}. */
    private static final int HISTORIES = Integer.getInteger("mentorat.histories", 25_000);

    private static final int SEARCH = 3_000;

    @Test
    void no_history_gives_anything_twice_or_loses_it() {
        LongStream.range(0, HISTORIES)
                .mapToObj(seed -> Simulation.play(seed, Simulation.Fault.NONE))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(broken -> fail(broken));
    }

    @Test
    void the_same_seed_plays_the_same_history() {
        assertThat(Simulation.log(7, Simulation.Fault.NONE))
                .isNotEmpty()
                .isEqualTo(Simulation.log(7, Simulation.Fault.NONE));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_fault_is_found(Simulation.Fault fault) {
        assertThat(LongStream.range(0, SEARCH)
                        .mapToObj(seed -> Simulation.play(seed, fault))
                        .flatMap(Optional::stream)
                        .findFirst())
                .as("histories that break under %s", fault)
                .isPresent();
    }
}
