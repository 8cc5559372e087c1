package fr.mentoratdurgence.needs.directory;

import java.util.List;

/** What may be asked of the directory as a whole. */
sealed interface DirectoryCommand {
    char NEW = 'N';
    char CHANGED = 'C';
    char SAME = 'S';

    /**
     * Takes over some entries of an official file; the answer has one letter for each of them, in order:
     * what became of it ({@link #NEW}, {@link #CHANGED} or {@link #SAME}).
     *
     * @param entries at most a few hundred, so that a transaction stays short
     */
    record ImportEntries(List<DirectoryEntry> entries, boolean published) implements DirectoryCommand {}

    /** A référent checked the structure. */
    record Verify(String structure) implements DirectoryCommand {}
}
