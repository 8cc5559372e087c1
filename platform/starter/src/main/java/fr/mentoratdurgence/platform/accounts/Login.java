package fr.mentoratdurgence.platform.accounts;

/**
 * How somebody logs in.
 *
 * @param account           {@code account-<uuid>}
 * @param username          short name of its own: no address, no name of a person
 * @param temporaryPassword to be told on the telephone and kept nowhere
 */
public record Login(String account, String username, String temporaryPassword) {

    /** Does not show the password. */
    @Override
    public String toString() {
        return "Login[" + account + "]";
    }
}
