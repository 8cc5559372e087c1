package fr.mentoratdurgence.reporting.segments;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where days are sealed; the defaults stand in {@code application.yml}.
 *
 * @param every     how often it is looked whether a day is complete
 * @param folder    where the sealed days lie, or what was brought of them from a bucket
 * @param operation the name of the operation that they are of
 * @param bucket    where the sealed days lie instead, if one is named
 */
@ConfigurationProperties("mentorat.segments")
record SegmentsSettings(Duration every, Path folder, String operation, BucketSettings bucket) {}
