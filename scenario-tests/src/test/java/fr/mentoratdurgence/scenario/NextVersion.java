package fr.mentoratdurgence.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import fr.mentoratdurgence.cli.Application;
import fr.mentoratdurgence.cli.Part;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/**
 * The next version of needs-service, built from the sources of this one with what a version usually brings: a fact under
 * a new name and an upcaster from the former one, one more field in a fact that stays, one more answer in a form.
 */
final class NextVersion {
    private static final String INTAKE = "intake/NeedEvent.java";
    private static final String ANSWERS = "declaration/Answers.java";

    /** The fact of this version, and what the next one calls it. */
    static final String FORMER = "CallTimesStated";

    static final String NEWER = "ContactHoursStated";

    /** What each form of the next version says beside what this one asks. */
    static final String ONLY_THERE = "ENTENDU_A_LA_RADIO";

    private final Path sources;
    private final Path home;

    private NextVersion(Path sources, Path home) {
        this.sources = sources;
        this.home = home;
    }

    /**
     * Builds it.
     *
     * @param home   the checkout, with the jar of this version
     * @param folder an empty one
     * @return where it was built, as {@link Application#unpacked} takes it
     */
    static Path build(Path home, Path folder) throws IOException {
        Path root = home.resolve("needs-service/src/main/java");
        Path sources = folder.resolve("sources");
        for (Path file : files(root, ".java")) {
            Path copy = sources.resolve(root.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, Files.readString(file).replaceAll("\\b" + FORMER + "\\b", NEWER));
        }
        NextVersion next = new NextVersion(sources.resolve("fr/mentoratdurgence/needs"), home);
        next.change();
        Path classes = next.compile(sources, folder.resolve("classes"));
        next.pack(classes, folder.resolve("needs-service/target/needs-service.jar"));
        return folder;
    }

    private void change() throws IOException {
        replace("publishing/PublishingConfiguration.java", "ContactAccountEvent.class))", """
            ContactAccountEvent.class), List.of(new fr.mentoratdurgence.platform.Upcaster(
                "needs.%s", "needs.%s", fact -> fact)))\
            """.formatted(FORMER, NEWER));
        replace(INTAKE, "LocalDate assignedOn) implements NeedEvent {}", """
            LocalDate assignedOn, @Nullable String means) implements NeedEvent {
                public NeedReferentAssigned(String need, String referent, LocalDate assignedOn) {
                    this(need, referent, assignedOn, "PHONE");
                }
            }\
            """);
        replace(ANSWERS, "@Nullable String note) {\n", """
            @Nullable String note, @Nullable String only) {
                Answers(String a, String b, String c, String d, ContactAnswer e, List<String> f, List<LineAnswer> g, String h) {
                    this(a, b, c, d, e, f, g, h, "%s");
                }
            """.formatted(ONLY_THERE));
        replace(ANSWERS, " note);", " note, only);");
        replace(ANSWERS, "lines, text);", "lines, text, only);");
        // so that it can be seen
        replace("declaration/DeclarationPages.java", "text(draft.answers().note())", "text(draft.answers().only())");
    }

    private void replace(String file, String before, String after) throws IOException {
        String text = Files.readString(sources.resolve(file));
        if (!text.contains(before)) {
            throw new AssertionError("the next version is made of lines that " + file + " no longer has: " + before);
        }
        Files.writeString(sources.resolve(file), text.replace(before, after));
    }

    private Path compile(Path all, Path classes) throws IOException {
        Path jar = Application.unpacked(Part.NEEDS, home).jar();
        String path = files(requireNonNull(jar.getParent()), ".jar").stream()
                .map(Path::toString)
                .collect(Collectors.joining(":"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var options = List.of("-proc:none", "-parameters", "-nowarn", "-d", classes.toString(), "-cp", path);
            var task = compiler.getTask(
                    said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files(all, ".java")));
            if (!task.call()) {
                throw new AssertionError("the next version cannot be compiled:\n" + said);
            }
        }
        return classes;
    }

    /** The jar of this version with the classes of the next one. */
    private void pack(Path classes, Path jar) throws IOException {
        String inside = "BOOT-INF/classes/";
        Files.createDirectories(jar.getParent());
        try (var of = new JarFile(
                        home.resolve("needs-service/target/needs-service.jar").toFile());
                var packed = new ZipOutputStream(Files.newOutputStream(jar))) {
            Map<String, Path> newer = files(classes, ".class").stream()
                    .collect(Collectors.toMap(file -> inside + classes.relativize(file), file -> file));
            for (ZipEntry entry : of.stream().toList()) {
                if (!newer.containsKey(entry.getName()) && !entry.getName().contains(FORMER)) {
                    packed.putNextEntry(new ZipEntry(entry)); // a jar within stays as it is stored
                    try (var content = of.getInputStream(entry)) {
                        content.transferTo(packed);
                    }
                }
            }
            for (var file : newer.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), packed);
            }
        }
    }

    private static List<Path> files(Path under, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
