package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.RunRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for a connection to the database, looked at again and again while a load is on. */
final class Pools implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final String WAITING = "hikaricp_connections_pending";

    private final Path directory;
    private final LocalAddresses addresses;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Double> most = new ConcurrentHashMap<>();
    private final Thread looking;

    Pools(Path directory, LocalAddresses addresses) {
        this.directory = directory;
        this.addresses = addresses;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        try {
            while (true) {
                for (PartInstance instance : RunRecord.instances(directory)) {
                    if (Part.APPLICATIONS.contains(instance.part())) {
                        most.merge(instance.id(), waiting(instance), Math::max);
                    }
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException _) {
            // enough
        }
    }

    private double waiting(PartInstance instance) throws InterruptedException {
        URI figures = URI.create("http://127.0.0.1:" + addresses.managementPort(instance) + "/actuator/prometheus");
        try {
            return http.send(HttpRequest.newBuilder(figures).timeout(LOOK_AGAIN).build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(WAITING))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException _) {
            return 0; // whoever is down waits for nothing
        }
    }

    /** The most that were seen waiting at once, of those where somebody did. */
    Map<String, Double> waited() {
        Map<String, Double> waited = new TreeMap<>(most);
        waited.values().removeIf(one -> one == 0);
        return waited;
    }

    @Override
    public void close() {
        looking.interrupt();
        http.shutdownNow();
    }
}
