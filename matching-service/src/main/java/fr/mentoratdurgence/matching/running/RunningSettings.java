package fr.mentoratdurgence.matching.running;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How matching runs; the defaults stand in {@code application.yml}.
 *
 * @param reminderBefore the mentor is reminded once, so long before the deadline
 * @param trial          how long a trial with a named candidate lasts
 * @param nextBestEvery  how often the next candidate of a freed seat is looked for
 * @param liveEvery      how often each instance looks for new events
 * @param runs           runs that start by themselves
 */
@ConfigurationProperties("mentorat")
record RunningSettings(
        Duration reminderBefore, Duration trial, Duration nextBestEvery, Duration liveEvery, Scheduled runs) {
    /**
     * Runs that start by themselves.
     *
     * @param every a duration such as {@code 15m}; {@code false} = none
     */
    record Scheduled(String every) {}
}
