package fr.mentoratdurgence.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a service remembers what it did and heard; the defaults stand in {@code platform.yml}.
 *
 * @param commands   the same command finds its answer for so long
 * @param heard      each fact is remembered by itself for so long, and by its stream afterwards
 * @param every      pause between two looks at what is over its time
 * @param afterStart pause before the first one
 */
@ConfigurationProperties("mentorat.keeping")
record KeepingSettings(Duration commands, Duration heard, Duration every, Duration afterStart) {}
