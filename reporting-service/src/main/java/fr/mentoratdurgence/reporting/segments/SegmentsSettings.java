package fr.mentoratdurgence.reporting.segments;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where days are sealed; the defaults stand in {@code application.yml}.
 *
 * @param every     how often it is looked whether a day is complete
 * @param folder    where the sealed days lie
 * @param operation the name of the operation that they are of
 */
@ConfigurationProperties("mentorat.segments")
record SegmentsSettings(Duration every, Path folder, String operation) {}
