package fr.mentoratdurgence.needs.directory;

import java.util.List;

/** What may be asked of the directory as a whole. */
sealed interface DirectoryCommand {

    /**
     * Takes over some entries of an official file; the answer is the number of structures that changed.
     *
     * @param entries at most a few hundred, so that a transaction stays short
     */
    record ImportEntries(List<DirectoryEntry> entries) implements DirectoryCommand {}

    /** A référent checked the structure. */
    record Verify(String structure) implements DirectoryCommand {}
}
