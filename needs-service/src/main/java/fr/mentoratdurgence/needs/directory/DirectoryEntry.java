package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.needs.directory.RelayStructureCommand.RecordDirectoryEntry;

/**
 * A school as the directory describes it: what goes to its stream, and its names, which live beside the events.
 *
 * @param line where it stands in the file
 */
record DirectoryEntry(long line, RecordDirectoryEntry facts, StructureNames names) {}
