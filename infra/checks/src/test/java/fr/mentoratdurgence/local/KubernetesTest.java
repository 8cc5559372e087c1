package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests of infra/k8s say what the applications need, under the names that they know. */
class KubernetesTest {
    private static final Path ROOT = LocalOptions.enclosingCheckout();
    private static final Path KUBERNETES = ROOT.resolve("infra").resolve("k8s");
    private static final Path BASE = KUBERNETES.resolve("base");

    private static final int ABSENT = -1;

    private final List<Map<String, Object>> base = documents(BASE);

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"NEEDS", "MENTOR", "MATCHING", "FOLLOWUP", "REPORTING", "GATEWAY"})
    void an_application_is_watched_ends_in_order_spreads_and_may_do_nothing_that_it_need_not(Part part) {
        Map<String, Object> deployment = find("Deployment", part.module());
        Map<String, Object> pod = at(deployment, "spec", "template", "spec");
        Map<String, Object> container = first(pod, "containers");

        assertThat(at(deployment, "spec", "selector", "matchLabels").entrySet())
                .isSubsetOf(
                        at(deployment, "spec", "template", "metadata", "labels").entrySet());
        assertThat(container.get("image")).isEqualTo("mentorat/" + part.module());
        assertThat(ports(container)).containsEntry("http", part.usualPort()).containsKey("management");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(at(container, probe, "httpGet").get("path"))
                    .as(probe)
                    .asString()
                    .startsWith("/actuator/health/");
            assertThat(at(container, probe, "httpGet").get("port")).as(probe).isEqualTo("management");
        }
        int preStop = number(at(container, "lifecycle", "preStop", "sleep"), "seconds");
        assertThat(number(pod, "terminationGracePeriodSeconds"))
                .as("what is under way has its ten seconds, and so have the listeners")
                .isGreaterThan(preStop + 20);
        assertThat(list(pod, "topologySpreadConstraints")).hasSize(2);
        assertThat(at(pod, "securityContext")).containsEntry("runAsNonRoot", true);
        assertThat(at(container, "securityContext"))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false);
        assertThat(at(container, "resources", "limits")).containsKey("memory");
        assertThat(at(find("PodDisruptionBudget", part.module()), "spec")).containsEntry("maxUnavailable", 1);
        assertThat(first(at(find("Service", part.module()), "spec"), "ports")).containsEntry("port", part.usualPort());
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"NEEDS", "MENTOR", "MATCHING", "FOLLOWUP", "REPORTING", "GATEWAY"})
    void an_application_is_told_what_compose_tells_it_and_nothing_that_it_does_not_know(Part part) throws Exception {
        Map<String, Object> pod = at(find("Deployment", part.module()), "spec", "template", "spec");
        Set<String> told = new TreeSet<>(config());
        list(first(pod, "containers"), "env").forEach(variable -> told.add(String.valueOf(variable.get("name"))));

        Set<String> known = new TreeSet<>(SettingsTest.known());
        known.addAll(Set.of("DB_HOST", "MENTORAT_TOPIC_PARTITIONS", "MENTORAT_TOPIC_REPLICAS", "MANAGEMENT_ADDRESS"));
        assertThat(known).containsAll(told);

        Map<String, Object> compose =
                section(section(load(ROOT.resolve("docker-compose.yml")).getFirst(), "services"), part.module());
        Set<String> needed = new TreeSet<>(section(compose, "environment").keySet());
        needed.removeIf(name -> Settings.NAMES.contains(name)
                || name.matches("(MAIL|SMS|LETTERS|CLOCK)_.*|FIRST_COORDINATOR|SEGMENTS(_ACCESS_KEY|_SECRET_KEY)?"));
        assertThat(told).containsAll(needed);
    }

    @Test
    void every_secret_that_is_asked_for_has_a_public_one_in_the_trial_and_none_elsewhere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Part part : Part.APPLICATIONS) {
            Map<String, Object> pod = at(find("Deployment", part.module()), "spec", "template", "spec");
            for (Map<String, Object> variable : list(first(pod, "containers"), "env")) {
                if (variable.containsKey("valueFrom")) {
                    asked.add(String.valueOf(
                            at(variable, "valueFrom", "secretKeyRef").get("key")));
                }
            }
        }
        assertThat(names(KUBERNETES.resolve("overlays").resolve("trial").resolve("secrets.env")))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(Files.readString(
                        KUBERNETES.resolve("overlays").resolve("country").resolve("kustomization.yaml")))
                .doesNotContain("secretGenerator");
    }

    @Test
    void facts_lie_on_three_brokers_and_as_many_instances_may_hear_as_are_allowed() throws IOException {
        List<String> config = Files.readAllLines(BASE.resolve("config.env"));
        assertThat(config).contains("MENTORAT_TOPIC_PARTITIONS=12", "MENTORAT_TOPIC_REPLICAS=3");
        for (Map<String, Object> scaled :
                documents(KUBERNETES.resolve("overlays").resolve("country"))) {
            if ("ScaledObject".equals(scaled.get("kind"))) {
                assertThat(number(at(scaled, "spec"), "maxReplicaCount")).isLessThanOrEqualTo(12);
            }
        }
    }

    @Test
    void nobody_reaches_a_pod_but_whom_a_rule_names() {
        assertThat(at(find("NetworkPolicy", "nothing"), "spec"))
                .containsEntry("podSelector", Map.of())
                .containsEntry("policyTypes", List.of("Ingress", "Egress"));
        assertThat(base)
                .filteredOn(document -> "Ingress".equals(document.get("kind")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial", "country"})
    void kustomize_writes_each_overlay_out(String overlay) throws Exception {
        Path written = Files.createTempFile("k8s", ".yaml");
        try {
            int code = run(
                    written,
                    "kubectl",
                    "kustomize",
                    KUBERNETES.resolve("overlays").resolve(overlay).toString());
            assumeTrue(code != ABSENT, "NOT CHECKED: kubectl is not installed here");
            assertThat(code).isZero();
            List<Map<String, Object>> all = load(written);
            assertThat(all).allSatisfy(document -> assertThat(document).containsKeys("apiVersion", "kind", "metadata"));
            assertThat(all)
                    .filteredOn(document -> "Deployment".equals(document.get("kind")))
                    .hasSize(6);
            assertThat(Files.readString(written)).doesNotContain(":latest");
        } finally {
            Files.delete(written);
        }
    }

    private static int run(Path output, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return ABSENT;
        }
    }

    private Map<String, Object> find(String kind, String name) {
        return base.stream()
                .filter(document -> kind.equals(document.get("kind"))
                        && name.equals(at(document, "metadata").get("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static Map<String, Integer> ports(Map<String, Object> container) {
        Map<String, Integer> ports = new TreeMap<>();
        list(container, "ports")
                .forEach(port -> ports.put((String) port.get("name"), (Integer) port.get("containerPort")));
        return ports;
    }

    private static Set<String> config() throws IOException {
        return names(BASE.resolve("config.env"));
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && line.contains("=")) {
                names.add(line.substring(0, line.indexOf('=')));
            }
        }
        return names;
    }

    private static List<Map<String, Object>> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .flatMap(file -> load(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> load(Path file) {
        try {
            String text = Files.readString(file);
            List<Map<String, Object>> documents = new ArrayList<>();
            StreamSupport.stream(
                            new Yaml(new SafeConstructor(new LoaderOptions()))
                                    .loadAll(text)
                                    .spliterator(),
                            false)
                    .filter(Objects::nonNull)
                    .forEach(document -> documents.add(map(document)));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> at(Map<String, Object> from, String... names) {
        Map<String, Object> found = from;
        for (String name : names) {
            found = section(found, name);
        }
        return found;
    }

    private static Map<String, Object> section(Map<String, Object> from, String name) {
        return map(Objects.requireNonNull(from.get(name), name));
    }

    private static int number(Map<String, Object> from, String name) {
        return (Integer) Objects.requireNonNull(from.get(name), name);
    }

    private static Map<String, Object> first(Map<String, Object> from, String name) {
        return list(from, name).getFirst();
    }

    private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
        return ((List<?>) Objects.requireNonNull(from.get(name), name))
                .stream().map(KubernetesTest::map).toList();
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> entries = new TreeMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return entries;
    }
}
