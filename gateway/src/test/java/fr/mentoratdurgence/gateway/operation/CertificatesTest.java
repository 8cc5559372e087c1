package fr.mentoratdurgence.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.operation.Certificates.Certificate;
import fr.mentoratdurgence.gateway.sessions.DemoSessions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final char[] PASSWORD = "of-the-test".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void nobody_comes_by_https_and_there_is_none_to_look_at() {
        assertThat(looked("http://door.test", "http://login.test")).isEmpty();
    }

    @Test
    void the_days_of_one_are_counted_and_an_address_that_is_away_is_said() throws Exception {
        try (SSLServerSocket server = withCertificateOfDays(30)) {
            Thread.ofVirtual().start(() -> greetAll(server));

            assertThat(looked("https://localhost:" + server.getLocalPort(), "https://localhost:1"))
                    .containsExactly(new Certificate("localhost", 29L), new Certificate("localhost", null));
        }
    }

    private static List<Certificate> looked(String origin, String login) {
        GatewaySettings here = DemoSessions.settings();
        var settings = new GatewaySettings(
                URI.create(origin),
                URI.create(login + "/realms/mentorat"),
                here.issuerInternal(),
                here.clientSecret(),
                "0123456789abcdef0123456789abcdef",
                here.addressMemory(),
                here.nameServer(),
                here.contactAddress(),
                here.services(),
                here.trustedProxies(),
                here.frontEnds(),
                here.limits());
        return new Certificates(settings, Clock.systemUTC())
                .all()
                .blockOptional()
                .orElseThrow();
    }

    private SSLServerSocket withCertificateOfDays(int days) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        Integer.toString(days),
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    private static void greetAll(SSLServerSocket server) {
        try {
            while (true) {
                try (SSLSocket visitor = (SSLSocket) server.accept()) {
                    visitor.startHandshake();
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
