package fr.mentoratdurgence.platform.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * What a running service shows to who scrapes it, compared with the list that rules and dashboards are written from
 * (infra/observability/README.md).
 */
public final class Scrape {
    private static final Path LIST = Path.of("..", "infra", "observability", "README.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| ([a-z, ]+) \\|.*");
    private static final Pattern OURS = Pattern.compile("mentorat_.*");
    /** Ids and addresses; no code of ours has five digits or a sign that an address needs. */
    private static final Pattern SOMEBODY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}|@|\\d{5}");

    private Scrape() {}

    /** Asserts that the service shows all that the list says of it, nothing of ours that stands in no list, and nobody. */
    public static void isAsListed(ApplicationContext service, String name) {
        service.getBean(GaugeReader.class).read();
        var _ = at(service, "local.server.port").get("/");
        String body =
                at(service, "local.management.port").get("/actuator/prometheus").body();
        Set<String> shown = body.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = listed(name);
        assertThat(shown).as("what %s shows", name).containsAll(listed);
        assertThat(shown.stream().filter(OURS.asMatchPredicate()))
                .as("figures of %s that no list explains", name)
                .isSubsetOf(listed);
        assertThat(body.lines()
                        .filter(line -> line.startsWith("mentorat_"))
                        .map(line -> line.replaceFirst("[^}]*$", ""))
                        .filter(labels -> SOMEBODY.matcher(labels).find()))
                .as("labels that could tell on somebody")
                .isEmpty();
    }

    private static Http at(ApplicationContext service, String port) {
        return new Http(Integer.parseInt(service.getEnvironment().getRequiredProperty(port)));
    }

    /** The names that the list gives to a service. */
    private static Set<String> listed(String service) {
        try {
            return Files.readString(LIST)
                    .lines()
                    .map(ROW::matcher)
                    .filter(row -> row.matches()
                            && Arrays.asList(row.group(2).split(", ")).contains(service))
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
