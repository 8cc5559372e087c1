package fr.mentoratdurgence.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of all modules, for tests that hold what is written about them against them. */
final class Sources {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> BUILT = Set.of("target", "var", ".git");

    private Sources() {}

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shipped, by file: its text. */
    static Map<String, String> main(String suffix) {
        return in("/src/main/", suffix);
    }

    /** All that is tried, by file: its text. */
    static Map<String, String> tests() {
        return in("/src/test/java/", ".java");
    }

    /** The text of the one main class of this name. */
    static String ofType(String name) {
        return main("/" + name + ".java").values().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class " + name));
    }

    static String type(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Map<String, String> in(String folder, String suffix) {
        Map<String, String> found = new TreeMap<>();
        files(suffix)
                .map(file -> ROOT.relativize(file).toString())
                .filter(file -> file.contains(folder))
                .forEach(file -> found.put(file, read(file)));
        return found;
    }

    /** All files of the project whose name ends so, without what was built. */
    static Stream<Path> files(String suffix) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                    return BUILT.contains(String.valueOf(at.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(suffix)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream();
    }
}
