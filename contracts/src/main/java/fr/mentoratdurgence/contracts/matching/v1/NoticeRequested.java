package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be told something: ready to be sent, without text and without address. Whoever sends it has the words
 * of the template and asks the owner of the recipient for the address.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.notice-requested.v1}.
 *
 * @param notice the notice; the same id twice is one notice
 * @param template what to say, such as PROPOSED_TO_MENTOR or REMINDER_TO_MENTOR
 * @param recipientKind MENTOR, STRUCTURE or REFERENT
 * @param recipient stream of the mentor or of the structure, or account of the référent
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param mentor the mentor's stream in mentor-service
 * @param dueBy until when an answer is awaited; null where none is
 */
public record NoticeRequested(
        String notice,
        String template,
        String recipientKind,
        String recipient,
        String proposal,
        String need,
        int line,
        String mentor,
        @Nullable Instant dueBy) {}
