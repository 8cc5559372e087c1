package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names lead to other addresses after a redeploy, and to several; the name server would have them believed for long. */
@Tag("reliability")
class AddressesTest {
    private static final Names NAMES = new Names();
    private static final Upstream FIRST = new Upstream("first", "127.0.0.2", 0);
    private static final Upstream SECOND = new Upstream("second", "127.0.0.3", FIRST.port());
    private static final Upstream LISTED = new Upstream("listed", "127.0.0.2", 0);
    private static final Upstream ALSO_LISTED = new Upstream("also listed", "127.0.0.3", 0);
    private static final Door DOOR = new Door(
            "--NAME_SERVER=127.0.0.1:" + NAMES.port(),
            "--ADDRESS_MEMORY=1s",
            "--spring.cloud.gateway.server.webflux.httpclient.pool.max-life-time=100ms",
            "--spring.cloud.gateway.server.webflux.httpclient.pool.eviction-interval=50ms",
            "--NEEDS_URL=http://127.0.0.2:" + LISTED.port() + ",http://127.0.0.3:" + ALSO_LISTED.port(),
            "--FOLLOWUP_URL=http://followup.test:" + FIRST.port());

    @AfterAll
    static void stop() {
        FIRST.stop();
        SECOND.stop();
        ALSO_LISTED.stop();
    }

    @Test
    void instances_take_turns_a_new_address_is_known_soon_and_one_that_is_gone_fails_no_question() {
        NAMES.lead("127.0.0.2", "127.0.0.3");
        String cookie = DOOR.loggedIn("claire", "t");
        await().atMost(Duration.ofSeconds(10)).until(() -> asked(cookie).startsWith("first "));
        await().atMost(Duration.ofSeconds(10)).until(() -> asked(cookie).startsWith("second "));

        FIRST.stop();
        for (int i = 0; i < 10; i++) {
            assertThat(asked(cookie)).startsWith("second ");
        }

        // the name now leads to nobody but a newcomer
        Upstream third = new Upstream("third", "127.0.0.4", FIRST.port());
        NAMES.lead("127.0.0.4");
        await().atMost(Duration.ofSeconds(10)).until(() -> asked(cookie).startsWith("third "));

        // and to an address at which another service sits
        third.misplaced(true);
        assertThat(DOOR.page("/suivi", "Cookie", cookie).statusCode()).isEqualTo(503);
        assertThat(third.received("X-Meant-For")).isEqualTo("followup");
        third.stop();
    }

    @Test
    void of_listed_instances_the_one_that_is_killed_under_load_fails_no_question_and_has_its_turn_when_it_is_back()
            throws Exception {
        var answers = new ConcurrentHashMap<String, Integer>();
        var going = new AtomicBoolean(true);
        Runnable visitor = () -> {
            while (going.get()) {
                var answer = DOOR.get("/");
                answers.merge(answer.statusCode() + " " + answer.body().replaceFirst(" [0-9]+$", ""), 1, Integer::sum);
            }
        };
        var patient = await().atMost(Duration.ofMinutes(1));
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                IntStream.range(0, 8).forEach(_ -> visitors.execute(visitor));
                patient.until(() -> answers.keySet().containsAll(List.of("200 listed", "200 also listed")));

                answers.clear();
                LISTED.stop();
                patient.until(() -> answers.getOrDefault("200 also listed", 0) > 200);
                Upstream _ = new Upstream("back", "127.0.0.2", LISTED.port());
                patient.until(() -> answers.getOrDefault("200 back", 0) > 200);
            } finally {
                going.set(false);
            }
        }
        assertThat(answers.keySet()).isSubsetOf("200 listed", "200 also listed", "200 back");
    }

    private static String asked(String cookie) {
        return DOOR.get("/suivi", "Cookie", cookie).body();
    }

    /** A name server that answers every name with the same addresses, to be kept for ten minutes. */
    private static final class Names {
        private final DatagramSocket socket;
        private volatile List<String> addresses = List.of();

        Names() {
            try {
                socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Thread.ofVirtual().start(this::answer);
        }

        int port() {
            return socket.getLocalPort();
        }

        void lead(String... to) {
            addresses = List.of(to);
        }

        private void answer() {
            byte[] room = new byte[512];
            try {
                while (true) {
                    var question = new DatagramPacket(room, room.length);
                    socket.receive(question);
                    byte[] reply = reply(Arrays.copyOf(question.getData(), question.getLength()));
                    socket.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
                }
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        }

        private byte[] reply(byte[] question) throws IOException {
            int end = 12;
            while (question[end] != 0) {
                end += question[end] + 1;
            }
            end += 5; // the zero, type and class
            boolean version4 = question[end - 3] == 1;
            List<String> all = version4 ? addresses : List.of();
            ByteBuffer reply = ByteBuffer.allocate(512);
            reply.put(question, 0, 2).putShort((short) 0x8180).putShort((short) 1);
            reply.putShort((short) all.size()).putInt(0).put(question, 12, end - 12);
            for (String address : all) {
                reply.putShort((short) 0xC00C)
                        .putShort((short) 1)
                        .putShort((short) 1)
                        .putInt(600);
                reply.putShort((short) 4).put(InetAddress.getByName(address).getAddress());
            }
            return Arrays.copyOf(reply.array(), reply.position());
        }
    }
}
