package fr.mentoratdurgence.platform;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What every service is told; the defaults stand in {@code platform.yml}, the path in the service's own file.
 *
 * @param api        path under which the API of this service stands, such as {@code /api/needs/v1}
 * @param clock      which time it is
 * @param readModels how they are rebuilt
 * @param topic      the service's own topic
 */
@ConfigurationProperties("mentorat")
public record ServiceSettings(String api, CrisisTime clock, ReadModelPace readModels, TopicShape topic) {

    /** Refuses a service without a path: its operators' paths would be open to nobody, or to everybody. */
    public ServiceSettings {
        Objects.requireNonNull(api, "mentorat.api");
    }

    /**
     * The time that a service shows: the real one, or that of a crisis.
     *
     * @param start  instant that the clock showed at {@code origin}; empty = the real time
     * @param origin real instant at which it showed {@code start}; empty = when the service started
     * @param speed  how many times as fast as real time
     * @param file   keeps the three under the names of their variables, read again whenever it changes; empty = none
     */
    public record CrisisTime(String start, String origin, double speed, String file) {}

    /**
     * The pace of a rebuild beside live traffic.
     *
     * @param eventsPerSecond events that are read in a second at most
     */
    public record ReadModelPace(int eventsPerSecond) {}

    /**
     * The topic that the service makes at its first start.
     *
     * @param partitions how many consumers may share it
     * @param replicas   on how many brokers it lies
     */
    public record TopicShape(int partitions, int replicas) {}
}
