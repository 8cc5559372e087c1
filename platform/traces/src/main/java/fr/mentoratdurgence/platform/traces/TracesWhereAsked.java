package fr.mentoratdurgence.platform.traces;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out all that makes traces where no address is set to which they would go: a tracer that records for nobody would
 * still be asked on each request.
 */
final class TracesWhereAsked implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String[] OF_TRACES = {
        "org.springframework.boot.micrometer.tracing.",
        "org.springframework.boot.opentelemetry.",
        TracesWhereAsked.class.getPackageName() + "."
    };

    private boolean asked;

    @Override
    public void setEnvironment(Environment environment) {
        asked = !environment.getProperty("mentorat.traces.url", "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[classes.length];
        for (int one = 0; one < classes.length; one++) {
            String name = Objects.requireNonNullElse(classes[one], "");
            wanted[one] = asked || Stream.of(OF_TRACES).noneMatch(name::startsWith);
        }
        return wanted;
    }
}
