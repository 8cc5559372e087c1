package fr.mentoratdurgence.reporting.segments;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A bucket of an S3-compatible object store, as the place of the sealed days; the defaults stand in
 * {@code application.yml}.
 *
 * @param name         of the bucket; empty where days are sealed in a folder
 * @param endpoint     address of the store; empty for the one of Amazon in the region
 * @param region       as the store names it
 * @param prefix       of all keys, such as {@code spring-2020}; empty where the bucket holds nothing else
 * @param accessKey    of the account; by the environment alone
 * @param secretKey    of the account; by the environment alone
 * @param answerWithin how long a connection, and each answer, may be waited for
 */
public record BucketSettings(
        String name,
        String endpoint,
        String region,
        String prefix,
        String accessKey,
        String secretKey,
        Duration answerWithin) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_.-]+/)*");
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Refuses what no store takes. */
    public BucketSettings {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            prefix = prefix + '/';
        }
        if (!name.isEmpty()) {
            if (!NAME.matcher(name).matches() || !PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException("SEGMENTS_BUCKET is letters, digits, dots and dashes; "
                        + "SEGMENTS_PREFIX the same, with slashes between and none before");
            }
            if (accessKey.isEmpty() || secretKey.isEmpty()) {
                throw new IllegalArgumentException(
                        "where SEGMENTS_BUCKET is set, SEGMENTS_ACCESS_KEY and SEGMENTS_SECRET_KEY are set too");
            }
        }
    }

    /** As tools are told by their environment, under the names that the service has. */
    public static BucketSettings in(Map<String, String> environment) {
        return new BucketSettings(
                environment.getOrDefault("SEGMENTS_BUCKET", ""),
                environment.getOrDefault("SEGMENTS_ENDPOINT", ""),
                environment.getOrDefault("SEGMENTS_REGION", "eu-west-3"),
                environment.getOrDefault("SEGMENTS_PREFIX", ""),
                environment.getOrDefault("SEGMENTS_ACCESS_KEY", ""),
                environment.getOrDefault("SEGMENTS_SECRET_KEY", ""),
                PATIENCE);
    }

    /** Whether days are sealed in a bucket. */
    public boolean chosen() {
        return !name.isEmpty();
    }

    /** Settings are logged: no key is. */
    @Override
    public String toString() {
        return "s3://" + name + '/' + prefix;
    }
}
