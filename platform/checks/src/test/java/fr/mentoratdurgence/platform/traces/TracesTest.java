package fr.mentoratdurgence.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One trace, from what the gateway hands on to what another service does that heard of it. */
class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String GATEWAY = "b7ad6b7169203331";

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

        SpanData named(String name) {
            return spans.stream()
                    .filter(span ->
                            span.getTraceId().equals(TRACE) && span.getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is none of "
                            + spans.stream().map(SpanData::getName).toList()));
        }
    }

    private final InMemory exported = new InMemory();

    @Test
    void a_request_its_command_its_event_and_what_follows_where_it_is_heard_are_one_trace_that_names_nobody() {
        try (ConfigurableApplicationContext service = service()) {
            var _ = service.getBean(Commands.class)
                    .send(new Bowl.Act.MakeBowl("bowl-traced", 1), CommandContext.system("make-bowl-traced"));
            Http gateway = new Http(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")))
                    .as(Tokens.referent("94"))
                    .with("traceparent", "00-" + TRACE + "-" + GATEWAY + "-01");

            assertThat(gateway.post("/api/tiny/v1/bowls/bowl-traced/stones?nom=Benali", "{\"weight\":1}")
                            .status())
                    .isEqualTo(200);
            assertThat(gateway.post("/api/tiny/v1/bowls/bowl-traced/stones", "{\"weight\":1}")
                            .status())
                    .as("the bowl is full")
                    .isEqualTo(409);

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                SpanData request = exported.named("http post /api/tiny/v1/bowls/{bowl}/stones");
                SpanData command = exported.named("command LayStone");
                SpanData heard = exported.named("hear tiny.stone-told.v1");
                SpanData following = exported.named("command MakeBowl");
                assertThat(request.getParentSpanId()).isEqualTo(GATEWAY);
                assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
                assertThat(heard.getParentSpanId()).isEqualTo(command.getSpanId());
                assertThat(heard.getKind()).isEqualTo(SpanKind.CONSUMER);
                assertThat(following.getParentSpanId()).isEqualTo(heard.getSpanId());
            });
            assertThat(service.getBean(JdbcClient.class)
                            .sql("select count(*) from domain_event where meta_data::text like '%traceparent%'")
                            .query(Integer.class)
                            .single())
                    .as("beside the stone, and the bowl that followed from it; none beside the first bowl")
                    .isEqualTo(2);
            assertThat(exported.spans).allSatisfy(span -> {
                assertThat(span.getName() + span.getAttributes())
                        .doesNotContain("bowl-", "Benali", "account-", "stones?", "127.0.0.1");
                assertThat(span.getEvents()).isEmpty();
                assertThat(span.getStatus().getDescription()).isEmpty();
            });
        }
    }

    private ConfigurableApplicationContext service() {
        Map<String, Object> settings = Map.of(
                "mentorat.traces.url", "http://127.0.0.1:1/v1/traces",
                "mentorat.traces.share", "1",
                "management.tracing.export.otlp.enabled", "false",
                "management.opentelemetry.tracing.export.schedule-delay", "100ms");
        SpringApplication service = new SpringApplication(TinyApplication.class);
        service.addInitializers(
                new LocalParts.Initializer(),
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("its own", settings)),
                context -> ((GenericApplicationContext) context)
                        .registerBean("inMemory", SpanExporter.class, () -> exported));
        return service.run();
    }
}
