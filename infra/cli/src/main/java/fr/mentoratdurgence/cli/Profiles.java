package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Where somebody is signed in: a file for each installation, which only its owner may read. */
final class Profiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    Profiles(Path folder) {
        this.folder = folder;
    }

    /** Those of who runs this; the system property {@code mentorat.config} moves them. */
    static Profiles ofThisPerson() {
        String chosen = System.getProperty("mentorat.config");
        if (chosen != null) {
            return new Profiles(Path.of(chosen));
        }
        String configuration = System.getenv("XDG_CONFIG_HOME");
        Path base = configuration == null || configuration.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configuration);
        return new Profiles(base.resolve("mentorat"));
    }

    /** A name that may be one of a profile. */
    static String name(String asked) {
        if (!NAME.matcher(asked).matches()) {
            throw new LocalFailure("connexion.nom", asked);
        }
        return asked;
    }

    Optional<Profile> named(String name) {
        Path file = file(name);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Profile.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that was signed in at last. */
    Optional<Profile> latest() {
        Path latest = folder.resolve("latest");
        try {
            return Files.exists(latest) ? named(name(Files.readString(latest).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All, by name. */
    List<Profile> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .sorted()
                    .flatMap(name -> named(name.substring(0, name.length() - ENDING.length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps it, as the one that was signed in at last. */
    void signedIn(Profile profile) {
        try (FolderLock _ = FolderLock.on(privately())) {
            write(profile);
            PrivateFiles.write(folder.resolve("latest"), profile.name().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes it, while no other command of this person does. */
    Profile change(String name, UnaryOperator<Profile> change) {
        try (FolderLock _ = FolderLock.on(privately())) {
            Profile known = named(name).orElseThrow(() -> new LocalFailure("connexion.inconnue", name));
            Profile changed = change.apply(known);
            if (!changed.equals(known)) {
                write(changed);
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
            if (latest().isEmpty()) {
                Files.deleteIfExists(folder.resolve("latest"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path privately() throws IOException {
        return PrivateFiles.folder(folder);
    }

    /** Whole or not at all: a command that is cut off leaves nobody signed out. */
    private void write(Profile profile) throws IOException {
        Path fresh = folder.resolve(profile.name() + ".new");
        PrivateFiles.write(fresh, JSON.writeValueAsBytes(profile));
        Files.move(fresh, file(profile.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String name) {
        return folder.resolve(name(name) + ENDING);
    }
}
