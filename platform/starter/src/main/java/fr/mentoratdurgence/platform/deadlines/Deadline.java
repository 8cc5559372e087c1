package fr.mentoratdurgence.platform.deadlines;

import java.time.Instant;

/**
 * Something that has to be done by an instant.
 *
 * @param key     made of what it follows from: the same key is one deadline, and passes once; at most 200 characters
 * @param kind    code of what is done when it passes, see {@link OnDeadline}
 * @param subject id of what it is about, such as {@code pair-<uuid>}: its deadlines pass in their order
 * @param dueAt   from this instant on it has passed
 */
public record Deadline(String key, String kind, String subject, Instant dueAt) {}
