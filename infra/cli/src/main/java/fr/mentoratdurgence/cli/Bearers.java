package fr.mentoratdurgence.cli;

/** Where the tokens come from that requests go by. */
interface Bearers {
    /**
     * A token that is good for now.
     *
     * @param account of the demonstration that the step is meant for; of no meaning where one person is signed in
     */
    String token(String account);

    /** Forgets the token that was just refused, so that the next one is new; false where that cannot help. */
    default boolean renew() {
        return false;
    }
}
