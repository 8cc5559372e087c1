package fr.mentoratdurgence.local.parts;

import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker (KRaft, one node) inside this JVM, on loopback. */
public final class KafkaPart implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;
    private final Path dir;
    private final boolean temporary;

    private KafkaPart(KafkaRaftServer server, int port, Path dir, boolean temporary) {
        this.server = server;
        this.port = port;
        this.dir = dir;
        this.temporary = temporary;
    }

    /** Starts on a folder that is kept; the topics of an earlier start are found again. Port 0 = a free one. */
    public static KafkaPart start(Path dir, int port, int controllerPort) {
        int client = Ports.orFree(port);
        return new KafkaPart(launch(dir, client, Ports.orFree(controllerPort)), client, dir, false);
    }

    /** Starts on a folder that is removed at the end, on free ports: for tests. */
    public static KafkaPart startTemporary() {
        Path dir = Folders.temporary("mentorat-kafka-");
        int client = Ports.orFree(0);
        var part = new KafkaPart(launch(dir, client, Ports.orFree(0)), client, dir, true);
        Runtime.getRuntime().addShutdownHook(new Thread(part::close, "kafka-stop"));
        return part;
    }

    /** What clients connect to. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            Folders.delete(dir);
        }
    }

    void awaitEnd() {
        server.awaitShutdown();
    }

    private static KafkaRaftServer launch(Path dir, int port, int controllerPort) {
        try {
            Files.createDirectories(dir);
            if (!Files.exists(dir.resolve("meta.properties"))) {
                format(dir);
            }
            var server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings(dir, port, controllerPort), false), Time.SYSTEM);
            server.startup();
            return server;
        } catch (Exception e) {
            throw new PartFailure("Kafka did not start on port " + port + " with data in " + dir, e);
        }
    }

    private static void format(Path dir) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(dir.toString())
                .addDirectory(dir.toString())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .run();
    }

    private static Properties settings(Path dir, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", dir.toString());
        settings.put("auto.create.topics.enable", "false");
        // the history is read again from the first event: nothing may expire
        settings.put("log.retention.ms", "-1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
