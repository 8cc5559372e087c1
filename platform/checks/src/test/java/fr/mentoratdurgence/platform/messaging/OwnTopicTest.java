package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.local.parts.KafkaPart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;

@Tag("reliability")
class OwnTopicTest {
    @Test
    void a_topic_is_made_when_the_broker_comes_after_the_service(@TempDir Path dir) throws Exception {
        int port = freePort();
        Map<String, Object> broker = Map.of(
                "bootstrap.servers", "127.0.0.1:" + port, "request.timeout.ms", 2_000, "default.api.timeout.ms", 2_000);
        // given a service that started while the broker was away
        try (var service = new GenericApplicationContext()) {
            service.registerBean(NewTopic.class, () -> new NewTopic("bowls.v1", 3, (short) 1));
            service.registerBean(KafkaAdmin.class, () -> new KafkaAdmin(broker));
            service.registerBean(
                    OwnTopic.class, () -> new OwnTopic(service.getBean(KafkaAdmin.class), Duration.ofMillis(200)));
            service.refresh();

            // when the broker comes
            try (KafkaPart part = KafkaPart.start(dir, port, 0);
                    Admin admin = Admin.create(Map.of("bootstrap.servers", part.bootstrap()))) {
                // then the topic is made, and nobody tries any longer
                await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .untilAsserted(() ->
                                assertThat(admin.listTopics().names().get()).containsExactly("bowls.v1"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !service.getBean(OwnTopic.class).isRunning());
            }
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
