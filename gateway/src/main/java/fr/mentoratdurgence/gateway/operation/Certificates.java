package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Until when the certificates hold that visitors meet: those of the addresses that the settings name, by https alone. */
@Component
class Certificates {
    private static final int HTTPS = 443;
    private static final Duration BELIEVED = Duration.ofMinutes(10);

    /** It is looked at and not trusted: nothing is sent, and one that is over says so by its date. */
    private static final TrustManager[] LOOKS = {
        new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String kind) {
                throw new UnsupportedOperationException("nobody shows one here");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String kind) {
                // nothing depends on it
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }
    };

    /**
     * One of them.
     *
     * @param host     whose it is
     * @param daysLeft until its end; null where the address could not be looked at from here
     */
    record Certificate(String host, @Nullable Long daysLeft) {}

    private final Clock clock;
    private final Mono<List<Certificate>> looked;

    Certificates(GatewaySettings settings, Clock clock) {
        this.clock = clock;
        List<URI> addresses = Stream.of(settings.publicOrigin(), URI.create(settings.loginOrigin()))
                .filter(address -> "https".equals(address.getScheme()))
                .distinct()
                .toList();
        this.looked = Flux.fromIterable(addresses)
                .flatMapSequential(address -> SealedSessions.blocking(() -> look(address)))
                .collectList()
                .cache(BELIEVED);
    }

    /** None where nobody comes by https. */
    Mono<List<Certificate>> all() {
        return looked;
    }

    private Certificate look(URI address) {
        try {
            return new Certificate(address.getHost(), ChronoUnit.DAYS.between(clock.instant(), end(address)));
        } catch (IOException | GeneralSecurityException away) {
            return new Certificate(address.getHost(), null);
        }
    }

    private static Instant end(URI address) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, LOOKS, new SecureRandom());
        int port = address.getPort() > 0 ? address.getPort() : HTTPS;
        int patience = Math.toIntExact(PartQuestions.PATIENCE.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), patience);
            plain.setSoTimeout(patience);
            try (SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
                secured.startHandshake();
                SSLSession session = secured.getSession();
                return ((X509Certificate) session.getPeerCertificates()[0])
                        .getNotAfter()
                        .toInstant();
            }
        }
    }
}
