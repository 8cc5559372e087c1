package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.Jobs;
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
 * after its slot of time, so whoever comes second gets the job of the first.
 */
@Component
@ConditionalOnProperty("mentorat.runs.every")
class ScheduledRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

    private final Jobs jobs;
    private final Clock clock;
    private final Duration every;

    ScheduledRuns(Jobs jobs, Clock clock, RunningSettings settings) {
        this.jobs = jobs;
        this.clock = clock;
        this.every = DurationStyle.detectAndParse(settings.runs().every());
    }

    @Scheduled(fixedRateString = "${mentorat.runs.every}", initialDelayString = "${mentorat.runs.every}")
    void run() {
        long slot = clock.millis() / every.toMillis();
        try {
            String job = jobs.ask(
                    MatchingJob.MATCHING_RUN,
                    new MatchingJob.Run(true),
                    Person.SYSTEM,
                    CommandContext.system("scheduled-run:" + every + ":" + slot));
            LOG.info("{} runs for the slot {}", job, slot);
        } catch (Rejection refused) {
            LOG.warn("no scheduled run: {}", refused.getMessage());
        }
    }
}
