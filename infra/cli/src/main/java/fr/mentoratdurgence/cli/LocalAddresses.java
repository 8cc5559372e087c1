package fr.mentoratdurgence.cli;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Where the parts of one run answer. */
public record LocalAddresses(int portOffset) {
    private static final int MANAGEMENT_ABOVE_KEYCLOAK = 10;
    private static final int BETWEEN_INSTANCES = 200;
    private static final int MANAGEMENT_ABOVE_SERVICE = 100;
    /** A hundred above the gateway stands Keycloak. */
    private static final int MANAGEMENT_ABOVE_GATEWAY = 106;

    /** The loopback port of a part. */
    public int port(Part part) {
        return part.usualPort() + portOffset;
    }

    /** The loopback port of one process of a part. */
    public int port(PartInstance instance) {
        return port(instance.part()) + (instance.number() - 1) * BETWEEN_INSTANCES;
    }

    /** What people type in the browser, and what programs call. */
    public String origin() {
        return "http://localhost:" + port(Part.GATEWAY);
    }

    /** Where accounts live, as browsers reach it. */
    public String keycloak() {
        return "http://localhost:" + port(Part.KEYCLOAK);
    }

    /** The issuer written into every token. */
    public String issuer() {
        return keycloak() + "/realms/mentorat";
    }

    /** An application as the servers reach it, without the gateway. */
    public String direct(Part part) {
        return direct(PartInstance.first(part));
    }

    /** One of its processes. */
    public String direct(PartInstance instance) {
        return "http://127.0.0.1:" + port(instance);
    }

    /** Every port of a part. */
    public List<Integer> ports(Part part) {
        return ports(PartInstance.first(part));
    }

    /** Every port of one of its processes. */
    public List<Integer> ports(PartInstance instance) {
        Part part = instance.part();
        return switch (part) {
            case KAFKA -> List.of(port(part), kafkaControllerPort());
            case KEYCLOAK -> List.of(port(part), keycloakManagementPort());
            case MAIL -> List.of(port(part), caughtLettersPort());
            case POSTGRES -> List.of(port(part));
            case NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING, GATEWAY ->
                List.of(port(instance), managementPort(instance));
        };
    }

    /** Where an application says how it is and what it counts, to this machine alone. */
    public int managementPort(PartInstance application) {
        return port(application)
                + (application.part() == Part.GATEWAY ? MANAGEMENT_ABOVE_GATEWAY : MANAGEMENT_ABOVE_SERVICE);
    }

    /** Every port of a run. */
    public List<Integer> all() {
        return Arrays.stream(Part.values())
                .flatMap(part -> ports(part).stream())
                .toList();
    }

    /** Where Keycloak says whether it is ready. */
    public int keycloakManagementPort() {
        return port(Part.KEYCLOAK) + MANAGEMENT_ABOVE_KEYCLOAK;
    }

    /** Where the broker speaks with itself. */
    public int kafkaControllerPort() {
        return port(Part.KAFKA) + 1;
    }

    /** Where the page of caught letters is served. */
    public int caughtLettersPort() {
        return port(Part.MAIL) + 1;
    }

    /** The page of caught letters, for the browser of who runs this. */
    public String caughtLetters() {
        return "http://localhost:" + caughtLettersPort();
    }

    /** What clients of the broker connect to. */
    public String kafka() {
        return "127.0.0.1:" + port(Part.KAFKA);
    }

    /** Answers 200 as soon as this process is ready for work. */
    public URI readiness(PartInstance instance) {
        return switch (instance.part()) {
            case KEYCLOAK -> URI.create("http://127.0.0.1:" + keycloakManagementPort() + "/health/ready");
            case MAIL -> URI.create("http://127.0.0.1:" + caughtLettersPort() + "/");
            default -> URI.create("http://127.0.0.1:" + managementPort(instance) + "/actuator/health/readiness");
        };
    }
}
