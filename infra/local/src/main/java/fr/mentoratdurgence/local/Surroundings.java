package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.FOLLOWUP;
import static fr.mentoratdurgence.cli.Part.GATEWAY;
import static fr.mentoratdurgence.cli.Part.MAIL;
import static fr.mentoratdurgence.cli.Part.MENTOR;
import static fr.mentoratdurgence.cli.Part.NEEDS;
import static fr.mentoratdurgence.cli.Part.REPORTING;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import fr.mentoratdurgence.local.parts.ServiceDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the applications of a run are told by their environment: addresses, secrets, and the settings of the caller. */
record Surroundings(LocalOptions options, LocalAddresses addresses, Secrets secrets) {
    /** Each has a client of its own, which manages the accounts of its own people only. */
    private static final List<Part> WITH_PEOPLE = List.of(NEEDS, MENTOR, FOLLOWUP);

    private static final List<String> BUCKET_KEYS = List.of("SEGMENTS_ACCESS_KEY", "SEGMENTS_SECRET_KEY");

    /** What an application is told. */
    Map<String, String> environment(PartInstance instance, Database database) {
        Part part = instance.part();
        var values = new HashMap<String, String>();
        values.put("SERVER_PORT", Integer.toString(addresses.port(instance)));
        values.put("MANAGEMENT_PORT", Integer.toString(addresses.managementPort(instance)));
        values.put("DB_URL", database.url());
        values.put("DB_USER", database.user());
        values.put("DB_PASSWORD", database.password());
        values.put("KAFKA_BOOTSTRAP", addresses.kafka());
        values.put("OIDC_ISSUER", addresses.issuer());
        values.put("OIDC_INTERNAL", addresses.issuer());
        values.put("PUBLIC_ORIGIN", addresses.origin());
        if (part == GATEWAY) {
            values.put("SESSION_KEY", secrets.word("session.key"));
            values.put("GATEWAY_CLIENT_SECRET", gatewayClientSecret());
            Part.SERVICES.forEach(service -> values.put(service.name() + "_URL", all(service)));
        } else {
            // keys of one service open nothing of another
            values.put("PERSONAL_DATA_KEYS", secrets.keys("personal-data." + part.id()));
            values.put("SAME_PLACE", "true");
            values.put("EVENT_KEYS", secrets.keys("events"));
            values.put("LINK_KEYS", secrets.keys("links"));
            values.put("MAIL_HOST", "127.0.0.1");
            values.put("MAIL_PORT", Integer.toString(addresses.port(MAIL)));
            values.put("SMS_URL", addresses.caughtLetters() + "/sms");
            values.put("LETTERS_NIGHTS", "false"); // caught letters wake nobody
            values.put("DB_OWNER_USER", ServiceDatabase.owner(part.id()));
            values.put("DB_OWNER_PASSWORD", ownerPassword(part));
        }
        if (part == REPORTING) {
            values.put("SEGMENTS", new RunFolder(options.directory()).segments().toString());
            // secrets that are not drawn here, but given by who keeps a bucket
            BUCKET_KEYS.forEach(
                    name -> Optional.ofNullable(System.getenv(name)).ifPresent(key -> values.put(name, key)));
        }
        if (WITH_PEOPLE.contains(part)) {
            values.put("ACCOUNTS_CLIENT_SECRET", accountsClientSecret(part));
        }
        // people who keep a page open would hold up the stop for longer
        values.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "2s");
        values.putAll(options.environment());
        return values;
    }

    /** Where all processes of a service answer, with commas between. */
    private String all(Part service) {
        return options.instances(service).stream().map(addresses::direct).collect(Collectors.joining(","));
    }

    String ownerPassword(Part service) {
        return secrets.word("database-owner." + service.id());
    }

    /** By the client's name in the realm. */
    Map<String, String> clientSecrets() {
        var secrets = new HashMap<>(Map.of("gateway", gatewayClientSecret()));
        WITH_PEOPLE.forEach(part -> secrets.put(part.module(), accountsClientSecret(part)));
        return secrets;
    }

    private String gatewayClientSecret() {
        return secrets.word("client.gateway");
    }

    private String accountsClientSecret(Part part) {
        return secrets.word("client." + part.module());
    }
}
