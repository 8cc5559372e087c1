package fr.mentoratdurgence.platform.watch;

import fr.mentoratdurgence.platform.store.Instance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For ops: which instance this is and what it knows of itself, by the same figures as a scrape shows. From memory alone,
 * so that it is answered while the database or the broker answers nobody.
 */
@RestController
@RequestMapping("${mentorat.api}/ops/instance")
class InstanceApi {
    private static final String OURS = "mentorat.";
    /** Of the machine, beside our own. */
    private static final Set<String> MACHINE = Set.of(
            "disk.free",
            "disk.total",
            "hikaricp.connections.active",
            "hikaricp.connections.pending",
            "hikaricp.connections.max",
            "process.uptime");

    /**
     * A figure as it stands.
     *
     * @param name  as infra/observability names it, with points
     * @param of    the code that tells it from others of its name; empty where there is one alone
     * @param value a number, or seconds, or bytes
     */
    record Figure(String name, String of, double value) {}

    /** @param version of the program; empty where it was not built as one */
    record Running(String instance, String version, List<Figure> figures) {}

    private final String instance;
    private final String version;
    private final MeterRegistry registry;

    InstanceApi(Instance instance, @Nullable BuildProperties build, MeterRegistry registry) {
        this.instance = instance.id();
        this.version = build == null || build.getVersion() == null ? "" : build.getVersion();
        this.registry = registry;
    }

    @GetMapping
    Running running() {
        return new Running(instance, version, figures());
    }

    private List<Figure> figures() {
        return registry.getMeters().stream()
                .flatMap(meter -> meter instanceof Gauge gauge && isShown(gauge.getId())
                        ? Stream.of(new Figure(gauge.getId().getName(), of(gauge.getId()), gauge.value()))
                        : Stream.of())
                // what nobody can say just now is no number in JSON
                .filter(figure -> Double.isFinite(figure.value()))
                .sorted(Comparator.comparing(Figure::name).thenComparing(Figure::of))
                .toList();
    }

    private static boolean isShown(Meter.Id meter) {
        return meter.getName().startsWith(OURS) || MACHINE.contains(meter.getName());
    }

    private static String of(Meter.Id meter) {
        return meter.getName().startsWith(OURS)
                ? meter.getTags().stream().findFirst().map(Tag::getValue).orElse("")
                : "";
    }
}
