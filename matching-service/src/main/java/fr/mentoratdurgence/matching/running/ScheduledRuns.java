package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.proposing.RunRejection;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs by themselves, where {@code mentorat.runs.every} says how often. All instances have this clock; a run is named
 * after its slot of time, so whoever comes second gets the run of the first.
 */
@Component
@ConditionalOnProperty("mentorat.runs.every")
class ScheduledRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

    private final Runs runs;
    private final Clock clock;
    private final Duration every;

    ScheduledRuns(Runs runs, Clock clock, RunningSettings settings) {
        this.runs = runs;
        this.clock = clock;
        this.every = DurationStyle.detectAndParse(settings.runs().every());
    }

    @Scheduled(fixedRateString = "${mentorat.runs.every}", initialDelayString = "${mentorat.runs.every}")
    void run() {
        long slot = clock.millis() / every.toMillis();
        try {
            Runs.Result result = runs.run(CommandContext.system("scheduled-run:" + every + ":" + slot));
            LOG.info("{}: {} proposals, {} seats wait", result.run(), result.proposals(), result.waitingSeats());
        } catch (Rejection refused) {
            if (refused.is(RunRejection.RUN_IN_PROGRESS)) {
                LOG.info("another run is at work; this one is left out");
            } else {
                LOG.warn("the scheduled run was refused: {}", refused.getMessage());
            }
        }
    }
}
