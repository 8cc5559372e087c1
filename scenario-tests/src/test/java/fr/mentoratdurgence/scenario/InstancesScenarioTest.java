package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.local.LocalSystem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two processes of one service share its work behind the gateway. */
class InstancesScenarioTest {
    private static final String NEEDS = "/api/needs/v1/needs";

    private static final int VISITORS = 4;
    /** No status: the page began, and its end never came. */
    private static final int BROKEN_OFF = 0;

    @Test
    void of_two_instances_one_is_killed_under_load_no_page_fails_and_each_declared_need_is_there_once() {
        LocalSystem system = RunningSystem.get().system();
        PartInstance second = new PartInstance(Part.NEEDS, 2);
        Caller school = Caller.as("ecole");
        int before = school.get(NEEDS).json().size();
        var pages = new ConcurrentHashMap<Integer, Integer>();
        var going = new AtomicBoolean(true);
        int declared = 0;
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                IntStream.range(0, VISITORS)
                        .forEach(_ -> visitors.execute(() -> {
                            while (going.get()) {
                                pages.merge(statusOfAPage(), 1, Integer::sum);
                            }
                        }));
                declared += declare(school);
                await().until(() -> pages.getOrDefault(200, 0) > 20);

                system.kill(second);
                for (int i = 0; i < 5; i++) {
                    declared += declare(school);
                }
                int seen = pages.getOrDefault(200, 0);
                await().atMost(Duration.ofMinutes(1)).until(() -> pages.getOrDefault(200, 0) > seen + 20);

                system.start(second);
                declared += declare(school);
            } finally {
                going.set(false);
            }
        }

        assertThat(pages.getOrDefault(BROKEN_OFF, 0))
                .as("pages of which a part had been sent when it was killed: one per visitor at most")
                .isLessThanOrEqualTo(VISITORS);
        pages.remove(BROKEN_OFF);
        assertThat(pages.keySet()).as("statuses of pages").containsExactly(200);
        assertThat(school.get(NEEDS).json().size()).isEqualTo(before + declared);
    }

    private static int statusOfAPage() {
        try {
            return Caller.anonymous().getPage("/besoins/declarer").status();
        } catch (UncheckedIOException brokenOff) {
            return BROKEN_OFF;
        }
    }

    /** As a good client does: whoever gets no answer asks again under the same key. */
    private static int declare(Caller school) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> school.post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line()), key)
                                .status()
                        == 201);
        return 1;
    }
}
