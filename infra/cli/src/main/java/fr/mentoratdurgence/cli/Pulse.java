package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Whether the parts of a run answer, and not only take connections, as a frozen process still does. PostgreSQL and Kafka
 * are asked the first question of their protocol; all others answer over HTTP. Nobody is waited for longer than a few
 * seconds.
 */
final class Pulse {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Length, then the code by which a client asks whether the connection may be encrypted; any byte answers. */
    private static final byte[] POSTGRES_SSL_REQUEST =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    /** Length, ApiVersions (18) of version 0, number 1, no client id; its length comes first in the answer. */
    private static final byte[] KAFKA_API_VERSIONS = ByteBuffer.allocate(14)
            .putInt(10)
            .putShort((short) 18)
            .putShort((short) 0)
            .putInt(1)
            .putShort((short) -1)
            .array();

    private final LocalAddresses addresses;

    Pulse(LocalAddresses addresses) {
        this.addresses = addresses;
    }

    /** These, asked at the same time. */
    SortedMap<PartInstance, Boolean> answers(SortedSet<PartInstance> expected) {
        SortedMap<PartInstance, Boolean> answers = new TreeMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient http = HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .executor(threads)
                        .build()) {
            Map<PartInstance, CompletableFuture<Boolean>> asked = new HashMap<>();
            for (PartInstance instance : expected) {
                asked.put(instance, CompletableFuture.supplyAsync(() -> answers(http, instance), threads));
            }
            asked.forEach((instance, answer) -> answers.put(instance, answer.join()));
            http.shutdownNow();
        }
        return answers;
    }

    private boolean answers(HttpClient http, PartInstance instance) {
        return switch (instance.part()) {
            case POSTGRES -> says(instance, POSTGRES_SSL_REQUEST);
            case KAFKA -> says(instance, KAFKA_API_VERSIONS);
            case MAIL, KEYCLOAK, NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING, GATEWAY -> isReady(http, instance);
        };
    }

    private boolean says(PartInstance instance, byte[] question) {
        try (Socket socket = new Socket()) {
            int millis = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), addresses.port(instance)), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(question);
            return socket.getInputStream().read() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean isReady(HttpClient http, PartInstance instance) {
        try {
            HttpRequest question = HttpRequest.newBuilder(addresses.readiness(instance))
                    .timeout(PATIENCE)
                    .build();
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
