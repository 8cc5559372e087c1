package fr.mentoratdurgence.cli;

import java.nio.file.Path;

/** What a run keeps, by its place in the run's folder. */
public record RunFolder(Path directory) {
    /** The sealed history. */
    public Path segments() {
        return directory.resolve("segments").toAbsolutePath();
    }

    /** The data of PostgreSQL, with its log. */
    public Path postgres() {
        return directory.toAbsolutePath().normalize().resolve("postgres");
    }

    /** What the part wrote. */
    public Path log(Part part) {
        return log(PartInstance.first(part));
    }

    /** What one of its processes wrote. */
    public Path log(PartInstance instance) {
        return instance.part() == Part.POSTGRES
                ? postgres().resolve("postgres.log")
                : directory.resolve("logs").resolve(instance.id() + ".log");
    }

    /** What the launcher said, with the time. */
    public Path journal() {
        return directory.resolve("logs").resolve("launcher.log");
    }

    /** Stands there from the moment somebody asks for the process to be started again until that is done. */
    public Path restartOf(PartInstance instance) {
        return directory.resolve("restart").resolve(instance.id());
    }

    /** What the last nightly search for personal data said; no log, so that it is not searched itself. */
    public Path personalData() {
        return directory.resolve("logs").resolve("personal-data.txt");
    }
}
