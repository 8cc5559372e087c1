package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.KAFKA;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks a part, once, whether it is ready for work. */
final class Readiness {
    private final LocalAddresses addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(LocalAddresses addresses) {
        this.addresses = addresses;
    }

    boolean brokerAnswers() {
        if (!Ports.taken(addresses.port(KAFKA))) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", addresses.kafka(), "request.timeout.ms", "3000"))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    /** Over HTTP, as all but PostgreSQL and Kafka answer. */
    boolean answers(PartInstance part) {
        try {
            var request = HttpRequest.newBuilder(addresses.readiness(part))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
