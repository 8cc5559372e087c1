package fr.mentoratdurgence.cli;

import java.time.Instant;

/**
 * An installation that somebody is signed in at.
 *
 * @param name what the person calls it
 * @param url the address that people type
 * @param tokenAddress where a new token comes from
 * @param logoutAddress where the login ends
 * @param account who is signed in
 * @param accessToken goes with each request; good until then
 * @param refreshToken brings the next one
 */
record Profile(
        String name,
        String url,
        String tokenAddress,
        String logoutAddress,
        String account,
        String accessToken,
        Instant until,
        String refreshToken) {

    Profile with(String access, Instant end, String refresh) {
        return new Profile(name, url, tokenAddress, logoutAddress, account, access, end, refresh);
    }

    /** Tokens are nobody's to read. */
    @Override
    public String toString() {
        return "Profile[" + name + ", " + url + ", " + account + "]";
    }
}
