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
        return part == Part.POSTGRES
                ? postgres().resolve("postgres.log")
                : directory.resolve("logs").resolve(part.id() + ".log");
    }
}
