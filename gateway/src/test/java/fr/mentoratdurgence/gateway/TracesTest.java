package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A trace begins at the door, and what is handed on is the place in it where a service goes on. */
class TracesTest {
    private static final String FOREIGN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** Keeps what would leave. */
    static final class InMemory implements SpanExporter {
        final List<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Exporting {
        @Bean
        InMemory inMemory() {
            return new InMemory();
        }
    }

    @Test
    void a_request_begins_a_trace_of_its_own_and_the_service_is_told_where_it_goes_on() {
        var door = new Door(
                List.of(Exporting.class),
                "--mentorat.traces.url=http://127.0.0.1:1/v1/traces",
                "--mentorat.traces.share=1",
                "--management.tracing.export.otlp.enabled=false",
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");

        var answer = door.page(
                "/lien/besoins/secret-of-a-letter?nom=Benali",
                "traceparent",
                FOREIGN,
                "tracestate",
                "a=b",
                "baggage",
                "name=Benali");

        assertThat(answer.statusCode()).isEqualTo(200);
        Upstream needs = door.service("needs");
        String handedOn = String.valueOf(needs.received("traceparent"));
        assertThat(handedOn).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]").isNotEqualTo(FOREIGN);
        assertThat(needs.received("tracestate")).isNull();
        assertThat(needs.received("baggage")).isNull();
        List<SpanData> spans = door.part(InMemory.class).spans;
        String trace = handedOn.split("-", -1)[1];
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            SpanData arrived = one(spans, trace, SpanKind.SERVER);
            SpanData led = one(spans, trace, SpanKind.CLIENT);
            assertThat(arrived.getParentSpanId()).isEqualTo(SpanId.getInvalid());
            assertThat(led.getParentSpanId()).isEqualTo(arrived.getSpanId());
            assertThat(led.getSpanId()).isEqualTo(handedOn.split("-", -1)[2]);
        });
        assertThat(spans)
                .allSatisfy(span -> assertThat(span.getName() + span.getAttributes() + span.getEvents())
                        .doesNotContain("secret-of-a-letter", "Benali", "127.0.0.1", "/lien/"));
    }

    private static SpanData one(List<SpanData> spans, String trace, SpanKind kind) {
        return spans.stream()
                .filter(span -> span.getTraceId().equals(trace) && span.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is none of " + spans));
    }

    @Test
    void where_nobody_asks_for_traces_nothing_that_makes_them_is_there() {
        var door = Door.shared();

        assertThat(door.parts())
                .hasSizeGreaterThan(50)
                .noneMatch(name -> name.startsWith("io.opentelemetry.")
                        || name.startsWith("io.micrometer.tracing.")
                        || name.contains(".traces."));
        door.get("/", "traceparent", FOREIGN);
        assertThat(door.service("needs").received("traceparent")).isNull();
    }
}
