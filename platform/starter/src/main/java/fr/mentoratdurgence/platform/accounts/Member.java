package fr.mentoratdurgence.platform.accounts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login that the realm has, as the login server describes it.
 *
 * @param account    {@code account-<uuid>}
 * @param person     whose login it is; null where no service has said so yet
 * @param groups     groups of the realm, which give the role
 * @param attributes what the token says beside the role
 */
public record Member(
        String account,
        @Nullable String person,
        String firstName,
        String lastName,
        String email,
        List<String> groups,
        Map<String, List<String>> attributes) {

    /** Says nothing of the person: this must not enter a log by accident. */
    @Override
    public String toString() {
        return "Member[" + account + "]";
    }
}
