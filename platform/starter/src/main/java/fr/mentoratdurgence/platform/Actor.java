package fr.mentoratdurgence.platform;

/**
 * Who acted, without a name: kept with every event.
 *
 * @param id   {@code account-<uuid>}, {@code public} or {@code system}
 * @param role the role in which the act was done
 */
public record Actor(String id, String role) {
    /** Somebody without an account, through a public form. */
    public static final Actor PUBLIC = new Actor("public", "public");

    /** The platform itself: a deadline, a policy, a consumer. */
    public static final Actor SYSTEM = new Actor("system", "system");
}
