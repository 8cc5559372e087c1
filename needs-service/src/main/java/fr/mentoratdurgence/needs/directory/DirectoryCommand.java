package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.PriorityList.Statement;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of the directory as a whole. */
sealed interface DirectoryCommand {
    char NEW = 'N';
    char CHANGED = 'C';
    char SAME = 'S';
    char UNKNOWN = 'U';

    /**
     * Takes over some entries of an official file; the answer has one letter for each of them, in order:
     * what became of it ({@link #NEW}, {@link #CHANGED} or {@link #SAME}).
     *
     * @param entries at most a few hundred, so that a transaction stays short
     */
    record ImportEntries(List<DirectoryEntry> entries, boolean published) implements DirectoryCommand {}

    /**
     * Takes over what the list of priority education says of some schools; the answer has one letter for each of them:
     * {@link #CHANGED}, {@link #SAME}, or {@link #UNKNOWN} for a school that is not in the directory.
     *
     * @param statements at most a few hundred
     * @param statedOn   date of the list
     */
    record ImportPriorities(List<Statement> statements, LocalDate statedOn) implements DirectoryCommand {}

    /** A référent checked the structure. */
    record Verify(String structure) implements DirectoryCommand {}
}
