package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.local.parts.KafkaMain;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disk of the broker is full: commands are taken all the same, and told when there is room. */
@Tag("reliability")
@Tag("outside-gate")
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path dir;

    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    @Test
    void on_a_full_disk_of_the_broker_commands_are_taken_and_told_when_there_is_room() throws Exception {
        int port = freePort();
        int controller = freePort();
        try (SmallDisk disk = SmallDisk.of(160, dir.resolve("disk"))) {
            Process broker = broker(disk, port, controller);
            try (ConfigurableApplicationContext service = TinyService.on(
                    LocalParts.database(), Map.of("spring.kafka.bootstrap-servers", "127.0.0.1:" + port))) {
                Commands commands = service.getBean(Commands.class);
                lay(commands, 50);
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> told(port).containsAll(acknowledged));

                disk.fill();
                lay(commands, 200);
                assertThat(refused)
                        .as("whoever asks does not wait for the broker")
                        .isEmpty();

                disk.free();
                long room = System.nanoTime();
                boolean fell = !broker.isAlive();
                broker.destroyForcibly().waitFor();
                broker = broker(disk, port, controller);
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> told(port).containsAll(acknowledged));
                System.out.println("broker's disk full: 200 commands taken meanwhile; broker "
                        + (fell ? "fell by itself" : "stayed") + "; all told "
                        + Duration.ofNanos(System.nanoTime() - room).toMillis() + " ms after there was room");
                eachOnce(service.getBean(JdbcClient.class));
            } finally {
                broker.destroyForcibly().waitFor();
            }
        }
    }

    // ---- bowls with a stone each

    private void lay(Commands commands, int many) {
        int from = acknowledged.size() + refused.size();
        IntStream.range(from, from + many).mapToObj(i -> "bowl-" + i).forEach(bowl -> layOne(commands, bowl));
    }

    /** Whether it was acknowledged; the same ids each time. */
    private boolean layOne(Commands commands, String bowl) {
        try {
            var _ = commands.send(new Bowl.Act.MakeBowl(bowl, 5), CommandContext.system("make-" + bowl));
            var _ = commands.send(new Bowl.Act.LayStone(bowl, "account-1"), CommandContext.system("lay-" + bowl));
            acknowledged.add(bowl);
            return true;
        } catch (RuntimeException _) {
            refused.add(bowl);
            return false;
        }
    }

    private void eachOnce(JdbcClient db) {
        Map<String, Integer> stones = new HashMap<>();
        db.sql("""
            select aggregate_id, count(*) from domain_event where payload_type = 'tiny.StoneLaid' group by aggregate_id\
            """).query(row -> {
            stones.put(row.getString(1), row.getInt(2));
        });
        assertThat(stones.keySet()).isEqualTo(new TreeSet<>(acknowledged)).containsAll(refused);
        assertThat(stones.values()).as("stones in a bowl").containsOnly(1);
        assertThat(db.sql("""
            select aggregate_id from domain_event group by aggregate_id
            having count(*) <> max(sequence_number) + 1\
            """).query(String.class).list())
                .as("streams with a gap")
                .isEmpty();
        assertThat(db.sql("select count(*) from stones where bowl like 'bowl-%' and stones = 1")
                        .query(Integer.class)
                        .single())
                .as("rows of the read model")
                .isEqualTo(acknowledged.size());
    }

    // ---- parts

    private static Process broker(SmallDisk disk, int port, int controller) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaMain.class.getName(),
                        disk.folder("kafka").toString(),
                        Integer.toString(port),
                        Integer.toString(controller))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Set<String> told(int port) {
        Set<String> told = new TreeSet<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "127.0.0.1:" + port, "default.api.timeout.ms", 3_000, "request.timeout.ms", 2_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("tiny.v1").stream()
                    .map(info -> new TopicPartition("tiny.v1", info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                told.add(ReceivedEvent.parse(record.value()).subject()));
            }
        }
        return told;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
