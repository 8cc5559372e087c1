package fr.mentoratdurgence.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.test.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

@ServiceTest
class BilanPdfTest {
    @Autowired
    private BilanPdf pdf;

    @Autowired
    private ApplicationAvailability availability;

    @Test
    void the_engine_is_warm_soon_after_the_start_though_nobody_asked_and_nobody_waited_for_it() {
        assertThat(availability.getReadinessState()).isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        await().atMost(Duration.ofMinutes(1)).until(pdf::isWarm);
    }
}
