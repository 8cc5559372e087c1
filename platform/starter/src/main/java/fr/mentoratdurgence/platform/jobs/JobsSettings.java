package fr.mentoratdurgence.platform.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long work is done; the defaults stand in {@code platform.yml}, the path in the service's own file.
 *
 * @param path         beginning of the service's pages, such as {@code /suivi}
 * @param answerWithin whoever asks is answered at once where the work takes no longer than this; 202 otherwise
 * @param every        pause between two looks at what waits
 * @param lease        who took a job and has said nothing for so long has lost it
 * @param keep         how long a job is remembered after its end
 */
@ConfigurationProperties("mentorat.jobs")
record JobsSettings(String path, Duration answerWithin, Duration every, Duration lease, Duration keep) {}
