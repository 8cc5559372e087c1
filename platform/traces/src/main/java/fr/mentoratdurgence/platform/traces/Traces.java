package fr.mentoratdurgence.platform.traces;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace that goes on where no library carries it: from a command to its events, and from an event to whoever hears it.
 * Where no traces are made it does the work and nothing else.
 */
public final class Traces {
    /** How a trace is named from one process to the next (W3C Trace Context). */
    public static final String NAME = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Traces(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Where no traces are made. */
    public static Traces none() {
        return new Traces(null, null);
    }

    /** Does this as a part of the trace that there is; without one none is begun. */
    public <T> T during(String name, Supplier<T> work) {
        return tracer == null || tracer.currentSpan() == null
                ? work.get()
                : in(tracer, tracer.nextSpan().name(name).start(), work);
    }

    /**
     * Does this as what follows from elsewhere.
     *
     * @param from what {@link #here} was there; empty where there was no trace
     */
    public void following(String from, String name, Runnable work) {
        if (tracer == null || propagator == null || from.isEmpty()) {
            work.run();
            return;
        }
        Span span = propagator
                .extract(Map.of(NAME, from), Map::get)
                .name(name)
                .kind(Span.Kind.CONSUMER)
                .start();
        var _ = in(tracer, span, () -> {
            work.run();
            return "";
        });
    }

    private static <T> T in(Tracer tracer, Span span, Supplier<T> work) {
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException failed) {
            span.tag("exception", failed.getClass().getSimpleName());
            throw failed;
        } finally {
            span.end();
        }
    }

    /** The place in the trace that there is; empty without one, and where it is not recorded. */
    public String here() {
        if (tracer == null || propagator == null) {
            return "";
        }
        Span span = tracer.currentSpan();
        if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
            return "";
        }
        Map<String, String> place = new HashMap<>();
        propagator.inject(span.context(), place, (_, key, value) -> place.put(key, value));
        return place.getOrDefault(NAME, "");
    }
}
