package fr.mentoratdurgence.platform.accounts;

import java.util.List;
import java.util.Map;

/**
 * Whose login it is.
 *
 * @param person     pseudonymous id, kept with the login, such as {@code mentor-<uuid>}
 * @param email      empty = this person is told everything by telephone
 * @param group      group of the realm that gives the role, such as {@code mentors}
 * @param attributes what the token says beside the role, such as a structure or territories
 */
public record Holder(
        String person,
        String firstName,
        String lastName,
        String email,
        String group,
        Map<String, List<String>> attributes) {

    /** Says nothing of the person: this must not enter a log by accident. */
    @Override
    public String toString() {
        return "Holder[" + person + "]";
    }
}
