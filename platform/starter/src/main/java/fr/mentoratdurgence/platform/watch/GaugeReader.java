package fr.mentoratdurgence.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has all {@link Gauges} read, one after the other, and says how old their figures are: where the database is away the old
 * ones stay, and their age tells it.
 */
final class GaugeReader {
    private static final Logger LOG = LoggerFactory.getLogger(GaugeReader.class);
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<Gauges, Readings> sources = new HashMap<>();
    private volatile long lastRead = System.nanoTime();

    GaugeReader(List<Gauges> gauges, MeterRegistry registry, Clock clock) {
        gauges.forEach(source -> sources.put(source, new Readings(registry, clock)));
        TimeGauge.builder("mentorat.gauges.age", this, TimeUnit.SECONDS, reader -> reader.age())
                .register(registry);
    }

    private double age() {
        return (System.nanoTime() - lastRead) / NANOS;
    }

    @Scheduled(
            initialDelayString = "${mentorat.watch.gauges-after}",
            fixedDelayString = "${mentorat.watch.gauges-every}")
    synchronized void read() {
        boolean all = true;
        for (Map.Entry<Gauges, Readings> source : sources.entrySet()) {
            try {
                source.getKey().read(source.getValue());
                source.getValue().complete();
            } catch (RuntimeException failed) {
                all = false;
                LOG.warn("figures were not read and will be at the next turn: {}", failed.toString());
            }
        }
        if (all) {
            lastRead = System.nanoTime();
        }
    }
}
