package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jars say they are made of: all of it, under licences that fit ours, in versions that do not move. */
@Tag("reliability")
class BillOfMaterialsTest {
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** Permissive, or weak and used as a library that anybody may exchange. Of several licences one is enough. */
    private static final Set<String> FITTING = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "EUPL-1.2",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "Unicode-3.0");

    /** What a pom says otherwise than the jar that comes with it; read by hand. */
    private static final Map<String, String> BY_HAND = Map.of(
            "org.springframework.session:spring-session-core", "Apache-2.0, by the text in the jar",
            "net.sf.jasperreports:jasperreports-fonts", "LGPL, of which we use the DejaVu fonts alone");

    static Stream<Part> applications() {
        return Part.APPLICATIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void each_component_has_a_licence_that_fits_and_one_version(Part part) throws IOException {
        List<JsonNode> components = components(part);

        assertThat(components).hasSizeGreaterThan(50);
        assertThat(components.stream()
                        .filter(component -> !BY_HAND.containsKey(name(component)))
                        .filter(component -> licences(component).stream().noneMatch(FITTING::contains))
                        .map(component -> name(component) + " " + licences(component)))
                .isEmpty();
        assertThat(components.stream()
                        .map(component -> component.path("version").asString())
                        .filter(version -> !version.matches("v?\\d[\\w.-]*") || version.endsWith("SNAPSHOT")))
                .isEmpty();
        assertThat(components.stream().filter(component -> name(component).startsWith("fr.mentoratdurgence:")))
                .isNotEmpty()
                .allMatch(component -> licences(component).equals(List.of("EUPL-1.2")));
        assertThat(components.stream().map(BillOfMaterialsTest::name))
                .contains("org.springframework.boot:spring-boot")
                .noneMatch(name -> name.startsWith("com.thoughtworks.xstream:") || name.contains("lombok"));
    }

    /** A bill that lists something else than what is shipped would be worse than none. */
    @ParameterizedTest
    @MethodSource("applications")
    void each_library_of_the_jar_stands_in_its_bill(Part part) throws IOException {
        Set<String> listed = components(part).stream()
                .map(component -> component.path("name").asString() + "-"
                        + component.path("version").asString())
                .collect(Collectors.toSet());
        try (JarFile jar = jar(part)) {
            List<String> shipped = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    // the loader's own tool, which the packaging adds
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                    .toList();
            assertThat(shipped)
                    .hasSizeGreaterThan(50)
                    .allMatch(name -> listed.stream().anyMatch(name::startsWith));
        }
    }

    private static List<JsonNode> components(Part part) throws IOException {
        try (JarFile jar = jar(part);
                InputStream bill = jar.getInputStream(jar.getEntry(BILL))) {
            return JsonMapper.shared()
                    .readTree(bill)
                    .path("components")
                    .valueStream()
                    .toList();
        }
    }

    private static JarFile jar(Part part) throws IOException {
        Path target = LocalOptions.enclosingCheckout().resolve(part.module()).resolve("target");
        return new JarFile(target.resolve(part.module() + ".jar").toFile());
    }

    private static String name(JsonNode component) {
        return component.path("group").asString() + ":" + component.path("name").asString();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(one -> one.path("license"))
                .map(licence -> licence.has("id")
                        ? licence.path("id").asString()
                        : licence.path("name").asString())
                .toList();
    }
}
