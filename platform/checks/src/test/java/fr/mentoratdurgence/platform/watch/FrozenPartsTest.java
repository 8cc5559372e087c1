package fr.mentoratdurgence.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.local.parts.KafkaMain;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A frozen process takes connections and answers nothing: whoever only connects calls it well. */
class FrozenPartsTest {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

    @Test
    void a_broker_that_is_frozen_is_seen_by_readiness_and_people_are_served_all_the_same(@TempDir Path folder)
            throws Exception {
        int port = Ports.orFree(0);
        Process broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaMain.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(port),
                        Integer.toString(Ports.orFree(0)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (ConfigurableApplicationContext service = service("127.0.0.1:" + port)) {
            Http machines =
                    new Http(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.management.port")));
            PartWatch watch = service.getBean("brokerHealthIndicator", PartWatch.class);
            await().atMost(Duration.ofMinutes(1)).until(watch::hasAnswered);
            assertThat(status(machines, "readiness")).isEqualTo(200);

            signal("STOP", broker);
            await().atMost(SEEN_WITHIN).until(() -> status(machines, "readiness") == 503);
            assertThat(status(machines, "serving")).isEqualTo(200);
            assertThat(status(machines, "liveness")).isEqualTo(200);
            assertThat(machines.get("/actuator/prometheus").body())
                    .contains("mentorat_part_up{part=\"broker\"} 0.0", "mentorat_part_up{part=\"database\"} 1.0");

            signal("CONT", broker);
            await().atMost(Duration.ofSeconds(30)).until(() -> status(machines, "readiness") == 200);
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    private static ConfigurableApplicationContext service(String broker) {
        Map<String, Object> settings = Map.of(
                "spring.kafka.bootstrap-servers", broker,
                "mentorat.watch.ask-every", "200ms",
                "mentorat.watch.silent-after", "2s");
        SpringApplication service = new SpringApplication(TinyApplication.class);
        service.addInitializers(
                new LocalParts.Initializer(),
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("its own", settings)));
        return service.run();
    }

    private static int status(Http machines, String group) {
        return machines.get("/actuator/health/" + group).status();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_database_that_takes_connections_and_answers_nothing_is_silent() throws IOException {
        try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PartWatch watch = new PartWatch(
                    "database",
                    new DatabaseQuestion(at("jdbc:postgresql://127.0.0.1:" + frozen.getLocalPort() + "/needs")),
                    new WatchSettings(
                            Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(100), Duration.ofSeconds(1)));
            watch.start();
            assertThat(watch.answers()).isTrue(); // who has just started may take its time
            await().atMost(SEEN_WITHIN).until(() -> !watch.answers());
            watch.stop();
        }
    }

    private static JdbcConnectionDetails at(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "needs";
            }

            @Override
            public String getPassword() {
                return "needs";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Test
    void what_was_counted_once_and_is_not_counted_again_is_over() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Readings readings = new Readings(registry, java.time.Clock.systemUTC());
        readings.count("mentorat.needs.waiting", "status", "DECLARED", 3);
        readings.complete();
        assertThat(registry.get("mentorat.needs.waiting").gauge().value()).isEqualTo(3);

        readings.complete();
        assertThat(registry.get("mentorat.needs.waiting").gauge().value()).isZero();
    }
}
