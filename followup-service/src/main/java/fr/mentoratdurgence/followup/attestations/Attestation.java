package fr.mentoratdurgence.followup.attestations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was attested on a day. It bears no name: the mentor's stands on the paper alone.
 *
 * @param number      by which it is found; nobody guesses it
 * @param withdrawnOn since when it is not true any more; null while it is
 */
record Attestation(
        String number,
        String mentor,
        int sessions,
        int minutes,
        LocalDate firstOn,
        LocalDate lastOn,
        LocalDate issuedOn,
        @Nullable LocalDate withdrawnOn) {
    public Given given() {
        return new Given(0, sessions, minutes, firstOn, lastOn);
    }
}
