package fr.mentoratdurgence.platform.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Refuses to start an installation that is reached from elsewhere with a secret that everybody can read in the source
 * code, with a sentence for each. A secret is any setting written as {@code ${NAME}} whose name ends with PASSWORD,
 * SECRET, KEY or KEYS, so that a new one is looked at from its first day. infra/keycloak/start.sh says the same for the
 * login server. What a public site owes ({@code mentorat.publisher.*}) is refused likewise where it is empty,
 * and so are letters that a part of this machine would catch.
 */
public final class PublicDefaults implements EnvironmentPostProcessor {
    private static final List<String> ORIGINS = List.of("PUBLIC_ORIGIN", "OIDC_ISSUER");
    private static final Pattern HERE = Pattern.compile("https?://(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?(/.*)?");
    private static final Pattern VARIABLE = Pattern.compile("^\\$\\{([A-Z0-9_]+)[:}]");
    /** A mail server may ask for no password, and nobody need read what comes back; every other secret is needed. */
    private static final Pattern SECRET =
            Pattern.compile("(?!MAIL_(?:RETURNS_)?PASSWORD)[A-Z0-9_]*(?:PASSWORD|SECRET|KEYS?)");
    /** Nothing, this machine, or the part that catches letters. */
    private static final Pattern CATCHER = Pattern.compile("|localhost|127(\\.\\d+){3}|\\[?::1]?|mail|mailpit");

    private static final String OWED = "mentorat.publisher.";
    private static final String READABLE = "is empty or can be read in the source code";
    private static final String EMPTY = "is empty, which a public site may not leave unsaid";
    private static final String CAUGHT = "is no mail server that sends, so that nobody would be told anything";
    private static final List<String> ROLES =
            List.of("spring.application.name", "spring.datasource.username", "spring.flyway.user");
    private static final Set<String> WORDS = Set.of("admin", "demo", "gateway", "keycloak", "postgres");
    private static final String DEVELOPMENT = "development-only";
    private static final String LOCAL = "-local-secret";

    /** A value of this kind, in a sentence of its own for each variable. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        elsewhere(environment).ifPresent(origin -> {
            Map<String, String> faults = faults(environment);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(faults.entrySet().stream()
                        .map(fault -> "refusing to start: " + fault.getKey() + " " + fault.getValue()
                                + ", and this installation is reached from elsewhere (" + origin
                                + "); give it a value of your own")
                        .collect(Collectors.joining("\n")));
            }
        });
    }

    private static Optional<String> elsewhere(ConfigurableEnvironment environment) {
        return ORIGINS.stream()
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .filter(origin -> !origin.isBlank() && !HERE.matcher(origin).matches())
                .findFirst();
    }

    /** The variables that will not do, and what is wrong with each. */
    private static Map<String, String> faults(ConfigurableEnvironment environment) {
        Set<String> roles = ROLES.stream()
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> faults = new TreeMap<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String property : listed.getPropertyNames()) {
                    if (listed.getProperty(property) instanceof String written) {
                        Matcher variable = VARIABLE.matcher(written);
                        if (variable.find()) {
                            String name = variable.group(1);
                            String value = environment.resolvePlaceholders(written);
                            if (SECRET.matcher(name).matches() && isPublic(value, roles)) {
                                faults.put(name, READABLE);
                            } else if (property.startsWith(OWED) && value.isBlank()) {
                                faults.put(name, EMPTY);
                            }
                        }
                    }
                }
            }
        }
        String server = environment.getProperty("spring.mail.host");
        if (server != null && CATCHER.matcher(server).matches()) {
            faults.put("MAIL_HOST", CAUGHT);
        }
        return faults;
    }

    private static boolean isPublic(String value, Set<String> roles) {
        return value.isBlank()
                || WORDS.contains(value)
                || roles.contains(value)
                || value.endsWith(LOCAL)
                || Stream.of(value.split("[,:]", -1))
                        .anyMatch(part -> readable(part).contains(DEVELOPMENT));
    }

    /** The text itself, or what it says once decoded. */
    private static String readable(String text) {
        try {
            return text + ' ' + new String(Base64.getDecoder().decode(text), ISO_8859_1);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
